import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Label, Round } from './labels.ts';
import { wilson } from './wilson.ts';

const PAGE = fileURLToPath(new URL('../../docs/quality.md', import.meta.url));
const BEGIN = '<!-- precision: written by `npm run bench:quality -- table` -->';
const END = '<!-- end of precision -->';

/** Kept of read, with the share and its 95 % interval: "18 of 20, 90 % (70–97)". */
export function shareOf(labels: readonly Label[]): string {
  if (labels.length === 0) return '–';
  const kept = labels.filter((label) => label.kept).length;
  const { low, high } = wilson(kept, labels.length);
  return `${kept} of ${labels.length}, ${percent(kept / labels.length)} % (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(0);
}

/** One row per pattern: what was kept of corpora nobody tuned on, lately and ever, and of those the patterns were made with. */
export function precisionRows(labels: readonly Label[], yields: ReadonlyMap<string, string>): readonly string[][] {
  const patterns = [...new Set([...labels.map(({ pattern }) => pattern), ...yields.keys()])].toSorted();
  const last = Math.max(0, ...labels.map(({ reading = 0 }) => reading));
  const rows = patterns.map((pattern) => {
    const own = labels.filter((label) => label.pattern === pattern);
    return [`\`${pattern}\``, ...shares(own, last), yields.get(pattern) ?? 'removed'];
  });
  const head = ['pattern', `reading ${last}`, 'unseen corpora', 'while tuning', 'records per 1,000 words'];
  return [head, ...rows, ['all', ...shares(labels, last), '']];
}

function shares(labels: readonly Label[], last: number): string[] {
  const newest = labels.filter(({ reading }) => reading === last);
  return [newest, ofRound(labels, 'judging'), ofRound(labels, 'tuning')].map(shareOf);
}

function ofRound(labels: readonly Label[], round: Round): Label[] {
  return labels.filter((label) => label.round === round);
}

/** Puts the table into docs/quality.md, between its marks. */
export function refreshPage(rows: readonly (readonly string[])[]): void {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest = ''] = page.split(BEGIN);
  const [, after = ''] = rest.split(END);
  const [head = [], ...body] = rows;
  const table = [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}
