import {
  checkForTrainers,
  codecs,
  GateError,
  repairRows,
  resolveConsumers,
  UsageError,
  type CheckForTrainersOptions,
  type CheckReport,
  type FormatName,
} from '@dsgen/sdk';
import { defined } from './defined.ts';
import { readInput } from './input.ts';
import type { RowSource } from './row-sources.ts';
import { writeRepair, type RepairReport } from './write-repair.ts';

/** What the consumers make of one file. */
export type FileCheck = CheckReport & { readonly file: string };

/** The outcome of `dsgen check`. */
export interface CheckOutcome {
  /** Whether every consumer takes every row, of the repaired file where there is one. */
  readonly isClean: boolean;
  readonly files: readonly FileCheck[];
  /** What `--fix` wrote, checked again. */
  readonly repair?: RepairReport & { readonly check: FileCheck };
}

export interface CheckRowsOptions {
  readonly consumers?: readonly string[];
  readonly format?: FormatName;
  readonly contextTokens?: number;
  /** File for the repaired rows. */
  readonly fix?: string;
  readonly signal: AbortSignal;
}

export async function checkRowSources(
  sources: readonly RowSource[],
  { fix, ...options }: CheckRowsOptions,
): Promise<CheckOutcome> {
  const repairable = fix === undefined ? undefined : onlyFile(sources, fix);
  const files: FileCheck[] = [];
  for (const source of sources) files.push(await checkSource(source, options));
  const format = options.format ?? files[0]?.format ?? 'alpaca';
  const repair = repairable === undefined ? undefined : await repairSource(repairable, { ...options, format });
  if (repair === undefined) return { isClean: files.every((file) => file.isClean) && hasRows(files), files };
  return { isClean: repair.check.isClean && repair.leftOut === 0 && hasRows([repair.check]), files, repair };
}

function hasRows(files: readonly FileCheck[]): boolean {
  return files.some(({ rows }) => rows > 0);
}

async function checkSource(source: RowSource, options: Omit<CheckRowsOptions, 'fix'>): Promise<FileCheck> {
  const { name, purpose, format } = source;
  const checking: CheckForTrainersOptions = { purpose, ...defined({ format }), ...options };
  return { file: name, ...(await checkForTrainers(source.open(), checking)) };
}

async function repairSource({ source, out }: Repairable, options: CheckRowsOptions & { readonly format: FormatName }) {
  const { consumers, format, signal } = options;
  const resolved = consumers === undefined ? {} : { consumers: resolveConsumers(consumers) };
  const repaired = await writeRepair(repairRows(source.open(), { signal, format, ...resolved }), out, codecs[format]);
  return { ...repaired, check: await checkSource({ ...source, name: out, open: () => readInput(out) }, options) };
}

interface Repairable {
  readonly source: RowSource;
  readonly out: string;
}

/** The file is read twice and its repaired rows are checked again, so both have to be files. */
function onlyFile(sources: readonly RowSource[], out: string): Repairable {
  const [source, ...others] = sources;
  if (source !== undefined && others.length === 0 && source.name !== '-' && out !== '-') return { source, out };
  throw new UsageError({
    code: 'fix-needs-files',
    message: 'Cannot repair: --fix reads one file and writes one file',
    fix: 'Name a file of rows, such as dataset/train.jsonl, and a file for the repaired rows.',
  });
}

/** Undefined when nothing would be lost. */
export function checkFailure({ isClean, files, repair }: CheckOutcome): GateError | undefined {
  if (isClean) return undefined;
  if (!hasRows(files)) {
    return new GateError({
      code: 'no-rows',
      message: `There is nothing to train on in ${files.map(({ file }) => `"${file}"`).join(', ')}: no rows`,
      fix: 'Name a file that holds rows; dsgen stats tells why a dataset holds none.',
    });
  }
  if (repair !== undefined) {
    return new GateError({
      code: 'repair-incomplete',
      message: `The repaired file "${repair.out}" does not hold all rows in a form that every consumer takes`,
      fix: 'Repair the rows named above by hand, or name fewer consumers with --for.',
    });
  }
  const unclean = files.filter((file) => !file.isClean).map(({ file }) => `"${file}"`);
  return new GateError({
    code: 'check-failed',
    message: `Training on ${unclean.join(', ')} would lose or change rows`,
    fix: 'Write a repaired file with --fix OUT, or repair the rows named above.',
  });
}
