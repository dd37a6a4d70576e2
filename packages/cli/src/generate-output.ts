import { resolve, sep } from 'node:path';
import { packingOfName, UsageError, type Packing } from '@dsgen/sdk';
import { refuseAddress } from './refuse-address.ts';
import { openRowSink, refuseExisting, type RowSink } from './row-file.ts';

export interface GenerateOutput {
  /** Folder of the dataset; undefined puts it into the store. */
  readonly folder?: string;
  /** True when data takes standard output, so that words have to go elsewhere. */
  readonly takesStdout: boolean;
  /** A file for rows, or for the whole dataset as an archive. */
  readonly file?: OutputFile;
}

export interface OutputFile {
  readonly holds: 'rows' | 'archive';
  readonly packing: Packing;
  open(): Promise<RowSink>;
}

export interface OutputOptions {
  readonly isJson: boolean;
  /** The documents as they were given. */
  readonly paths: readonly string[];
  /** Replace a file that exists; a folder is replaced only when it is a dataset. */
  readonly isForced: boolean;
}

const FILE = /\.(?:jsonl|ndjson|json|csv|parquet|tar)(?:\.(?:gz|zst|br))?$/i;

/**
 * What `--out` means: a folder is the dataset itself; a `.tar` is the dataset as an archive. Any other file, or `-`, gets
 * the rows as they come, and the dataset, which holds their evidence, goes to the store.
 */
export function outputFor(out: string, options: OutputOptions): GenerateOutput {
  refuseAddress(out);
  if (out !== '-' && !FILE.test(out)) return { takesStdout: false, folder: out };
  if (out === '-' && options.isJson) throw bothOnStdout();
  if (out !== '-' && options.paths.some((path) => isWithin(resolve(path), resolve(out)))) throw amongDocuments(out);
  const packing = out === '-' ? { container: 'lines' as const } : packingOfName(out);
  const holds = packing.container === 'tar' ? 'archive' : 'rows';
  return { takesStdout: out === '-', file: { holds, packing, open } };

  async function open(): Promise<RowSink> {
    await refuseExisting(out, options.isForced);
    return openRowSink(out);
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Dataset folders are known by their manifest and never read as documents; a file of rows is not. */
function amongDocuments(out: string): UsageError {
  return new UsageError({
    code: 'output-among-documents',
    message: `Cannot write to "${out}": it lies among the documents, so the next run would read it as one`,
    fix: 'Name a file outside of the documents, or a folder, which is left out by itself.',
  });
}

function bothOnStdout(): UsageError {
  return new UsageError({
    code: 'output-conflict',
    message: 'Cannot write rows (--out -) and the result (--json) both to standard output',
    fix: 'Give --out a file or a folder, or leave --json out.',
  });
}
