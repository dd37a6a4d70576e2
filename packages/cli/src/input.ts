import { createReadStream } from 'node:fs';
import { fileError } from './file-error.ts';

/** The bytes of a file, or of standard input for `-`. */
export async function* readInput(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* path === '-' ? process.stdin : createReadStream(path);
  } catch (error) {
    throw fileError(error, { action: 'read', path });
  }
}
