import { ExtractError } from '@dsgen/core';
import type { CsvError } from 'csv-parse/sync';
import type { RawBlock } from '../raw-block.ts';
import type { Reader } from '../reader.ts';
import { looksLikeHeader } from './table-header.ts';
import { decodeText } from './text/decode-text.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A chunk, and a person, can take this much of a table at once; each part repeats the header. */
const ROWS_PER_TABLE = 200;
const SAMPLED_LINES = 50;

/** Comma, semicolon, tab and pipe separated values. */
export const csvReader: Reader = {
  name: 'csv',
  mediaTypes: ['text/csv', 'text/tab-separated-values'],
  async read(source) {
    const { text, warnings } = await decodeText(source.bytes);
    const delimiter = source.mediaType === 'text/tab-separated-values' ? '\t' : detectDelimiter(text);
    const rows = await parseRows(text, delimiter);
    return { blocks: splitTable(rows), warnings };
  },
};

/** The delimiter that cuts the first lines into the most columns, the same number in nearly all of them. */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, 100_000)
    .split(/\r\n?|\n/, SAMPLED_LINES)
    .filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: consistency(lines, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

function consistency(lines: readonly string[], delimiter: string): number {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1);
  const frequencies = new Map<number, number>();
  for (const count of counts) frequencies.set(count, (frequencies.get(count) ?? 0) + 1);
  const [columns = 0, lineCount = 0] = [...frequencies].reduce(
    (best, next) => (next[1] > best[1] ? next : best),
    [0, 0],
  );
  return columns === 0 ? 0 : lineCount / lines.length + Math.min(columns, 20) / 100;
}

async function parseRows(text: string, delimiter: string): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync');
  const options = { delimiter, bom: true, relax_column_count: true, skip_empty_lines: true };
  try {
    return parse(text, options);
  } catch (strict) {
    // A stray quote, as in 5" pipes, is text to everybody but the standard.
    try {
      return parse(text, { ...options, relax_quotes: true });
    } catch {
      throw new ExtractError('corrupt', describe(strict as CsvError), { cause: strict });
    }
  }
}

function describe(error: CsvError): string {
  const line = typeof error['lines'] === 'number' ? ` at line ${error['lines']}` : '';
  return `The table cannot be read${line}: ${error.message}`;
}

function splitTable(rows: readonly string[][]): readonly RawBlock[] {
  const headerRows = looksLikeHeader(rows) ? 1 : 0;
  const header = rows.slice(0, headerRows);
  const body = rows.slice(headerRows);
  const parts: RawBlock[] = [];
  for (let start = 0; start === 0 || start < body.length; start += ROWS_PER_TABLE) {
    parts.push({ kind: 'table', headerRows, rows: [...header, ...body.slice(start, start + ROWS_PER_TABLE)] });
  }
  return parts;
}
