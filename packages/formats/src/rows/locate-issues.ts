import type { RowIssue } from '@dsgen/core';
import { inspectJson } from '../json/inspect-json.ts';
import { positionIn, type TextPosition } from '../json/text-position.ts';

/** Adds line and column to issues that only know their pointer; something missing is placed at what should hold it. */
export function locateIssues(
  issues: readonly RowIssue[],
  text: string,
  options: { readonly start: TextPosition; readonly maxDepth: number },
): readonly RowIssue[] {
  const wanted = new Set(issues.flatMap((issue) => ancestors(issue.pointer ?? '')));
  const { offsets } = inspectJson(text, { maxDepth: options.maxDepth, locate: wanted });
  return issues.map((issue) => {
    if (issue.line !== undefined) return issue;
    const known = ancestors(issue.pointer ?? '').find((pointer) => offsets.has(pointer));
    const offset = known === undefined ? 0 : (offsets.get(known) ?? 0);
    return { ...issue, ...positionIn(text, offset, options.start) };
  });
}

/** The pointer itself first, the whole row last. */
function ancestors(pointer: string): readonly string[] {
  const pointers = [pointer];
  for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1)) {
    pointers.push(pointer.slice(0, end));
  }
  return pointer === '' ? pointers : [...pointers, ''];
}
