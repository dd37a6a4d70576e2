import { stat } from 'node:fs/promises';
import { readInput } from './input.ts';
import { FileProgress } from './render/file-progress.ts';

/** Opens a file of rows, or standard input for `-`. */
export type OpenInput = (path: string) => AsyncIterable<Uint8Array>;

/** Reads files with a line of progress. A file that is read twice is named twice. */
export async function withProgress<Result>(
  paths: readonly string[],
  use: (open: OpenInput) => Promise<Result>,
): Promise<Result> {
  const totalBytes = await sizeOf(paths);
  const progress = new FileProgress({
    stream: process.stderr,
    environment: process.env,
    ...(totalBytes !== undefined && { totalBytes }),
  });
  try {
    return await use((path) => readInput(path, { onBytes: (bytes) => progress.add(bytes) }));
  } finally {
    progress.end();
  }
}

/** Undefined when one of them is no regular file. That one is missing is told when it is read. */
async function sizeOf(paths: readonly string[]): Promise<number | undefined> {
  const facts = await Promise.all(paths.map((path) => (path === '-' ? undefined : stat(path).catch(() => undefined))));
  const sizes = facts.map((fact) => (fact?.isFile() === true ? fact.size : Number.NaN));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return Number.isNaN(total) ? undefined : total;
}
