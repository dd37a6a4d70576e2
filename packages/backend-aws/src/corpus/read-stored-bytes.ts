import type { ArtefactStore } from '@dsgen/core';
import type { CorpusItem } from './corpus-item.ts';

/** A store that can read a part of an object; a pack is not read whole for one document. */
export interface RangeStore extends ArtefactStore {
  getRange(key: string, range: { readonly offset: number; readonly bytes: number }): Promise<Uint8Array | undefined>;
}

/** The bytes of a document of a corpus, or undefined when they are not there. */
export async function readStoredBytes(store: ArtefactStore, item: CorpusItem): Promise<Uint8Array | undefined> {
  const { stored, bytes } = item;
  if (stored === undefined) return undefined;
  const { key, offset } = stored;
  if (offset === undefined) return store.get(key);
  if (canReadRanges(store)) return store.getRange(key, { offset, bytes });
  return (await store.get(key))?.subarray(offset, offset + bytes);
}

function canReadRanges(store: ArtefactStore): store is RangeStore {
  return 'getRange' in store;
}
