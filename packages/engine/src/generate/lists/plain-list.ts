import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';

const FEWEST = 4;
const MOST = 12;
const FEWEST_ITEM_WORDS = 2;
const MOST_ITEM_WORDS = 40;
const MOST_WORDS = 220;

/** What links, drafts and listings leave behind, and items that go on or lean on the page. */
const LEFTOVER =
  /[\n|<>{}[\]]|https?:|[:;,/]$|\b(?:and|or)$|\b(?:above|below|here|TB[ADC]|linked)\b|\(\s*\)|["“]\s*["”]|\bsee (?:the|our|this|also|an?)\b|\b(?:this|these|next|previous) (?:page|section|link|list|table|chapter)\b|\((?:chapter|section|page|figure) \d|mailto:|\bPR #|#\d{2,}|\((?:19|20)\d\d\)\.|@\w+$|^(?:etc|note|tip|warning|example|more)\b/iu;

/** A flat list whose items read by themselves. */
export interface PlainList {
  readonly section: Section;
  readonly block: Block;
  readonly items: readonly string[];
}

/** The flat lists of a document without labels and leftovers, in its order. */
export function* plainLists(context: PatternContext): Iterable<PlainList> {
  for (const section of context.analysis.sections) {
    for (const index of section.blocks) {
      const block = context.document.blocks[index];
      const items = block?.kind === 'list' ? readItems(context, block) : undefined;
      if (block !== undefined && items !== undefined) yield { section, block, items };
    }
  }
}

function readItems(context: PatternContext, { items = [] }: Block): readonly string[] | undefined {
  if (items.length < FEWEST || items.length > MOST || items.some(({ depth }) => depth > 0)) return undefined;
  const texts = items.map((item) => context.text(item).trim());
  const isClean = texts.every(
    (text) => isWhole(text) && countWords(text) >= FEWEST_ITEM_WORDS && countWords(text) <= MOST_ITEM_WORDS,
  );
  return isClean && new Set(texts).size === texts.length && countWords(texts.join(' ')) <= MOST_WORDS
    ? texts
    : undefined;
}

function isWhole(text: string): boolean {
  const hasLabel = /^[^.!?]{1,45}(?::| [–—-]) /u.test(text);
  return /^[\p{L}\p{N}`"“]/u.test(text) && !hasLabel && !LEFTOVER.test(text);
}

const MOST_SORTED_WORDS = 7;
/** People are sorted by their last names, and the last item of a list that ends like a sentence ends it no more. */
const ODD_TO_SORT = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:$|,| \()|[.;]$/u;

/** The items in the order of the alphabet; undefined where it is in doubt or they are in it already. */
export function sortedItems(items: readonly string[]): readonly string[] | undefined {
  const keyed = items.map((item) => ({ item, key: /^[A-Za-z]+(?= |$)/u.exec(item)?.[0].toLowerCase() ?? '' }));
  const keys = new Set(keyed.map(({ key }) => key));
  const isCertain = !keys.has('') && keys.size === items.length;
  if (!isCertain || items.some((item) => countWords(item) > MOST_SORTED_WORDS || ODD_TO_SORT.test(item)))
    return undefined;
  const sorted = keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
  return sorted.every((item, index) => item === items[index]) ? undefined : sorted;
}

/** Which of the two a list is asked for as: one list is asked once. */
export function isForSorting(context: PatternContext, { block, items }: PlainList): boolean {
  const options = sortedItems(items) === undefined || block.ordered === true ? [false] : [true, true, false];
  return context.choose({ start: block.start, end: block.start + 1 }, options);
}
