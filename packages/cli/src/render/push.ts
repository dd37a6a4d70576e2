import type { PushResult } from '@dsgen/sdk';
import type { BucketPush } from '../push-to-bucket.ts';
import { escapeText } from './escape.ts';
import { count, plural } from './numbers.ts';
import type { Style } from './style.ts';

export function renderPush(result: PushResult | BucketPush, style: Style): string {
  const { url, pushed, unchanged } = result;
  const removed = 'removed' in result ? result.removed : [];
  const parts = [
    `${count(pushed.length)} pushed`,
    `${count(unchanged)} there already`,
    ...(removed.length > 0 ? [`${count(removed.length)} of an earlier push removed`] : []),
  ];
  return `${style.green(deed(result))}: ${escapeText(url)}\n${plural(pushed.length + unchanged, 'file')} = ${parts.join(' + ')}`;
}

function deed(result: PushResult | BucketPush): string {
  if (!('repository' in result)) return result.pushed.length === 0 ? 'Already up to date' : 'Pushed';
  if (result.commit === undefined) return 'Already up to date';
  return result.isNew ? 'Made' : 'Brought up to date';
}
