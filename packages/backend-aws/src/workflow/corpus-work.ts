import type { ArtefactStore } from '@dsgen/core';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { readManifest } from '../corpus/manifest.ts';

/** The items of a corpus as a job sees them: every repetition of earlier bytes is refused as a duplicate. */
export async function* readCorpus(store: ArtefactStore, corpusId: string): AsyncGenerator<CorpusItem> {
  const firstPath = new Map<string, string>();
  for await (const item of readManifest(store, corpusId)) {
    const earlier = item.refusal === undefined ? firstPath.get(item.documentId) : undefined;
    if (earlier !== undefined) {
      const detail = `the same bytes as ${JSON.stringify(earlier)}`;
      yield { ...item, refusal: { state: 'skipped', reason: 'duplicate-document', detail } };
      continue;
    }
    if (item.refusal === undefined) firstPath.set(item.documentId, item.path);
    yield item;
  }
}
