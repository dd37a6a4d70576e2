import { codecs } from '../codecs.ts';
import { detectFormat } from '../detect-format.ts';
import { stringsOf } from '../conversation/strings-of.ts';

/**
 * Finds texts that are nearly the same as an earlier one. This package has no such search of its own: `nearTexts` of
 * `@dsgen/sdk` makes one.
 */
export interface NearTexts {
  /** Number of the earliest text that is near, counted from 0 in the order of calls; every text is remembered. */
  findAndAdd(text: string): number | undefined;
}

/** The texts by which rows are near each other: those of the conversation, or all of a row of no known format. */
export function comparedText(value: unknown): string {
  const { format } = detectFormat([value]);
  const decoded = format === undefined ? undefined : codecs[format].decode(value);
  if (decoded?.ok !== true) return stringsOf(value).join('\n');
  const { messages, rejected = [] } = decoded.value;
  return [...messages, ...rejected]
    .flatMap((message) =>
      'context' in message && message.context !== undefined ? [message.content, message.context] : [message.content],
    )
    .join('\n');
}
