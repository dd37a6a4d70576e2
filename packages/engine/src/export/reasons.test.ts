import { readFile } from 'node:fs/promises';
import { DOCUMENT_REASONS } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { REJECT_REASONS } from '../assess/verdict.ts';
import { IDLE_REASONS } from '../pipeline/processed-section.ts';

const page = await readFile(new URL('../../../../docs/reasons.md', import.meta.url), 'utf8');

/** The reasons that a section's table explains, in its order. */
function explained(heading: string): string[] {
  const section = page.split('\n## ').find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([a-z-]+)` +\| .+ \| .+ \|$/gm)].map(([, reason]) => reason ?? '');
}

describe('docs/reasons.md', () => {
  it('explains every reason there is, and no other', () => {
    expect(explained('Documents that are skipped')).toEqual([...DOCUMENT_REASONS.skipped]);
    expect(explained('Documents that are quarantined')).toEqual([...DOCUMENT_REASONS.quarantined]);
    expect(explained('Candidates that are rejected')).toEqual([...REJECT_REASONS]);
    expect(explained('Sections that give no record')).toEqual(['cited', ...IDLE_REASONS]);
  });
});
