import { crc32 } from 'node:zlib';
import { statusOf } from '../store/explain-aws-error.ts';
import { tenantKey } from '../store/tenant-key.ts';
import { encodeCrc32 } from './crc32.ts';
import { objectExists } from './object-exists.ts';
import type { UploadSession } from './upload-session.ts';

export interface WholeObject {
  readonly key: string;
  /** sha256 in hex. */
  readonly sha256: string;
  readonly body: Uint8Array;
}

/** From this size on, asking whether an object is there costs less than sending it for nothing. */
const ASK_FIRST_BYTES = 256 * 1024;

/** Puts an object where none is. An answer that got lost does no harm: the next attempt finds the object there. */
export async function putWhole(session: UploadSession, { key, sha256, body }: WholeObject): Promise<'sent' | 'found'> {
  const { sender, tenant } = session;
  const bytes = body.byteLength;
  if (bytes >= ASK_FIRST_BYTES && (await sender.run(() => objectExists(session, key, bytes)))) return 'found';
  try {
    await sender.send({
      key: tenantKey(tenant, key),
      body: () => body,
      bytes,
      sha256,
      crc32: encodeCrc32(crc32(body)),
      ifAbsent: true,
    });
    return 'sent';
  } catch (error) {
    if (statusOf(error) === 412) return 'found';
    throw error;
  }
}
