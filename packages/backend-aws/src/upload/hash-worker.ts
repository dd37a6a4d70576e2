import { parentPort } from 'node:worker_threads';
import { hashFile, type FileToHash } from './hash-file.ts';
import type { FileFacts } from './state/upload-state.ts';

/** What the thread answers. */
export type HashReply =
  | { readonly facts: FileFacts | undefined }
  | { readonly error: { readonly message: string; readonly code?: string } };

parentPort?.on('message', (file: FileToHash) => parentPort?.postMessage(reply(file)));

function reply(file: FileToHash): HashReply {
  try {
    return { facts: hashFile(file) };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { error: { message, ...(code === undefined ? {} : { code }) } };
  }
}
