import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { asData, hasStrayMark } from '../tables/cells.ts';

const FEWEST = 3;
const MOST = 12;
const MOST_WORDS = 220;
const FEWEST_VALUE_WORDS = 4;
const MOST_LABEL_WORDS = 6;

/** "Keel: the long beam at the bottom of a ship". */
const LABELLED = /^(?<label>[\p{L}\p{N}][^:–—.!?;"“”\n]{0,43}[^\s:–—.!?;"“”\n])(?:: | [–—-] )(?<value>\S[^\n]*)$/u;

/** What a link or a draft left behind, and values that go on in a list of their own. */
const LEFTOVER =
  /\bTB[ADC]\b|\b(?:here|below|above)[.)]|\bsee (?:the )?[^.]{0,40}\b(?:below|above)\b|[:;,]$|;? (?:and|or)$|\(\s*\)|\[[^\]]*\]|[:–—-] *[–—:-] |^(?:note|tip|warning|important|see|https?)\b|\bhere['’]s an?\b|\b(?<word>\p{L}+) \k<word>\b/iu;

/** The value is no text of its own, but the rest of a sentence. */
const GOES_ON = /^(?:such as|and|with|but|or|which|that)\b/u;

/** A list whose items all open with a label. */
export interface LabelledList {
  readonly section: Section;
  readonly block: Block;
  readonly entries: ReadonlyArray<readonly [label: string, value: string]>;
}

/** The lists of a document that open every item with a label of its own, in its order. */
export function* labelledLists(context: PatternContext): Iterable<LabelledList> {
  for (const section of context.analysis.sections) {
    for (const index of section.blocks) {
      const block = context.document.blocks[index];
      const entries = block?.kind === 'list' ? readEntries(context, block) : undefined;
      if (block !== undefined && entries !== undefined) yield { section, block, entries };
    }
  }
}

/** Each item's label and what it says of it; undefined where an item has none or two have the same. */
function readEntries(context: PatternContext, { items = [] }: Block): LabelledList['entries'] | undefined {
  if (items.length < FEWEST || items.length > MOST || items.some(({ depth }) => depth > 0)) return undefined;
  const texts = items.map((item) => context.text(item));
  if (countWords(texts.join(' ')) > MOST_WORDS || texts.some((text) => LEFTOVER.test(text) || hasStrayMark(text)))
    return undefined;
  const entries = texts.flatMap((text) => readEntry(text));
  const labels = new Set(entries.map(([label]) => asData(label).toLowerCase()));
  // JavaScript puts keys that are whole numbers first.
  const areKeys = labels.size === items.length && ![...labels].some((label) => /^\d+$/u.test(label));
  return areKeys ? entries : undefined;
}

/** The entry of an item, or none. */
function readEntry(text: string): Array<readonly [label: string, value: string]> {
  const { label, value } = LABELLED.exec(text)?.groups ?? {};
  if (label === undefined || value === undefined || GOES_ON.test(value)) return [];
  return countWords(value) >= FEWEST_VALUE_WORDS && countWords(label) <= MOST_LABEL_WORDS
    ? [[label, value.trim()]]
    : [];
}

/** Which of the two it is asked for as depends on the list: one list is converted once. */
export function isForTable(context: PatternContext, { block }: LabelledList): boolean {
  if (context.document.language !== 'en') return false;
  return context.choose({ start: block.start, end: block.start + 1 }, [true, false]);
}
