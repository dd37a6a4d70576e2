import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '@dsgen/sdk';
import { fileError } from './file-error.ts';
import { write } from './output.ts';
import { refuseAddress } from './refuse-address.ts';
import { escapeJson } from './render/escape.ts';

/** A place for rows that appears only when it is whole. */
export interface RowSink {
  /** As the last screen names it. */
  readonly shown: string;
  write(rows: string | Uint8Array): Promise<void>;
  close(): Promise<void>;
  /** Removes what was written and is not whole; after `close` there is no such thing. */
  discard(): Promise<void>;
}

/** A file, or standard output for `-`. */
export function openRowSink(out: string): Promise<RowSink> {
  return out === '-' ? Promise.resolve(stdoutSink()) : openRowFile(resolve(out));
}

/** Opens a sink for as long as it is written to; it is closed when that ends and discarded when it fails. */
export async function withRowSink<Result>(out: string, use: (sink: RowSink) => Promise<Result>): Promise<Result> {
  const sink = await openRowSink(out);
  try {
    const result = await use(sink);
    await sink.close();
    return result;
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

/**
 * Before any work is done: a file that is there stays, unless the user wants it replaced.
 *
 * @throws UsageError `output-exists`, `output-is-folder`, `output-is-address`
 */
export async function refuseExisting(out: string, isForced: boolean): Promise<void> {
  if (out === '-') return;
  refuseAddress(out);
  const existing = await stat(out).catch(() => undefined);
  if (existing?.isDirectory() === true) throw outputIsFolder(out);
  if (existing === undefined || isForced || isDevice(existing)) return;
  throw new UsageError({
    code: 'output-exists',
    message: `Cannot write rows to "${out}": it exists already`,
    fix: 'Name another file, or replace it with --force.',
  });
}

function stdoutSink(): RowSink {
  return {
    shown: 'standard output',
    // Programs get the bytes of the format; a terminal gets the same JSON without characters it would obey.
    write: (rows) => write(process.stdout, process.stdout.isTTY ? escapeJson(asText(rows)) : rows),
    close: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

function asText(rows: string | Uint8Array): string {
  return typeof rows === 'string' ? rows : Buffer.from(rows.buffer, rows.byteOffset, rows.byteLength).toString('utf8');
}

/** Written beside its place under another name, then renamed; a pipe or device is written to as it is. */
async function openRowFile(path: string): Promise<RowSink> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory() === true) throw outputIsFolder(path);
  const isInPlace = existing !== undefined && isDevice(existing);
  const written = isInPlace ? path : `${path}.${process.pid}.tmp`;
  function explain(error: unknown): never {
    throw fileError(error, { action: 'write the rows to', path });
  }
  const file = await open(written, 'w').catch(explain);
  return {
    shown: path,
    async write(rows) {
      await file.appendFile(rows).catch(explain);
    },
    async close() {
      if (!isInPlace) await file.sync().catch(explain);
      await file.close().catch(explain);
      if (!isInPlace) await rename(written, path).catch(explain);
    },
    async discard() {
      await closeQuietly(file);
      if (!isInPlace) await rm(written, { force: true });
    },
  };
}

function isDevice(facts: { isFile(): boolean; isDirectory(): boolean }): boolean {
  return !facts.isFile() && !facts.isDirectory();
}

/** A failed write is what is told; that closing fails too is no news. */
async function closeQuietly(file: FileHandle): Promise<void> {
  await file.close().catch(() => {});
}

function outputIsFolder(path: string): UsageError {
  return new UsageError({
    code: 'output-is-folder',
    message: `Cannot write rows to "${path}": it is a folder`,
    fix: 'Name a file.',
  });
}
