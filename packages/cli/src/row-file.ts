import { open, rename, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '@dsgen/sdk';
import { fileError } from './file-error.ts';
import { write } from './output.ts';
import { escapeJson } from './render/escape.ts';

/** A place for rows that appears only when it is whole. */
export interface RowSink {
  /** As the last screen names it. */
  readonly shown: string;
  write(row: string): Promise<void>;
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

function stdoutSink(): RowSink {
  return {
    shown: 'standard output',
    // Programs get the bytes of the format; a terminal gets the same JSON without characters it would obey.
    write: (row) => write(process.stdout, process.stdout.isTTY ? escapeJson(row) : row),
    close: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

/** Written beside its place under another name, then renamed. */
async function openRowFile(path: string): Promise<RowSink> {
  await refuseFolder(path);
  const temporary = `${path}.${process.pid}.tmp`;
  function explain(error: unknown): never {
    throw fileError(error, { action: 'write the rows to', path });
  }
  const file = await open(temporary, 'w').catch(explain);
  return {
    shown: path,
    async write(row) {
      await file.appendFile(row).catch(explain);
    },
    async close() {
      await file.sync().catch(explain);
      await file.close();
      await rename(temporary, path).catch(explain);
    },
    async discard() {
      await file.close();
      await rm(temporary, { force: true });
    },
  };
}

async function refuseFolder(path: string): Promise<void> {
  const existing = await stat(path).catch(() => undefined);
  if (existing?.isDirectory() !== true) return;
  throw new UsageError({
    code: 'output-is-folder',
    message: `Cannot write rows to "${path}": it is a folder`,
    fix: 'Name a file.',
  });
}
