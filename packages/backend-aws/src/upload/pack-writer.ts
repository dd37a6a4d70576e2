import { hash } from 'node:crypto';
import { packKey } from '../corpus/corpus-item.ts';
import { putWhole } from './put-whole.ts';
import type { UploadSession } from './upload-session.ts';

/** Smaller documents travel in packs: a request costs as much as sending this much. */
export const MAX_PACKED_BYTES = 256 * 1024;
const PACK_BYTES = 8 * 1024 * 1024;
/** Packs in memory: one that fills, the others on their way. */
const MAX_PACKS = 3;

interface PackedDocument {
  readonly position: number;
  readonly documentId: string;
  readonly bytes: number;
  readonly offset: number;
}

/** Puts small documents one after the other into objects of 8 MiB. The same documents in the same order give the same packs. */
export interface PackWriter {
  add(document: { readonly position: number; readonly documentId: string; readonly body: Uint8Array }): Promise<void>;
  /** Sends what is left and waits for everything. A failure ends the session. */
  finish(): Promise<void>;
  /** Waits until no pack is on its way, however that ends. */
  settled(): Promise<void>;
}

export function createPackWriter(session: UploadSession): PackWriter {
  /** Packs that were sent leave their memory to the next. */
  const free: Buffer[] = [];
  let buffer: Buffer | undefined;
  let documents: PackedDocument[] = [];
  let used = 0;
  const onTheirWay = new Set<Promise<void>>();

  async function close(): Promise<void> {
    if (buffer === undefined || documents.length === 0) return;
    const memory = buffer;
    const sending: Promise<void> = sendPack(session, memory.subarray(0, used), documents)
      .then(() => void free.push(memory))
      .catch((error: unknown) => session.fail(error))
      .finally(() => onTheirWay.delete(sending));
    onTheirWay.add(sending);
    buffer = undefined;
    documents = [];
    used = 0;
    while (onTheirWay.size >= MAX_PACKS) await Promise.race(onTheirWay);
  }
  return {
    async add({ position, documentId, body }) {
      if (used + body.byteLength > PACK_BYTES) await close();
      buffer ??= free.pop() ?? Buffer.allocUnsafeSlow(PACK_BYTES);
      buffer.set(body, used);
      documents.push({ position, documentId, bytes: body.byteLength, offset: used });
      used += body.byteLength;
    },
    async finish() {
      await close();
      await Promise.all(onTheirWay);
      session.signal.throwIfAborted();
    },
    async settled() {
      await Promise.all(onTheirWay);
    },
  };
}

async function sendPack(session: UploadSession, body: Buffer, documents: readonly PackedDocument[]): Promise<void> {
  const sha256 = hash('sha256', body);
  const key = packKey(sha256);
  const how = await putWhole(session, { key, sha256, body });
  for (const { position, documentId, bytes, offset } of documents) {
    session.settler.document({ position, documentId, bytes, stored: { key, offset }, how });
  }
}
