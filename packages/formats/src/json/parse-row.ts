import type { RowIssue } from '@dsgen/core';
import { inspectJson, type JsonDefect } from './inspect-json.ts';
import { DEFAULT_ROW_LIMITS } from './limits.ts';
import { positionIn, type TextPosition } from './text-position.ts';
import { quickScan } from './quick-scan.ts';

export type ParsedRow =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

export interface ParseRowOptions {
  readonly maxDepth?: number;
  /** Where the text starts in its file; 1-based. Default line 1, column 1. */
  readonly start?: TextPosition;
}

/**
 * Parses one row and refuses what `JSON.parse` would silently change: duplicate keys, integers beyond 2^53, lone
 * surrogates, NUL characters.
 */
export function parseRow(text: string, options: ParseRowOptions = {}): ParsedRow {
  const maxDepth = options.maxDepth ?? DEFAULT_ROW_LIMITS.maxDepth;
  const quick = quickParse(text, maxDepth);
  if (quick !== undefined) return { ok: true, value: quick.value };
  const { defects, value } = inspectJson(text, { maxDepth, build: true });
  if (defects.length === 0) return { ok: true, value };
  const start = options.start ?? { line: 1, column: 1 };
  return { ok: false, issues: defects.map((defect) => toIssue(defect, text, start)) };
}

/** The value, when a quick look shows that `JSON.parse` reads it right; undefined when only a slow look can tell. */
function quickParse(text: string, maxDepth: number): { readonly value: unknown } | undefined {
  const scan = quickScan(text);
  if (scan.isSuspicious || scan.hasEscapedKey || scan.depth > maxDepth) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value) === scan.keys ? { value } : undefined;
  } catch {
    return undefined;
  }
}

function toIssue(defect: JsonDefect, text: string, start: TextPosition): RowIssue {
  const { code, message, pointer, offset } = defect;
  return { code, message, ...(pointer !== '' && { pointer }), ...positionIn(text, offset, start) };
}

/** Recursion is safe here: the depth was checked before. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countKeys(element);
    return count;
  }
  for (const member of Object.values(value)) count += 1 + countKeys(member);
  return count;
}
