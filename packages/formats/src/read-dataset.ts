import type { Codec, CodecRecord, ReadResult } from '@dsgen/core';
import { codecs } from './codecs.ts';
import type { FormatDetection } from './detect-format.ts';
import { formatOfSample, takeSample } from './format-of-rows.ts';
import { DEFAULT_ROW_LIMITS, type RowLimits } from './json/limits.ts';
import { locateIssues } from './rows/locate-issues.ts';
import { readTextRows, type ReadRowsOptions, type TextRow } from './rows/read-rows.ts';

export interface ReadDatasetOptions extends ReadRowsOptions {
  /** How to read the rows. Default: told from the first rows. */
  readonly codec?: Codec;
  /** Hears what the format was taken for, before the first record; not called when `codec` is given. */
  readonly onDetection?: (detection: FormatDetection) => void;
}

/**
 * The records of a dataset file, streaming. A bad row is a result with every defect of the row and where it is;
 * reading goes on with the next.
 *
 * @throws InputError `format-not-detected` when no codec is given and the rows do not show their format.
 * @example
 * ```ts
 * import { readDataset } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"instruction":"Why?","input":"","output":"So."}\n')]);
 * for await (const result of readDataset(file)) {
 *   if (result.ok) console.log(result.value.messages);
 *   else console.error(result.issues);
 * }
 * ```
 */
export async function* readDataset(
  chunks: AsyncIterable<Uint8Array>,
  options: ReadDatasetOptions = {},
): AsyncGenerator<ReadResult<CodecRecord>> {
  const rows = readTextRows(chunks, options);
  try {
    const sample = options.codec === undefined ? await takeSample(rows) : [];
    const codec = options.codec ?? detectCodec(sample, options);
    for (const row of sample) yield decodeRow(row, codec, options);
    for await (const row of rows) yield decodeRow(row, codec, options);
  } finally {
    await rows.return(undefined);
  }
}

function detectCodec(sample: readonly TextRow[], options: ReadDatasetOptions): Codec {
  const detection = formatOfSample(sample);
  // A file without a single readable row still has rows to report: any codec passes their defects on.
  if (detection === undefined) return codecs.alpaca;
  options.onDetection?.(detection);
  return codecs[detection.format];
}

/** The record of a row, with every defect located. */
export function decodeRow(row: TextRow, codec: Codec, options: RowLimits): ReadResult<CodecRecord> {
  const { result, text, start } = row;
  if (!result.ok) return result;
  const decoded = codec.decode(result.value);
  const maxDepth = options.maxDepth ?? DEFAULT_ROW_LIMITS.maxDepth;
  if (!decoded.ok) {
    return { ok: false, issues: locateIssues(decoded.issues, text, { start, maxDepth }), line: result.line, raw: text };
  }
  if (decoded.notes === undefined) return { ok: true, value: decoded.value, line: result.line };
  const notes = locateIssues(decoded.notes, text, { start, maxDepth });
  return { ok: true, value: decoded.value, line: result.line, notes };
}
