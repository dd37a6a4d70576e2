import { countTokens, loadTokenizer, TokenHistogram } from '@dsgen/backend-local';
import { rowStatistics, type ReadRowsOptions, type RowStatistics } from '@dsgen/formats';

/** What a file of rows holds, with the lengths of its rows in o200k tokens. */
export interface FileStatistics extends Omit<RowStatistics, 'tokens'> {
  readonly tokens: {
    readonly total: number;
    readonly median: number;
    readonly longest: number;
    readonly histogram: ReadonlyArray<{ readonly from: number; readonly to: number; readonly records: number }>;
  };
}

/**
 * Counts rows, formats, columns, turns, tokens and duplicates of a file in one pass.
 *
 * @example
 * ```ts
 * import { Readable } from 'node:stream';
 * import { fileStatistics } from '@dsgen/sdk';
 *
 * const file = Readable.from([Buffer.from('{"instruction":"Why?","input":"","output":"So."}\n')]);
 * const { rows, tokens } = await fileStatistics(file);
 * console.log(rows, tokens.total);
 * ```
 */
export async function fileStatistics(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadRowsOptions = {},
): Promise<FileStatistics> {
  await loadTokenizer();
  const { tokens: lengths = [], ...statistics } = await rowStatistics(chunks, { ...options, count: countTokens });
  const counted = new TokenHistogram();
  for (const [tokens, rows] of lengths) counted.add(tokens, rows);
  const { bins: histogram, ...sums } = counted.summary();
  return { ...statistics, tokens: { ...sums, histogram } };
}
