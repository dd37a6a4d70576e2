import type { ReadResult, RowIssue } from '@dsgen/core';
import type { FormatName } from '../codecs.ts';
import { isObject, type JsonObject } from '../conversation/row-reader.ts';
import type { Consumer, Outcome } from './consumer.ts';

/** A context in tokens, and how to count them. */
export interface TokenLimit {
  readonly tokens: number;
  readonly count: (text: string) => number;
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
  readonly limit?: TokenLimit;
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
  return [...broken, ...tooLong(value, consumer, options.limit)];
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

function tooLong(row: JsonObject, consumer: Consumer, limit: TokenLimit | undefined): readonly RowMatch[] {
  if (limit === undefined) return [];
  const tokens = limit.count(textsOf(row).join('\n'));
  if (tokens <= limit.tokens) return [];
  const message = `The row has about ${tokens} tokens; the context holds ${limit.tokens}.`;
  const fix = 'Shorten the row, or raise the context.';
  return [{ rule: 'too-long', outcome: consumer.overLength ?? 'truncated', pointer: '', message, fix }];
}

/** Every text of a row. Keys and structure cost tokens too, but they depend on the chat template. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
