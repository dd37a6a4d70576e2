import { isObject, own, type JsonObject } from './conversation/row-reader.ts';
import { codecs, FORMAT_NAMES, type FormatName } from './codecs.ts';

/** What a sample of rows looks like, and why. */
export interface FormatDetection {
  /** Undefined when no row looks like a known format. */
  readonly format?: FormatName;
  /** From 0 to 1: the share of rows that have the format's columns, halved as far as they do not read as it. */
  readonly confidence: number;
  /** For people: "98 of 100 rows have the columns of alpaca." */
  readonly reasons: readonly string[];
}

/** Which format a row claims to be by its columns, whether or not it is right. */
const signatures: Readonly<Record<FormatName, (row: JsonObject) => boolean>> = {
  alpaca: (row) => Object.hasOwn(row, 'instruction') && Object.hasOwn(row, 'output'),
  sharegpt: (row) => Array.isArray(own(row, 'conversations')) && !isPair(row),
  openai: (row) => Array.isArray(own(row, 'messages')) && !Object.hasOwn(row, 'schemaVersion') && !isPair(row),
  'prompt-completion': (row) => typeof own(row, 'prompt') === 'string' && Object.hasOwn(row, 'completion'),
  bedrock: (row) => Array.isArray(own(row, 'messages')) && Object.hasOwn(row, 'schemaVersion'),
  // The same columns as openai; only a person can say which is meant.
  mistral: () => false,
  vertex: (row) => Array.isArray(own(row, 'contents')),
  'preference-openai': (row) => Object.hasOwn(row, 'preferred_output'),
  'preference-trl': (row) => Array.isArray(own(row, 'prompt')) && isPair(row),
  'preference-axolotl': (row) => Array.isArray(own(row, 'messages')) && isPair(row),
  'preference-llamafactory': (row) => Array.isArray(own(row, 'conversations')) && isPair(row),
  kto: (row) => Array.isArray(own(row, 'prompt')) && Object.hasOwn(row, 'label'),
  // Many a row has a text beside its conversation.
  text: (row) => typeof own(row, 'text') === 'string' && Object.keys(row).length === 1,
};

function isPair(row: JsonObject): boolean {
  return Object.hasOwn(row, 'chosen') && Object.hasOwn(row, 'rejected');
}

/**
 * Tells the format of rows from their content.
 *
 * @example
 * ```ts
 * import { detectFormat } from '@dsgen/formats';
 *
 * console.log(detectFormat([{ instruction: 'Why?', input: '', output: 'Because.' }]).format); // alpaca
 * ```
 */
export function detectFormat(rows: readonly unknown[]): FormatDetection {
  const counts = FORMAT_NAMES.map((format) => countRows(format, rows)).filter(({ claimed }) => claimed > 0);
  counts.sort((left, right) => right.claimed - left.claimed || right.read - left.read);
  const [best, ...others] = counts;
  if (best === undefined) return { confidence: 0, reasons: [unknownReason(rows)] };
  const { format, claimed, read } = best;
  const reasons = [
    `${claimed} of ${rows.length} rows have the columns of ${format}.`,
    `${read} of them read without a defect.`,
    ...others.map((other) => `${other.claimed} of ${rows.length} rows have the columns of ${other.format}.`),
  ];
  return { format, confidence: (claimed / rows.length) * (0.5 + (0.5 * read) / claimed), reasons };
}

function countRows(format: FormatName, rows: readonly unknown[]) {
  const claiming = rows.filter((row) => isObject(row) && signatures[format](row));
  const read = claiming.filter((row) => codecs[format].decode(row).ok).length;
  return { format, claimed: claiming.length, read };
}

function unknownReason(rows: readonly unknown[]): string {
  const first = rows[0];
  if (rows.length === 0) return 'There are no rows to look at.';
  if (!isObject(first)) return 'The first row is not an object.';
  const columns = Object.keys(first)
    .slice(0, 8)
    .map((column) => JSON.stringify(column.slice(0, 40)));
  return `The first row has the columns ${columns.join(', ')}, which belong to no known format.`;
}
