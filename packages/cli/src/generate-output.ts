import { UsageError } from '@dsgen/sdk';
import { openRowSink, type RowSink } from './row-file.ts';

export interface GenerateOutput {
  /** Folder of the dataset; undefined puts it into the store. */
  readonly folder?: string;
  /** True when data takes standard output, so that words have to go elsewhere. */
  readonly takesStdout: boolean;
  openRows?(): Promise<RowSink>;
}

const ROW_FILE = /\.(?:jsonl|ndjson)$/i;

/**
 * What `--out` means: a folder is the dataset itself; a `.jsonl` file or `-` gets the rows as they come, and the dataset, which
 * holds their evidence, goes to the store.
 */
export function outputFor(out: string, options: { readonly isJson: boolean }): GenerateOutput {
  if (out !== '-' && !ROW_FILE.test(out)) return { takesStdout: false, folder: out };
  if (out === '-' && options.isJson) throw bothOnStdout();
  return { takesStdout: out === '-', openRows: () => openRowSink(out) };
}

function bothOnStdout(): UsageError {
  return new UsageError({
    code: 'output-conflict',
    message: 'Cannot write rows (--out -) and the result (--json) both to standard output',
    fix: 'Give --out a file or a folder, or leave --json out.',
  });
}
