import type { RowIssue } from '@dsgen/core';
import { formatRow, withoutLineSeparators } from '../json/format-row.ts';
import { readTextRows, type ReadRowsOptions, type TextRow } from '../rows/read-rows.ts';

/** A row as it stands in its file, or one that cannot be read. */
export type RowLine = GoodLine | BadLine;

export interface GoodLine {
  readonly ok: true;
  /** 1-based. */
  readonly line: number;
  /** The row as one line of JSON Lines, with its LF. Its JSON is copied, not written anew. */
  readonly text: string;
  readonly value: unknown;
}

export interface BadLine {
  readonly ok: false;
  readonly line: number;
  readonly issues: readonly RowIssue[];
  readonly raw: string;
}

/** The rows of a file of any container, each as one line. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, options: ReadRowsOptions): AsyncGenerator<RowLine> {
  for await (const row of readTextRows(chunks, options)) yield toLine(row);
}

function toLine({ result, text }: TextRow): RowLine {
  if (!result.ok) return { ok: false, line: result.line, issues: result.issues, raw: result.raw };
  const { line, value } = result;
  const trimmed = text.trim();
  // CSV has no JSON to copy, and an element of a list may stand on several lines.
  const isOneLine = trimmed !== '' && !/[\r\n]/.test(trimmed);
  return { ok: true, line, value, text: isOneLine ? `${withoutLineSeparators(trimmed)}\n` : formatRow(value) };
}
