import { hash } from 'node:crypto';
import { BackendError, type ArtefactStore } from '@dsgen/core';
import type { CorpusItem } from './corpus-item.ts';

/** A store that can read a part of an object; a pack is not read whole for one document. */
export interface RangeStore extends ArtefactStore {
  getRange(key: string, range: { readonly offset: number; readonly bytes: number }): Promise<Uint8Array | undefined>;
}

/** How often a document is read that arrives with other bytes than it was stored with. */
const MAX_READS = 3;

/**
 * The bytes of a document of a corpus, or undefined when they are not there. They are held to the document's hash: a range of a
 * pack comes without a checksum of its own.
 *
 * @throws BackendError `transfer-corrupted`
 */
export async function readStoredBytes(store: ArtefactStore, item: CorpusItem): Promise<Uint8Array | undefined> {
  for (let reads = 1; reads <= MAX_READS; reads += 1) {
    const bytes = await readOnce(store, item);
    if (bytes === undefined || hash('sha256', bytes) === item.documentId) return bytes;
  }
  throw new BackendError({
    code: 'transfer-corrupted',
    message: `Cannot read ${JSON.stringify(item.path)}: in ${MAX_READS} reads its bytes did not have the hash ${item.documentId}`,
    fix: 'Upload the document again under another corpus name, and look for a proxy that changes what passes through.',
  });
}

async function readOnce(store: ArtefactStore, { stored, bytes }: CorpusItem): Promise<Uint8Array | undefined> {
  if (stored === undefined) return undefined;
  const { key, offset } = stored;
  if (offset === undefined) return store.get(key);
  if (canReadRanges(store)) return store.getRange(key, { offset, bytes });
  return (await store.get(key))?.subarray(offset, offset + bytes);
}

function canReadRanges(store: ArtefactStore): store is RangeStore {
  return 'getRange' in store;
}
