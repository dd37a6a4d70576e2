import { resolve, sep } from 'node:path';
import { UsageError } from '@dsgen/sdk';
import { openRowSink, type RowSink } from './row-file.ts';

export interface GenerateOutput {
  /** Folder of the dataset; undefined puts it into the store. */
  readonly folder?: string;
  /** True when data takes standard output, so that words have to go elsewhere. */
  readonly takesStdout: boolean;
  openRows?(): Promise<RowSink>;
}

export interface OutputOptions {
  readonly isJson: boolean;
  /** The documents as they were given. */
  readonly paths: readonly string[];
}

const ROW_FILE = /\.(?:jsonl|ndjson)$/i;

/**
 * What `--out` means: a folder is the dataset itself; a `.jsonl` file or `-` gets the rows as they come, and the dataset, which
 * holds their evidence, goes to the store.
 */
export function outputFor(out: string, options: OutputOptions): GenerateOutput {
  if (out !== '-' && !ROW_FILE.test(out)) return { takesStdout: false, folder: out };
  if (out === '-' && options.isJson) throw bothOnStdout();
  if (out !== '-' && options.paths.some((path) => isWithin(resolve(path), resolve(out)))) throw amongDocuments(out);
  return { takesStdout: out === '-', openRows: () => openRowSink(out) };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Dataset folders are known by their manifest and never read as documents; a file of rows is not. */
function amongDocuments(out: string): UsageError {
  return new UsageError({
    code: 'output-among-documents',
    message: `Cannot write rows to "${out}": it lies among the documents, so the next run would read it as one`,
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
