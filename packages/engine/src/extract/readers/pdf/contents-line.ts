import { leaderStart } from './dot-leaders.ts';
import type { TextRun } from './page-content.ts';

const PAGE_NUMBER = /^(?:\d{1,4}|[ivxlc]{1,6})$/i;

/** Whether a line is an entry of a table of contents: a page number set off to the right, or dots that lead to one. */
export function isContentsLine(text: string, runs: readonly TextRun[], size: number): boolean {
  const number = /[^.\s]{1,6}$/.exec(text.slice(-7))?.[0] ?? '';
  const entry = text.slice(0, text.length - number.length);
  if (PAGE_NUMBER.test(number) && leaderStart(entry) < entry.length) return true;
  const last = runs.at(-1);
  const before = runs.at(-2);
  if (last === undefined || before === undefined || !PAGE_NUMBER.test(last.text.trim())) return false;
  return /\p{L}/u.test(before.text) && last.left - before.right > size * 1.5;
}
