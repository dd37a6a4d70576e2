import { createMemoryArtefactStore } from '@dsgen/testkit';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import type { Refusal } from '../state/corpus-entry-table.ts';
import { readRefusal, writeRefusal } from './kept-refusal.ts';

const KEY = 'quarantine/extract@1/00/aa/document';

function refusal(reason: 'corrupt' | 'timed-out' | 'changed'): Refusal {
  return { state: 'quarantined', reason, detail: 'for the test' };
}

describe('a kept refusal', () => {
  it('stands for a document that can never be read', async () => {
    const store = createMemoryArtefactStore();
    await writeRefusal(store, KEY, refusal('corrupt'), DEFAULT_LIMITS);
    expect(await readRefusal(store, KEY, { ...DEFAULT_LIMITS, timeoutMs: 1 })).toEqual(refusal('corrupt'));
  });

  it('of a limit holds under the same limits only', async () => {
    const store = createMemoryArtefactStore();
    await writeRefusal(store, KEY, refusal('timed-out'), DEFAULT_LIMITS);
    expect(await readRefusal(store, KEY, DEFAULT_LIMITS)).toEqual(refusal('timed-out'));
    expect(await readRefusal(store, KEY, { ...DEFAULT_LIMITS, timeoutMs: 120_000 })).toBeUndefined();
  });

  it('is not made of what was true for a moment', async () => {
    const store = createMemoryArtefactStore();
    await writeRefusal(store, KEY, refusal('changed'), DEFAULT_LIMITS);
    expect(await readRefusal(store, KEY, DEFAULT_LIMITS)).toBeUndefined();
  });
});
