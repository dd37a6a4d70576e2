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
  const scan = quickScan(text);
  let value: unknown;
  let needsInspection = scan.isSuspicious || scan.depth > maxDepth;
  if (scan.depth <= maxDepth) {
    try {
      value = JSON.parse(text);
      needsInspection ||= countKeys(value) !== scan.keys;
    } catch {
      needsInspection = true;
    }
  }
  if (!needsInspection) return { ok: true, value };
  const { defects } = inspectJson(text, { maxDepth });
  if (defects.length === 0) return { ok: true, value };
  const start = options.start ?? { line: 1, column: 1 };
  return { ok: false, issues: defects.map((defect) => toIssue(defect, text, start)) };
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
