import { hash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { fingerprintOf, type CorpusEntry } from '@dsgen/backend-local';
import type { Refusal, StoredBytes } from '../corpus/corpus-item.ts';
import { MAX_SINGLE_PUT_BYTES } from './part-plan.ts';
import { FileChangedError, readWhole } from './read-stable.ts';
import type { StableFile } from './stable-file.ts';
import { MAX_SMALL_FILE_BYTES } from './small-file-reader.ts';
import type { UploadEntry } from './state/upload-entries.ts';
import type { FileFacts } from './state/upload-state.ts';
import type { UploadSession } from './upload-session.ts';

/** An entry that was looked at: what is left to do with it. */
export type PreparedEntry = { readonly position: number } & (
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'known'; readonly documentId: string; readonly bytes: number; readonly stored: StoredBytes }
  | { readonly kind: 'whole'; readonly documentId: string; readonly file: StableFile; readonly body: Buffer }
  | { readonly kind: 'large'; readonly facts: FileFacts; readonly file: StableFile }
);

/** How often a file that changes is read before it is given up. */
export const MAX_READS = 3;
/** A file that was written to is often written to a little longer. */
const WRITING_PAUSE_MS = 250;
/** A file written this shortly before it was read may be written again without looking different. */
const SETTLED_AFTER_MS = 2_000;

/**
 * Reads an entry once, unless it looks as it did when it was last read and its bytes were put into the bucket then. The memory
 * of a `whole` body is taken from `session.memory`; whoever takes the entry gives it back.
 */
export async function prepareEntry(session: UploadSession, { position, entry }: UploadEntry): Promise<PreparedEntry> {
  if (entry.refusal !== undefined) return { position, kind: 'refused', refusal: entry.refusal };
  if (entry.file === undefined) throw new TypeError(`The entry ${JSON.stringify(entry.path)} has no file`);
  let file: StableFile | Refusal = { ...entry.file, bytes: entry.bytes };
  for (let reads = 1; ; reads += 1) {
    session.signal.throwIfAborted();
    if ('reason' in file) return { position, kind: 'refused', refusal: file };
    try {
      return { position, ...(await prepareFile(session, file)) };
    } catch (error) {
      session.signal.throwIfAborted();
      if (!(error instanceof FileChangedError)) return { position, kind: 'refused', refusal: describeReadError(error) };
      if (reads === MAX_READS) return { position, kind: 'refused', refusal: CHANGES_ALWAYS };
      await delay(reads * WRITING_PAUSE_MS, undefined, { signal: session.signal });
      file = await lookAgain(entry);
    }
  }
}

type Unplaced<Kind> = Kind extends unknown ? Omit<Kind, 'position'> : never;

async function prepareFile(session: UploadSession, file: StableFile): Promise<Unplaced<PreparedEntry>> {
  const known = session.state.fileFacts(file.path, file.fingerprint);
  const stored = known === undefined ? undefined : session.state.stored(known.documentId);
  if (known !== undefined && stored !== undefined) {
    return { kind: 'known', documentId: known.documentId, bytes: file.bytes, stored };
  }
  if (file.bytes > MAX_SINGLE_PUT_BYTES) {
    const facts = known ?? (await session.hashing.hash(file, session.signal));
    if (facts === undefined) throw new FileChangedError();
    remember(session, file, facts);
    // Reading this much again is what a resumed run must be spared.
    session.settler.flush();
    return { kind: 'large', facts, file };
  }
  await session.memory.acquire(file.bytes);
  try {
    const body = await readBody(session, file);
    const documentId = hash('sha256', body);
    remember(session, file, { documentId, partChecksums: [] });
    return { kind: 'whole', documentId, file, body };
  } catch (error) {
    session.memory.release(file.bytes);
    throw error;
  }
}

/** @throws FileChangedError */
async function readBody({ smallFiles }: UploadSession, file: StableFile): Promise<Buffer> {
  if (file.bytes > MAX_SMALL_FILE_BYTES || !smallFiles.isQuick()) return readWhole(file);
  const body = smallFiles.read(file);
  if (body === undefined) throw new FileChangedError();
  return body;
}

function remember({ settler }: UploadSession, { path, fingerprint }: StableFile, facts: FileFacts): void {
  if (Date.now() - changedAtMs(fingerprint) > SETTLED_AFTER_MS) settler.learn({ path, fingerprint, facts });
}

/** The fingerprint has the change time in nanoseconds in its third place. */
function changedAtMs(fingerprint: string): number {
  return Number(fingerprint.split(':')[2]) / 1e6;
}

/** The file as it is now. */
export async function lookAgain({ file }: Pick<CorpusEntry, 'file'>): Promise<StableFile | Refusal> {
  const path = file?.path ?? '';
  try {
    const facts = await lstat(path, { bigint: true });
    if (!facts.isFile()) return refuse('changed', 'something else took the place of the file');
    if (facts.size === 0n) return { state: 'skipped', reason: 'empty', detail: 'the file has 0 bytes' };
    return { path, fingerprint: fingerprintOf(facts), bytes: Number(facts.size) };
  } catch (error) {
    return describeReadError(error);
  }
}

function describeReadError(error: unknown): Refusal {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('changed', 'the file is gone');
  if (code === 'ELOOP' || code === 'EISDIR') return refuse('changed', 'something else took the place of the file');
  if (code === 'EACCES' || code === 'EPERM') return refuse('unreadable', 'access is denied');
  return refuse('unreadable', `the file cannot be read: ${code}`);
}

/** Of a file that is written to all the time, such as a log. */
export const CHANGES_ALWAYS = refuse('changed', `the file changed during each of ${MAX_READS} reads`);

function refuse(reason: 'changed' | 'unreadable', detail: string): Refusal {
  return { state: 'quarantined', reason, detail };
}
