import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import type { SplitRow } from '@dsgen/sdk';
import { fileError } from './file-error.ts';
import { write } from './output.ts';
import { refuseAddress } from './refuse-address.ts';
import { refuseExisting } from './row-file.ts';
import { RowTally, type RowReport } from './row-tally.ts';
import { writePacked } from './write-packed.ts';

export interface SplitTarget {
  readonly folder: string;
  readonly names: readonly string[];
  /** Of every file: `.jsonl.gz`. */
  readonly extension: string;
  readonly isForced: boolean;
}

export interface SplitReport extends RowReport {
  readonly out: string;
  /** Rows of each split. */
  readonly splits: Readonly<Record<string, number>>;
}

/** Before any work is done: files that are there stay, unless they are to be replaced. */
export async function refuseExistingSplits({ folder, names, extension, isForced }: SplitTarget): Promise<void> {
  refuseAddress(folder);
  for (const name of names) await refuseExisting(join(folder, name + extension), isForced);
}

/** Writes each split to a file of its own. The files appear together, when all of them are whole. */
export async function writeSplits(rows: AsyncIterable<SplitRow>, target: SplitTarget): Promise<SplitReport> {
  const folder = resolve(target.folder);
  const temporary = await temporaryBeside(folder);
  try {
    const report = await writeAll(rows, target, temporary);
    await mkdir(folder, { recursive: true });
    for (const name of target.names) {
      await rename(join(temporary, name + target.extension), join(folder, name + target.extension));
    }
    return { out: folder, ...report };
  } catch (error) {
    throw fileError(error, { action: 'write the splits to', path: folder });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function temporaryBeside(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    return await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  } catch (error) {
    throw fileError(error, { action: 'write the splits to', path: folder });
  }
}

async function writeAll(
  rows: AsyncIterable<SplitRow>,
  { names, extension }: SplitTarget,
  folder: string,
): Promise<Omit<SplitReport, 'out'>> {
  const tally = new RowTally();
  const outputs = new Map(names.map((name) => [name, new Output(join(folder, name + extension), tally)]));
  try {
    await Promise.all([deal(tally.readable(rows), outputs), ...[...outputs.values()].map(({ done }) => done)]);
  } catch (error) {
    for (const output of outputs.values()) output.stream.destroy();
    await Promise.allSettled([...outputs.values()].map(({ done }) => done));
    throw error;
  }
  return {
    ...tally.report(),
    splits: Object.fromEntries([...outputs].map(([name, { rows: count }]) => [name, count])),
  };
}

class Output {
  rows = 0;
  readonly stream = new PassThrough({ writableObjectMode: true, readableObjectMode: true });
  /** When the file is whole. */
  readonly done: Promise<string>;

  constructor(path: string, tally: RowTally) {
    this.done = writePacked(tally.lines(this.stream), path);
  }
}

async function deal(
  rows: AsyncIterable<SplitRow & { readonly ok: true }>,
  outputs: ReadonlyMap<string, Output>,
): Promise<void> {
  for await (const row of rows) {
    const output = outputs.get(row.split);
    // A file that cannot be written ends its stream; why, its promise tells.
    if (output === undefined || output.stream.destroyed) break;
    output.rows += 1;
    await write(output.stream, row);
  }
  for (const { stream } of outputs.values()) if (!stream.destroyed) stream.end();
}
