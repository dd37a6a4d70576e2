import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ALARMS } from './alarm-list.ts';

const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const sections = runbook.split(/^## /m).slice(1);

test('every alarm has a section in the runbook, and every section an alarm', () => {
  const titles = sections.map((section) => section.slice(0, section.indexOf('\n')).trim());
  expect(titles.toSorted()).toEqual(
    Object.values(ALARMS)
      .map(({ name }) => name)
      .toSorted(),
  );
});

test('every section says what it means, how to look and what to do', () => {
  for (const section of sections) {
    for (const part of ['Severity', 'Look', 'Do']) expect(section).toContain(`**${part}**`);
  }
});

test('severities are those of the list', () => {
  for (const { name, severity } of Object.values(ALARMS)) {
    const section = sections.find((text) => text.startsWith(name));
    expect(section).toContain(`**Severity**: ${severity}`);
  }
});
