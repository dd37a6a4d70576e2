import type { TextRun } from './page-content.ts';

/** Whether a line is an entry of a table of contents: a page number set off to the right, or dots that lead to one. */
export function isContentsLine(text: string, runs: readonly TextRun[], size: number): boolean {
  if (/(?:\.\s?){4,}(?:\d{1,4}|[ivxlc]{1,6})$/i.test(text)) return true;
  const last = runs.at(-1);
  const before = runs.at(-2);
  if (last === undefined || before === undefined) return false;
  return (
    /^(?:\d{1,4}|[ivxlc]{1,6})$/i.test(last.text.trim()) &&
    /\p{L}/u.test(before.text) &&
    last.left - before.right > size * 1.5
  );
}
