import { InputError, type Codec, type CodecRecord, type ReadResult } from '@dsgen/core';
import { codecs, FORMAT_NAMES } from './codecs.ts';
import { detectFormat, type FormatDetection } from './detect-format.ts';
import { DEFAULT_ROW_LIMITS } from './json/limits.ts';
import { locateIssues } from './rows/locate-issues.ts';
import { readTextRows, type ReadRowsOptions, type TextRow } from './rows/read-rows.ts';

export interface ReadDatasetOptions extends ReadRowsOptions {
  /** How to read the rows. Default: told from the first rows. */
  readonly codec?: Codec;
  /** Hears what the format was taken for, before the first record; not called when `codec` is given. */
  readonly onDetection?: (detection: FormatDetection) => void;
}

/** Rows, and characters of them, looked at before the format is told. */
const SAMPLE_ROWS = 100;
const SAMPLE_CHARACTERS = 4 * 1024 * 1024;

/** Below this share of rows that look and read alike, guessing would misread a file. */
const MIN_CONFIDENCE = 0.5;

/**
 * The records of a dataset file, streaming. A bad row is a result with every defect of the row and where it is;
 * reading goes on with the next.
 *
 * @throws InputError `format-not-detected` when no codec is given and the rows do not show their format.
 * @example
 * for await (const result of readDataset(createReadStream('train.jsonl'))) {
 *   if (result.ok) train(result.value.messages);
 *   else console.error(result.issues);
 * }
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

async function takeSample(rows: AsyncGenerator<TextRow>): Promise<readonly TextRow[]> {
  const sample: TextRow[] = [];
  let characters = 0;
  while (sample.length < SAMPLE_ROWS && characters < SAMPLE_CHARACTERS) {
    const next = await rows.next();
    if (next.done === true) break;
    sample.push(next.value);
    characters += next.value.text.length;
  }
  return sample;
}

function detectCodec(sample: readonly TextRow[], options: ReadDatasetOptions): Codec {
  const values = sample.flatMap(({ result }) => (result.ok ? [result.value] : []));
  const detection = detectFormat(values);
  if (detection.format === undefined || detection.confidence < MIN_CONFIDENCE) {
    // A file without a single readable row still has rows to report: any codec passes their defects on.
    if (values.length === 0) return codecs.alpaca;
    throw new InputError({
      code: 'format-not-detected',
      message: `Telling the format from the first ${values.length} rows failed: ${detection.reasons.join(' ')}`,
      fix: `Name the format: ${FORMAT_NAMES.join(', ')}, or a JSON Schema of your own.`,
      data: { ...detection },
    });
  }
  options.onDetection?.(detection);
  return codecs[detection.format];
}

function decodeRow(row: TextRow, codec: Codec, options: ReadDatasetOptions): ReadResult<CodecRecord> {
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
