import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type Part,
} from '@aws-sdk/client-s3';
import type { FileHandle } from 'node:fs/promises';
import { documentKey } from '../corpus/corpus-item.ts';
import { awsErrorName } from '../store/explain-aws-error.ts';
import { tenantKey } from '../store/tenant-key.ts';
import type { BlockRing } from './block-ring.ts';
import { combineCrc32, encodeCrc32 } from './crc32.ts';
import { listUnfinished } from './list-unfinished.ts';
import { objectExists } from './object-exists.ts';
import { partRange, planParts, type PartRange } from './part-plan.ts';
import { assertUnchanged, FileChangedError, readRange, withStableFile } from './read-stable.ts';
import type { StableFile } from './stable-file.ts';
import type { FileFacts } from './state/upload-state.ts';
import type { UploadSession } from './upload-session.ts';

interface LargeObject {
  readonly session: UploadSession;
  /** Of the artefact, without the tenant. */
  readonly key: string;
  readonly file: StableFile;
  readonly facts: FileFacts;
  /** Told of every part that is in the bucket. */
  readonly onPart: (bytes: number) => void;
}

/** How often an upload that went away under us is begun anew. */
const MAX_BEGINNINGS = 4;

/** `InvalidRequest`: a server that was stopped while it began an upload may list it without the kind of checksum it was begun with. */
const UNUSABLE_UPLOAD: ReadonlySet<string> = new Set([
  'BadDigest',
  'NoSuchUpload',
  'InvalidPart',
  'InvalidPartOrder',
  'InvalidRequest',
  'ConditionalRequestConflict',
]);

/**
 * Puts a large file into the bucket in parts. Parts that an earlier run sent are kept: S3 lists them, and a part that has the
 * expected length and checksum is the part. Completing is safe to repeat: whoever loses the race or the answer finds the object.
 *
 * @throws FileChangedError when the file is no longer the one that `facts` is about; what was sent of it is given up
 */
export async function uploadLarge(
  session: UploadSession,
  { file, facts }: { readonly file: StableFile; readonly facts: FileFacts },
): Promise<'sent' | 'found'> {
  const { progress } = session;
  let arrived = 0;
  function onPart(bytes: number): void {
    arrived += bytes;
    progress.arrivingBytes += bytes;
  }
  const object = { session, key: documentKey(facts.documentId), file, facts, onPart };
  for (let beginnings = 1; ; beginnings += 1) {
    if (await session.sender.run(() => objectExists(session, object.key, file.bytes))) return dropOwn(object);
    const upload = await findUpload(object);
    try {
      const etags = await withStableFile(file, (handle) => sendParts(object, upload, handle));
      const how = await complete(object, upload.uploadId, etags);
      session.state.forgetBegun(object.key);
      return how;
    } catch (error) {
      if (error instanceof FileChangedError) await abort(object, upload.uploadId);
      if (!wentAway(error) || beginnings === MAX_BEGINNINGS) throw error;
      await abort(object, upload.uploadId);
    } finally {
      progress.arrivingBytes -= arrived;
      arrived = 0;
    }
  }
}

/** Another uploader was faster: the parts that this machine sent are of no use. */
async function dropOwn(object: LargeObject): Promise<'found'> {
  const own = object.session.state.begun(object.key);
  if (own !== undefined) await abort(object, own.uploadId);
  return 'found';
}

interface FoundUpload {
  readonly uploadId: string;
  /** ETags of the parts that are there, by number. */
  readonly etags: ReadonlyMap<number, string>;
}

/** The upload that this machine remembers, else one that S3 knows, else a new one. */
async function findUpload(object: LargeObject): Promise<FoundUpload> {
  const { session, key, file } = object;
  const remembered = session.state.begun(key)?.uploadId;
  for (const uploadId of remembered === undefined ? await listUploads(object) : [remembered]) {
    const etags = await session.sender.run(() => listMatchingParts(object, uploadId));
    if (etags !== undefined) {
      session.state.putBegun({ key, uploadId, path: file.path, bytes: file.bytes });
      return { uploadId, etags };
    }
  }
  return { uploadId: await begin(object), etags: new Map() };
}

async function begin({ session, key, file }: LargeObject): Promise<string> {
  const { client, bucket, tenant, signal } = session;
  const command = new CreateMultipartUploadCommand({
    Bucket: bucket,
    Key: tenantKey(tenant, key),
    ChecksumAlgorithm: 'CRC32',
    ChecksumType: 'FULL_OBJECT',
  });
  const { UploadId = '' } = await session.sender.run(() => client.send(command, { abortSignal: signal }));
  session.state.putBegun({ key, uploadId: UploadId, path: file.path, bytes: file.bytes });
  return UploadId;
}

/** The key is the hash of the content, so whoever began an upload of it sends the same bytes. */
async function listUploads({ session, key }: LargeObject): Promise<readonly string[]> {
  const { client, bucket, tenant, signal } = session;
  const prefix = tenantKey(tenant, key);
  const found: string[] = [];
  for await (const { uploadId } of listUnfinished(client, { bucket, prefix, signal })) found.push(uploadId);
  return found;
}

/** ETags of the parts that are there as they should be; undefined when S3 does not know the upload. */
async function listMatchingParts(
  object: LargeObject,
  uploadId: string,
): Promise<ReadonlyMap<number, string> | undefined> {
  const etags = new Map<number, string>();
  try {
    for await (const part of listParts(object, uploadId)) {
      const { PartNumber = 0, ETag } = part;
      if (ETag !== undefined && isRightPart(object, part)) etags.set(PartNumber, ETag);
    }
    return etags;
  } catch (error) {
    if (wentAway(error)) return undefined;
    throw error;
  }
}

/** The SDK's paginator goes by a marker that S3 gives on the last page too. */
async function* listParts({ session, key }: LargeObject, uploadId: string): AsyncGenerator<Part> {
  const { client, bucket, tenant, signal } = session;
  const input = { Bucket: bucket, Key: tenantKey(tenant, key), UploadId: uploadId };
  let marker: string | undefined;
  for (;;) {
    const command: ListPartsCommand = new ListPartsCommand({ ...input, PartNumberMarker: marker });
    const page = await client.send(command, { abortSignal: signal });
    yield* page.Parts ?? [];
    if (page.IsTruncated !== true) return;
    marker = page.NextPartNumberMarker;
  }
}

function isRightPart({ file, facts }: LargeObject, { PartNumber = 0, Size, ChecksumCRC32 }: Part): boolean {
  const plan = planParts(file.bytes);
  const checksum = facts.partChecksums[PartNumber - 1];
  if (PartNumber > plan.count || checksum === undefined) return false;
  return Size === partRange(plan, file.bytes, PartNumber).bytes && ChecksumCRC32 === encodeCrc32(checksum);
}

/** Sends the parts that are missing; gives the ETags of all. */
async function sendParts(object: LargeObject, upload: FoundUpload, handle: FileHandle): Promise<readonly string[]> {
  const { session, file } = object;
  const plan = planParts(file.bytes);
  const sending: Array<Promise<string>> = [];
  for (let number = 1; number <= plan.count; number += 1) {
    const known = upload.etags.get(number);
    const range = partRange(plan, file.bytes, number);
    if (known !== undefined) {
      object.onPart(range.bytes);
      sending.push(Promise.resolve(known));
      continue;
    }
    await session.sender.hasRoom();
    const part = sendPart(object, { uploadId: upload.uploadId, range, handle });
    // The first failure is thrown below; the others must not end the process meanwhile.
    part.catch(() => undefined);
    sending.push(part);
  }
  // All parts end before the file is closed.
  const results = await Promise.allSettled(sending);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

interface PartToSend {
  readonly uploadId: string;
  readonly range: PartRange;
  readonly handle: FileHandle;
}

/** The checksum is that of the bytes the document's hash was made of: S3 refuses a part that was read differently. */
async function sendPart(
  { session, key, file, facts, onPart }: LargeObject,
  { uploadId, range, handle }: PartToSend,
): Promise<string> {
  let ring: BlockRing | undefined;
  let attempts = 0;
  try {
    const etag = await session.sender.send({
      key: tenantKey(session.tenant, key),
      query: `partNumber=${range.number}&uploadId=${encodeURIComponent(uploadId)}`,
      async *body() {
        attempts += 1;
        ring ??= session.blocks.take();
        if (attempts > 1) await assertUnchanged(handle, file);
        yield* readRange(handle, range, ring);
      },
      bytes: range.bytes,
      crc32: encodeCrc32(facts.partChecksums[range.number - 1] ?? 0),
    });
    onPart(range.bytes);
    return etag;
  } finally {
    // Only an answer shows that the socket is done with the last block.
    if (ring !== undefined) session.blocks.giveBack(ring);
  }
}

async function complete(object: LargeObject, uploadId: string, etags: readonly string[]): Promise<'sent' | 'found'> {
  const { session, key, file, facts } = object;
  const { client, bucket, tenant, signal } = session;
  const plan = planParts(file.bytes);
  const checksum = facts.partChecksums.reduce((sum, part, index) =>
    combineCrc32(sum, part, partRange(plan, file.bytes, index + 1).bytes),
  );
  const command = new CompleteMultipartUploadCommand({
    Bucket: bucket,
    Key: tenantKey(tenant, key),
    UploadId: uploadId,
    IfNoneMatch: '*',
    MpuObjectSize: file.bytes,
    ChecksumType: 'FULL_OBJECT',
    ChecksumCRC32: encodeCrc32(checksum),
    MultipartUpload: {
      Parts: etags.map((ETag, index) => ({
        PartNumber: index + 1,
        ETag,
        ChecksumCRC32: encodeCrc32(facts.partChecksums[index] ?? 0),
      })),
    },
  });
  try {
    await session.sender.run(() => client.send(command, { abortSignal: signal }));
    return 'sent';
  } catch (error) {
    signal.throwIfAborted();
    // The answer may have been lost after the deed, and another uploader may have been faster: the object tells.
    if (!(await objectExists(session, key, file.bytes))) throw error;
    await abort(object, uploadId);
    return 'found';
  }
}

/** What is left of an upload costs money, but is no reason to fail: `dsgen uploads clean` and the bucket's rule remove it too. */
async function abort({ session, key }: LargeObject, uploadId: string): Promise<void> {
  const { client, bucket, tenant } = session;
  const command = new AbortMultipartUploadCommand({ Bucket: bucket, Key: tenantKey(tenant, key), UploadId: uploadId });
  await client.send(command).catch(() => undefined);
  session.state.forgetBegun(key);
}

/** Whether the upload is gone, or its parts are not what they were when they were sent, or it is one without checksums. */
function wentAway(error: unknown): boolean {
  return UNUSABLE_UPLOAD.has(awsErrorName(error));
}
