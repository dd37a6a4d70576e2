import { InputError } from '@dsgen/core';
import { Replay } from '../containers/replay.ts';
import { detectFormat } from '../detect-format.ts';
import type { ReadRowsOptions } from '../rows/read-rows.ts';
import { readLines, type RowLine } from './read-lines.ts';

/** One file of several. */
export interface NamedSource {
  /** As errors name it. */
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A row and the file it came from. */
export type MergedRow = RowLine & { readonly source: string };

/** Rows by which the format of a file is told. */
const SAMPLE_ROWS = 20;

/**
 * The rows of several files, one file after the other. Files of different formats are refused when the second is met, because
 * a trainer would misread one of them.
 *
 * @throws InputError `merge-formats`
 * @example
 * ```ts
 * import { mergeRows } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const sources = ['a', 'b'].map((name) => ({ name, open: () => Readable.from([Buffer.from(`{"text":"${name}"}\n`)]) }));
 * for await (const row of mergeRows(sources)) if (row.ok) console.log(row.source, row.line);
 * ```
 */
export async function* mergeRows(
  sources: Iterable<NamedSource>,
  options: ReadRowsOptions = {},
): AsyncGenerator<MergedRow> {
  let first: { readonly name: string; readonly format: string } | undefined;
  for (const { name, open } of sources) {
    const rows = new Replay(readLines(open(), options));
    const format = await formatOf(rows);
    if (first === undefined && format !== undefined) first = { name, format };
    if (first !== undefined && format !== undefined && format !== first.format) {
      await rows.close();
      throw differentFormats(first, { name, format });
    }
    for await (const row of rows.all()) yield { ...row, source: name };
  }
}

/** Undefined for a file without a readable row, which can be merged with any. */
async function formatOf(rows: Replay<RowLine>): Promise<string | undefined> {
  const values: unknown[] = [];
  for await (const row of rows.look()) {
    if (row.ok) values.push(row.value);
    if (values.length === SAMPLE_ROWS) break;
  }
  return values.length === 0 ? undefined : (detectFormat(values).format ?? 'no known format');
}

interface Told {
  readonly name: string;
  readonly format: string;
}

function differentFormats(first: Told, other: Told): InputError {
  return new InputError({
    code: 'merge-formats',
    message: `Merging ${JSON.stringify(other.name)} failed: its rows are ${other.format}, those of ${JSON.stringify(first.name)} are ${first.format}.`,
    fix: 'Convert one of them to the format of the other first.',
    data: { formats: [first, other] },
  });
}
