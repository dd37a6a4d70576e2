import type { CorpusItem } from '@dsgen/backend-aws';
import type { ArtefactStore } from '@dsgen/core';
import { syntheticCorpus } from './synthetic-corpus.ts';

const ITEMS_PER_PAGE = 10_000;
/** Assumed: one document of ten has the bytes of an earlier one. */
const REPEATED_EVERY = 10;

/** The manifest of a corpus of so many documents, whose pages are made when they are read, in their order. */
export function syntheticManifest(count: number, seed: number): ArtefactStore {
  const documents = manifestItems(count, seed);
  function page(): string {
    const lines: string[] = [];
    while (lines.length < ITEMS_PER_PAGE) {
      const next = documents.next();
      if (next.done === true) break;
      lines.push(JSON.stringify(next.value));
    }
    return lines.join('\n');
  }
  const seal = { kind: 'dsgen/corpus', documents: count, pages: Math.ceil(count / ITEMS_PER_PAGE) };
  const store: Pick<ArtefactStore, 'get'> = {
    get: (key) => Promise.resolve(Buffer.from(key.endsWith('sealed.json') ? JSON.stringify(seal) : page())),
  };
  return store as ArtefactStore;
}

function* manifestItems(count: number, seed: number): Generator<CorpusItem> {
  const earlier: string[] = [];
  let index = 0;
  for (const { item } of syntheticCorpus(count, seed)) {
    const { path, bytes } = item;
    const isRepeated = index % REPEATED_EVERY === REPEATED_EVERY - 1;
    const documentId = (isRepeated ? earlier[index % earlier.length] : undefined) ?? item.documentId;
    if (index < 1_000) earlier.push(documentId);
    yield {
      path,
      documentId,
      bytes,
      stored: { key: `bronze/packs/${documentId.slice(0, 2)}/${documentId}`, offset: index },
    };
    index += 1;
  }
}
