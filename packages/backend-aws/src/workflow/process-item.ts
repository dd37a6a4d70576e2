import { createReadStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { readRefusal, DEFAULT_LIMITS, type DocumentKeys, type DocumentWorker } from '@dsgen/backend-local';
import { BackendError, type ArtefactStore, type DocumentOutcome } from '@dsgen/core';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { readStoredBytes } from '../corpus/read-stored-bytes.ts';

export interface ItemContext {
  readonly worker: DocumentWorker;
  readonly store: ArtefactStore;
  /** Told of every artefact that was kept, in bytes. */
  readonly onKept: (bytes: number) => void;
}

/** Works on one document unless its outcome is known, and leaves its artefacts in the store. */
export async function processItem(item: CorpusItem, context: ItemContext): Promise<DocumentOutcome> {
  if (item.refusal !== undefined) return item.refusal;
  const { worker, store } = context;
  const keys = worker.keys(item);
  if ((await store.head(keys.process)) !== undefined) return { state: 'done' };
  const kept = await readRefusal(store, keys.refusal, DEFAULT_LIMITS);
  if (kept !== undefined) return kept;
  const file = join(worker.documentFolder, item.documentId);
  await writeFile(file, await download(item, store));
  try {
    await copyExtraction(keys, context);
    const { path, documentId, bytes } = item;
    const outcome = await worker.work({ path, documentId, bytes, file });
    await upload(outcome, keys, context);
    return outcome;
  } finally {
    await rm(file, { force: true });
    for (const key of Object.values(keys)) await worker.artefacts.delete(key);
  }
}

/** The bytes of a document, which must be those the corpus was sealed with. */
async function download(item: CorpusItem, store: ArtefactStore): Promise<Uint8Array> {
  const bytes = await readStoredBytes(store, item);
  const found = bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex');
  if (bytes !== undefined && found === item.documentId) return bytes;
  throw new BackendError({
    code: 'document-missing',
    message: `Cannot read ${JSON.stringify(item.path)} from ${JSON.stringify(item.stored?.key)}: the bytes are ${found === undefined ? 'missing' : 'not those of the corpus'}`,
    fix: 'Upload the documents again; what is there already is not sent twice.',
    data: { path: item.path, documentId: item.documentId },
    isRetryable: true,
  });
}

/** An extraction that exists is used; only what follows is made again. */
async function copyExtraction({ extract }: DocumentKeys, { worker, store }: ItemContext): Promise<void> {
  const extraction = await store.get(extract);
  if (extraction !== undefined) await worker.artefacts.put(extract, extraction);
}

/** The process artefact last: it says that all others are there. */
async function upload(outcome: DocumentOutcome, keys: DocumentKeys, context: ItemContext): Promise<void> {
  const { worker, store, onKept } = context;
  if (outcome.state !== 'done') {
    const kept = await worker.artefacts.get(keys.refusal);
    await store.put(keys.refusal, kept ?? Buffer.from(JSON.stringify({ refusal: outcome })));
    return;
  }
  for (const key of [keys.extract, keys.process]) {
    if ((await store.head(key)) === undefined) {
      const file = worker.artefacts.pathOf(key);
      if ((await store.put(key, createReadStream(file), { ifAbsent: true })) === 'written')
        onKept((await stat(file)).size);
    }
  }
}
