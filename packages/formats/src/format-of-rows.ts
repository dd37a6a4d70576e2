import { InputError } from '@dsgen/core';
import { FORMAT_NAMES, type FormatName } from './codecs.ts';
import { detectFormat, type FormatDetection } from './detect-format.ts';
import type { TextRow } from './rows/read-rows.ts';

/** Rows, and characters of them, looked at before the format is told. */
const SAMPLE_ROWS = 100;
const SAMPLE_CHARACTERS = 4 * 1024 * 1024;

/** Below this share of rows that look and read alike, guessing would misread a file. */
const MIN_CONFIDENCE = 0.5;

/** The first rows, taken off the stream. */
export async function takeSample(rows: AsyncIterator<TextRow>): Promise<readonly TextRow[]> {
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

/**
 * The format of a sample; undefined when not one of its rows could be read at all.
 *
 * @throws InputError `format-not-detected` when rows can be read but do not show their format.
 */
export function formatOfSample(
  sample: readonly TextRow[],
): (FormatDetection & { readonly format: FormatName }) | undefined {
  const values = sample.flatMap(({ result }) => (result.ok ? [result.value] : []));
  if (values.length === 0) return undefined;
  const { format, ...detection } = detectFormat(values);
  if (format !== undefined && detection.confidence >= MIN_CONFIDENCE) return { format, ...detection };
  throw new InputError({
    code: 'format-not-detected',
    message: `Telling the format from the first ${values.length} rows failed: ${detection.reasons.join(' ')}`,
    fix: `Name the format: ${FORMAT_NAMES.join(', ')}, or a JSON Schema of your own.`,
    data: { ...detection },
  });
}
