import type { ArtefactStore } from '@dsgen/core';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { readManifest, readSeal } from '../corpus/manifest.ts';
import { SeenDocuments } from './seen-documents.ts';

export interface ReadCorpusOptions {
  readonly store: ArtefactStore;
  /** Keeps hashes and paths while the corpus is read: about 100 bytes a document. */
  readonly scratchFolder: string;
}

/** The items of a corpus as a job sees them: every repetition of earlier bytes is refused as a duplicate. */
export async function* readCorpus(
  corpusId: string,
  { store, scratchFolder }: ReadCorpusOptions,
): AsyncGenerator<CorpusItem> {
  const { documents = 0 } = (await readSeal(store, corpusId)) ?? {};
  const seen = new SeenDocuments({ scratchFolder, documents });
  try {
    for await (const item of readManifest(store, corpusId)) {
      const earlier = item.refusal === undefined ? seen.firstPath(item.documentId, item.path) : undefined;
      if (earlier === undefined) yield item;
      else yield { ...item, refusal: duplicateOf(earlier) };
    }
  } finally {
    seen.close();
  }
}

function duplicateOf(path: string): NonNullable<CorpusItem['refusal']> {
  return { state: 'skipped', reason: 'duplicate-document', detail: `the same bytes as ${JSON.stringify(path)}` };
}
