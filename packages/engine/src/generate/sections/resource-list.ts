import type { Block } from '@dsgen/core';
import { countWords } from '../../analyze/english/words.ts';

const LABEL =
  /^(?:\W*)(?:links? to .{2,60}:?$|(?:(?:additional|further|more|other|related|helpful|useful|external|recommended|official|quick|important|\p{Lu}{2,8})\s)*(?:resources?|links?|reading|references?|documents?|documentation|fact ?sheets?|information|see also|sources?|articles?|guides?|templates?|forms?|training|videos?|pages?|websites?)(?: (?:on|for|about|from|and|in) .{2,40})?:?$)/iu;

/** "The following links provide further detail:" */
const ANNOUNCED =
  /^(?:(?:the|these|see|use|read|check out|visit|refer to)\b ?)*(?:following|below)(?: \w+)? (?:links?|resources?|pages?|articles?|documents?|websites?|sites|posts|videos)\b[^.!?]{0,120}:$/iu;

/** "For more details see:" */
const POINTED_AT =
  /^(?:for (?:more|further|additional|full) (?:details?|information|info|reading|examples)|to (?:learn|read|find out) more|learn more|read more|more (?:information|details|on this)|see(?: also)?)\b[^.!?]{0,60}:$/iu;

/** A line such as "Related resources:" before a list: what follows are links that lost their targets. */
export function isResourceLabel(text: string): boolean {
  const line = text.trim();
  return (countWords(line) <= 7 && LABEL.test(line)) || ANNOUNCED.test(line) || POINTED_AT.test(line);
}

/** A list that holds names of pages only: short items, none of them a sentence. */
export function isLinkList(block: Block | undefined, text: (range: { start: number; end: number }) => string): boolean {
  if (block?.kind !== 'list') return false;
  return (block.items ?? []).every((item) => {
    const content = text(item).trim();
    return countWords(content) <= 14 && !/[.!?;]$/u.test(content);
  });
}
