import type { FileFactTable } from '../state/file-fact-table.ts';
import type { CorpusEntry, Refusal } from '../state/corpus-entry-table.ts';
import { hashFile } from './read-document.ts';

/** A file written this shortly before it was hashed may be written again without looking different. */
const SETTLED_AFTER_MS = 2_000;

export type Identified =
  | { readonly documentId: string }
  /** `refusal` says why there is no hash. */
  | { readonly documentId: ''; readonly refusal: Refusal };

/** The hash of an entry's bytes: known, remembered from an earlier run, or computed now. */
export async function identify(
  entry: CorpusEntry,
  fileFacts: FileFactTable,
  signal?: AbortSignal,
): Promise<Identified> {
  if (entry.refusal !== undefined) return { documentId: '', refusal: entry.refusal };
  if (entry.documentId !== undefined) return { documentId: entry.documentId };
  if (entry.file === undefined) return refuse('unreadable', 'the corpus does not say where the file is');
  const { path, fingerprint } = entry.file;
  const known = fileFacts.documentId(path, fingerprint);
  if (known !== undefined) return { documentId: known };
  return hashNow(entry.file, fileFacts, signal);
}

async function hashNow(
  file: { readonly path: string; readonly fingerprint: string },
  fileFacts: FileFactTable,
  signal: AbortSignal | undefined,
): Promise<Identified> {
  try {
    const { documentId, fingerprint, changedAtMs } = await hashFile(file.path, signal);
    if (fingerprint !== file.fingerprint) return refuse('changed', 'the file changed after the corpus was linked');
    if (Date.now() - changedAtMs > SETTLED_AFTER_MS) fileFacts.put(file.path, fingerprint, documentId);
    return { documentId };
  } catch (error) {
    signal?.throwIfAborted();
    return describeReadError(error);
  }
}

function describeReadError(error: unknown): Identified {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('changed', 'the file is gone');
  if (code === 'ELOOP' || code === 'EISDIR') return refuse('changed', 'something else took the place of the file');
  if (code === 'EACCES' || code === 'EPERM') return refuse('unreadable', 'access is denied');
  return refuse('unreadable', `the file cannot be read: ${code}`);
}

function refuse(reason: 'changed' | 'unreadable', detail: string): Identified {
  return { documentId: '', refusal: { state: 'quarantined', reason, detail } };
}
