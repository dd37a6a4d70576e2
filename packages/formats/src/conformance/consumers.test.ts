import { describe, expect, it } from 'vitest';
import { codecs, FORMAT_NAMES, type FormatName } from '../codecs.ts';
import { CONSUMERS, resolveConsumers } from './consumers.ts';
import { badRows, goodRows } from './fixtures/rows.ts';
import { matchesOf } from './row-matches.ts';

/** `rejected:rule` for each rule that the row breaks, worst knowledge first by the consumer's own order. */
function brokenRules(consumer: string, format: FormatName, row: unknown): readonly string[] {
  const [known] = resolveConsumers([consumer]);
  if (known === undefined) return [];
  const matches = matchesOf({ ok: true, value: row, line: 1 }, known, { format });
  return [...new Set(matches.map(({ outcome, rule }) => `${outcome}:${rule}`))];
}

describe('rules of consumers', () => {
  it.each(badRows)('%s on %s %j: %j', (consumer, format, row, expected) => {
    expect(brokenRules(consumer, format, row)).toEqual(expected);
  });

  it('raise no false alarm on good rows', () => {
    const alarms = CONSUMERS.flatMap((consumer) =>
      goodRows
        .filter(([format]) => consumer.formats.includes(format))
        .flatMap(([format, row]) => brokenRules(consumer.name, format, row).map((rule) => [consumer.name, rule])),
    );
    // TRL cannot read ShareGPT roles at all: that is a finding, not a false alarm.
    expect(alarms.filter(([name, rule]) => name !== 'trl' || rule !== 'mistrained:roles-not-mapped')).toEqual([]);
  });

  it('know each good row as its codec does', () => {
    expect(goodRows.filter(([format, row]) => !codecs[format].decode(row).ok)).toEqual([]);
    expect(new Set(goodRows.map(([format]) => format))).toEqual(new Set(FORMAT_NAMES));
  });

  it('are each shown by a row that breaks them', () => {
    const shown = new Set(
      badRows.flatMap(([consumer, format, row]) =>
        brokenRules(consumer, format, row).map((rule) => `${consumer} ${format} ${rule}`),
      ),
    );
    const unshown = CONSUMERS.flatMap((consumer) =>
      consumer.rules.flatMap((rule) =>
        rule.formats.map((format) => `${consumer.name} ${format} ${rule.outcome}:${rule.id}`),
      ),
    ).filter((rule) => !shown.has(rule));
    expect(unshown).toEqual([]);
  });

  it('have evidence and a fix', () => {
    for (const consumer of CONSUMERS) {
      for (const rule of [...consumer.rules, ...(consumer.fileRules ?? [])]) {
        expect(rule.evidence.source).not.toBe('');
        expect(rule.fix).toMatch(/\.$/);
        expect(rule.id).toMatch(/^[a-z-]+$/);
        expect(rule.formats.every((format) => consumer.formats.includes(format))).toBe(true);
      }
    }
  });

  it('names the consumers there are when one is unknown', () => {
    expect(() => resolveConsumers(['trl', 'trol'])).toThrow('"trol" is not known');
  });
});
