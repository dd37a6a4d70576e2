import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { writeManifest } from '../corpus/manifest.ts';
import { readCorpus } from './corpus-work.ts';

describe('the corpus as a job sees it', () => {
  let scratchFolder: string;

  beforeEach(async () => {
    scratchFolder = await mkdtemp(join(tmpdir(), 'dsgen-corpus-'));
  });
  afterEach(() => rm(scratchFolder, { recursive: true, force: true }));

  async function read(items: readonly CorpusItem[]): Promise<CorpusItem[]> {
    const store = createMemoryArtefactStore();
    await writeManifest(store, { corpusId: 'corpus', name: 'docs', items });
    return Array.fromAsync(readCorpus('corpus', { store, scratchFolder }));
  }

  it('refuses every repetition of earlier bytes, whatever the paths and their order', async () => {
    const contents = fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.nat({ max: 40 })), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(contents, async (documents) => {
        const items = documents.map(([path, content]) => itemOf(path, hashOf(content)));
        const first = new Map<string, string>();
        const expected = items.map(({ path, documentId }) => {
          const earlier = first.get(documentId);
          if (earlier === undefined) first.set(documentId, path);
          return earlier === undefined ? undefined : `the same bytes as ${JSON.stringify(earlier)}`;
        });
        const seen = await read(items);
        expect(seen.map(({ refusal }) => refusal?.detail)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('tells apart documents whose hashes begin alike', async () => {
    const [one, other] = ['a'.repeat(64), `${'a'.repeat(63)}b`];
    const seen = await read([itemOf('1', one), itemOf('2', other), itemOf('3', other), itemOf('4', one)]);
    expect(seen.map(({ refusal }) => refusal?.detail)).toEqual([
      undefined,
      undefined,
      'the same bytes as "2"',
      'the same bytes as "1"',
    ]);
  });

  it('leaves alone what was refused when the corpus was sealed', async () => {
    const refusal = { state: 'quarantined', reason: 'crashed', detail: 'unreadable' } as const;
    const refused = { path: 'a', documentId: '', bytes: 0, refusal };
    expect(await read([refused, { ...refused, path: 'b' }])).toEqual([refused, { ...refused, path: 'b' }]);
  });

  it('leaves nothing in the scratch folder, also when it is left early', async () => {
    const store = createMemoryArtefactStore();
    const items = Array.from({ length: 10 }, (_, index) => itemOf(`${index}`, hashOf(index)));
    await writeManifest(store, { corpusId: 'corpus', name: 'docs', items });
    for await (const _ of readCorpus('corpus', { store, scratchFolder })) break;
    expect(await readdir(scratchFolder)).toEqual([]);
  });
});

function itemOf(path: string, documentId: string): CorpusItem {
  return { path, documentId, bytes: 1 };
}

function hashOf(content: number): string {
  return createHash('sha256').update(String(content)).digest('hex');
}
