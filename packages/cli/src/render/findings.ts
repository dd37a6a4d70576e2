import type { Finding } from '../doctor/check.ts';
import { escapeText } from './escape.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

export function renderFindings(findings: readonly Finding[], style: Style): string {
  const rows = findings.flatMap(({ name, state, value, fix }) => [
    [mark(state, style), name, escapeText(value)],
    ...(fix === undefined ? [] : [['', '', style.dim(escapeText(fix))]]),
  ]);
  return table(rows, { indent: 0 });
}

function mark(state: Finding['state'], style: Style): string {
  if (state === 'ok') return style.green('ok');
  return state === 'note' ? style.yellow('note') : style.red('problem');
}
