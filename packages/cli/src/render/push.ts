import type { PushResult } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';

export function renderPush({ url, isNew, pushed, unchanged, removed, commit }: PushResult, style: Style): string {
  const parts = [
    `${count(pushed.length)} pushed`,
    `${count(unchanged)} there already`,
    ...(removed.length > 0 ? [`${count(removed.length)} of an earlier push removed`] : []),
  ];
  const did = commit === undefined ? 'Already up to date' : isNew ? 'Made' : 'Brought up to date';
  return `${style.green(did)}: ${escapeText(url)}\n${plural(pushed.length + unchanged, 'file')} = ${parts.join(' + ')}`;
}
