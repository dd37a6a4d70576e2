import { createHash } from 'node:crypto';
import type { ArtefactStore } from '@dsgen/core';

export interface PutDocument {
  readonly documentId: string;
  readonly bytes: number;
}

/** Where a copied corpus keeps a document's bytes. */
export function documentKey(corpusId: string, documentId: string): string {
  return `bronze/${corpusId}/${documentId.slice(0, 2)}/${documentId}`;
}

/** Stores a document's bytes under their hash. A stream is gathered first, since its hash is known at its end only. */
export async function putDocumentBytes(
  store: ArtefactStore,
  corpusId: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<PutDocument> {
  const whole = body instanceof Uint8Array ? body : await collect(body);
  const documentId = createHash('sha256').update(whole).digest('hex');
  await store.put(documentKey(corpusId, documentId), whole, { ifAbsent: true });
  return { documentId, bytes: whole.byteLength };
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}
