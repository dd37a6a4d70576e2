import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords, wordsOf } from '../../analyze/english/words.ts';
import type { PatternContext } from '../pattern.ts';
import { selfContainedPassages, type Passage } from '../sections/self-contained.ts';
import { opensDependently } from '../wording/reference.ts';
import { isAbout, isDescriptive, isMostlyProse } from './descriptive-heading.ts';
import { plainHeading } from './topic.ts';

/** A section whose heading a reader could have found from its text. */
export interface HeadedSection {
  readonly section: Section;
  readonly heading: string;
  /** Where the document has the heading, without its number. */
  readonly range: TextRange;
  readonly passage: Passage;
}

/** How long the passage may be, in words. */
export interface PassageLength {
  readonly minWords: number;
  readonly maxWords: number;
}

export interface HeadedOptions extends PassageLength {
  /** Of a heading of three topic words and more, the share that the passage has to have; 1 where absent. */
  readonly leastShared?: number;
}

/**
 * A section with a heading that says something by itself, and the first passage of it that is understood without the rest
 * of the document and speaks of what the heading names.
 */
export function headedSection(
  context: PatternContext,
  section: Section,
  options: HeadedOptions,
): HeadedSection | undefined {
  const heading = plainHeading(section.heading ?? '');
  const range = headingRange(context, section, heading);
  const passage = range === undefined ? undefined : passageAbout(context, section, { heading, ...options });
  return range === undefined || passage === undefined ? undefined : { section, heading, range, passage };
}

/** Text before the first heading of a document, and the document's title as what it stands under. */
export function titledOpening(
  context: PatternContext,
  section: Section,
  length: PassageLength,
): Pick<HeadedSection, 'heading' | 'passage'> | undefined {
  const heading = plainHeading(context.document.title ?? '');
  if (section.index !== 0 || section.heading !== undefined) return undefined;
  const passage = passageAbout(context, section, { heading, ...length });
  return passage === undefined ? undefined : { heading, passage };
}

function passageAbout(
  context: PatternContext,
  section: Section,
  { heading, leastShared = 1, ...length }: HeadedOptions & Pick<HeadedSection, 'heading'>,
): Passage | undefined {
  const passage = isTelling(context, heading) ? openingPassage(context, section, length) : undefined;
  if (passage === undefined || isPlaceOf(passage.text, heading)) return undefined;
  return !endsInLabel(passage.text) && isAbout(passage.text, heading, leastShared) ? passage : undefined;
}

/** "(c) Survival.": what it was the label of is not there. */
function endsInLabel(text: string): boolean {
  return LABEL.test(text.split('\n\n').at(-1) ?? '');
}

const LABEL = /^\(?[a-z\d]{1,4}[.)] (?:[^\s.]+ ){0,3}[^\s.]+[.:]?$/u;

/** How a section begins, as far as it is understood without the rest of the document. */
export function openingPassage(
  context: PatternContext,
  section: Section,
  { minWords, maxWords }: PassageLength,
): Passage | undefined {
  const opening = context.document.blocks[section.blocks[0] ?? -1];
  return selfContainedPassages(context, section).find(
    ({ text, words, blocks }) =>
      words >= minWords &&
      words <= maxWords &&
      blocks[0] === opening &&
      isText(context, opening) &&
      !leansBack(text) &&
      isMostlyProse(text),
  );
}

/** "In Net Manager, the size is set once": the heading names where this is so, not what it is. */
function isPlaceOf(text: string, heading: string): boolean {
  const [first = ''] = text.split('\n', 1);
  const at = first.indexOf(heading);
  return (
    at > 0 &&
    /\b(?:in|at|for|from|on|with)(?: the| an?)? $/iu.test(first.slice(0, at)) &&
    first.lastIndexOf(heading) === at
  );
}

/** A paragraph, or a list of sentences: without the heading, a list of names says nothing of what they are. */
function isText(context: PatternContext, block: Block | undefined): boolean {
  const items = (block?.items ?? []).map((item) => context.text(item).trim());
  return (
    block?.kind === 'paragraph' ||
    (block?.kind === 'list' &&
      items.length > 1 &&
      items.every((item) => countWords(item) > 5 && /[.!]["”)]?$/u.test(item)))
  );
}

/** Goes on from something: by its first word, or by what its first sentence points to. */
function leansBack(text: string): boolean {
  const plain = text.replace(/^(?:[-*•]|\d+[.)])\s+/u, '');
  const first = /^[^\n]+?[.!?:](?=\s|$)/u.exec(plain)?.[0] ?? plain;
  return opensDependently(plain) || LEANS_BACK.test(first) || pointsBack(first);
}

const LEANS_BACK =
  /\b(?:previous|previously|earlier|again|instead|latter|former)\b|^the (?:second|third|next|last|final|other|rest)\b|^(?:once|after|when|if|given) (?:\p{L}+ ){0,2}\p{L}+ed,|^(?:(?:you|we|they|it|there)(?: \p{L}+){0,2} also|yes|no|nope|well|ok|okay|remember|note|notice|now|so|and|but|another|its?|they|their|he|she|his|her|to do the)\b/iu;

/** "We can put this snippet": of a thing that the sentence has not named; "like this:" points on. */
function pointsBack(sentence: string): boolean {
  if (sentence.endsWith(':')) return false;
  return Array.from(sentence.matchAll(/\b(?:this|these|those|such) (?:\p{L}+ )??(?<noun>\p{L}+)/giu)).some(
    ({ groups, index }) => {
      const before = new Set(contentStems(sentence.slice(0, index)));
      return contentStems(groups?.['noun'] ?? '').every((word) => !before.has(word));
    },
  );
}

/** A heading that describes, written in one way throughout. */
export function isTelling(context: PatternContext, heading: string): boolean {
  return isDescriptive(heading) && !isMixedCase(context, heading);
}

function headingRange(context: PatternContext, { headingBlock }: Section, heading: string): TextRange | undefined {
  const block = headingBlock === undefined ? undefined : context.document.blocks[headingBlock];
  const at = block === undefined ? -1 : context.text(block).indexOf(heading);
  return block === undefined || at === -1
    ? undefined
    : { start: block.start + at, end: block.start + at + heading.length };
}

/** Whether headings are written alike: a list with "Sorting a List" and "Removing an element" was written by two hands. */
export function areOfOneCase({ analysis }: PatternContext, headings: readonly string[]): boolean {
  const words = headings.flatMap(laterWords);
  const small = new Set(words.flatMap(({ text, lower }) => (/^\p{Ll}/u.test(text) ? [lower] : [])));
  const capital = words.filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text));
  return small.size === 0 || capital.every(({ lower }) => analysis.casing.get(lower)?.lower === 0 && !small.has(lower));
}

/** "Allowed Device list": a common word has a capital although another one has none. */
function isMixedCase({ analysis }: PatternContext, heading: string): boolean {
  const words = laterWords(heading);
  return (
    words.some(({ text }) => /^\p{Ll}/u.test(text)) &&
    words.some(({ text, lower }) => {
      const counts = analysis.casing.get(lower);
      return /^\p{Lu}\p{Ll}/u.test(text) && counts !== undefined && counts.lower > counts.upper;
    })
  );
}

/** The words with a meaning of a heading after its first, which has a capital anyway. */
function laterWords(heading: string): ReturnType<typeof wordsOf> {
  const words = wordsOf(heading.replaceAll(/`[^`]*`/gu, ' ')).slice(1);
  return words.filter(({ text }) => contentStems(text).length > 0);
}
