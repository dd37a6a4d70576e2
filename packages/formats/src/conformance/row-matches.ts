import type { ReadResult, RowIssue } from '@dsgen/core';
import { stringsOf } from '../conversation/strings-of.ts';
import type { FormatName } from '../codecs.ts';
import { isObject } from '../conversation/row-reader.ts';
import type { Consumer, Outcome } from './consumer.ts';

/** A row's tokens and the context they should fit into. */
export interface RowLength {
  readonly tokens: number;
  readonly contextTokens: number;
}

/** A rule that a row breaks. */
export interface RowMatch {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly pointer: string;
  readonly message: string;
  readonly fix: string;
  /** Known already for defects of the JSON itself. */
  readonly place?: { readonly line?: number; readonly column?: number };
}

export interface MatchOptions {
  readonly format: FormatName;
  /** Default: the length is not looked at. */
  readonly length?: RowLength | undefined;
}

/** Other readers take these rows, but not all as the same. */
const ambiguousDefects = new Set(['duplicate-key', 'unsafe-number', 'lone-surrogate', 'nul-character']);

/** Everything a consumer does not take about a row. */
export function matchesOf(result: ReadResult<unknown>, consumer: Consumer, options: MatchOptions): readonly RowMatch[] {
  if (!result.ok) return result.issues.map(unreadable);
  const { value } = result;
  if (!consumer.formats.includes(options.format)) return [unsupported(consumer, options.format)];
  if (!isObject(value)) {
    const fix = 'Make every row an object.';
    return [{ rule: 'row-not-object', outcome: 'rejected', pointer: '', message: 'The row is no object.', fix }];
  }
  const broken = consumer.rules.flatMap((rule) =>
    rule.formats.includes(options.format)
      ? rule.find(value).map((found) => ({ rule: rule.id, outcome: rule.outcome, fix: rule.fix, ...found }))
      : [],
  );
  return [...broken, ...tooLong(consumer, options.length)];
}

function unreadable({ code, message, pointer = '', line, column }: RowIssue): RowMatch {
  const outcome = ambiguousDefects.has(code) ? 'mistrained' : 'rejected';
  const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return { rule: code, outcome, pointer, message, fix: 'Repair the JSON of the row.', place };
}

function unsupported(consumer: Consumer, format: FormatName): RowMatch {
  const message = `${consumer.name} does not read ${format}.`;
  const fix = `Convert the file to ${consumer.formats.join(' or ')}.`;
  return { rule: 'format-unsupported', outcome: 'rejected', pointer: '', message, fix };
}

function tooLong(consumer: Consumer, length: RowLength | undefined): readonly RowMatch[] {
  if (length === undefined || length.tokens <= length.contextTokens) return [];
  const message = `The row has about ${length.tokens} tokens; the context holds ${length.contextTokens}.`;
  const fix = 'Shorten the row, or raise the context.';
  return [{ rule: 'too-long', outcome: consumer.overLength ?? 'truncated', pointer: '', message, fix }];
}

/** Tokens of the texts of a row. Keys and structure cost tokens too, but they depend on the chat template. */
export function tokensOf(row: unknown, count: (text: string) => number): number {
  return count(stringsOf(row).join('\n'));
}
