import { parentPort } from 'node:worker_threads';
import { hashFile, type HashedFile } from './hash-file.ts';

export interface HashRequest {
  readonly path: string;
  readonly bytes: number;
}

/** What the thread answers. */
export type HashReply =
  | { readonly hashed: HashedFile | undefined }
  | { readonly error: { readonly message: string; readonly code?: string } };

parentPort?.on('message', (request: HashRequest) => parentPort?.postMessage(reply(request)));

function reply({ path, bytes }: HashRequest): HashReply {
  try {
    return { hashed: hashFile(path, bytes) };
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    return { error: { message, ...(code === undefined ? {} : { code }) } };
  }
}
