import type { Block, TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { thirdPersonBase } from '../../analyze/english/verbs.ts';
import { DETERMINERS } from '../../analyze/english/word-classes.ts';
import { countWords, wordsOf } from '../../analyze/english/words.ts';
import { standsAlone } from '../sections/lead-body.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { pointersOf } from '../sections/pointers.ts';
import { opensDependently } from '../wording/reference.ts';
import { hasLeftOvers } from '../sections/left-over.ts';
import { perSection } from '../sections/per-section.ts';
import { isLinkList, isResourceLabel } from '../sections/resource-list.ts';
import { renderPieces } from '../sections/section-body.ts';

/** Neighbouring paragraphs and lists of a section, understood without the rest of the document. */
export interface ReadingPassage {
  readonly section: Section;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly words: number;
  readonly blocks: readonly Block[];
  /** The whole sentences it holds, in order. */
  readonly sentences: readonly Sentence[];
}

const FEWEST_WORDS = 40;
const MOST_WORDS = 300;
/** A long stretch is cut before the next paragraph from so many words on. */
const ENOUGH_WORDS = 150;

/** A paragraph without the sentences that only point elsewhere, or a list. */
interface Part {
  readonly block: Block;
  readonly ranges: readonly TextRange[];
  readonly text: string;
  readonly words: number;
  readonly sentences: readonly Sentence[];
  /** Those, and the pointers among them. */
  readonly all: readonly Sentence[];
}

/** The passages of a section, in order. What leans on a figure, a listing or another chapter ends a passage and is in none. */
export const readingPassages: (context: PatternContext, section: Section) => readonly ReadingPassage[] = perSection(
  (context, section) => stretches(context, section).flatMap((parts) => toPassage(context, section, parts) ?? []),
);

function stretches(context: PatternContext, section: Section): Part[][] {
  const runs: Part[][] = [[]];
  let words = 0;
  for (const part of partsOf(context, section)) {
    const run = runs.at(-1) ?? [];
    if (part === undefined || (words >= ENOUGH_WORDS && part.block.kind === 'paragraph' && !announces(run.at(-1)))) {
      runs.push([]);
      words = 0;
    }
    if (part === undefined || !fits(section, runs.at(-1) ?? [], part)) continue;
    runs.at(-1)?.push(part);
    words += part.words;
  }
  return runs;
}

/** A passage begins with a paragraph, or with a list of sentences right below the heading: any other list has lost what announced it. */
function fits(section: Section, run: readonly Part[], { block, text, sentences }: Part): boolean {
  if (run.length > 0) return true;
  const isFirst = sentences[0]?.block === section.blocks[0] && sentences.length >= (block.items ?? []).length;
  return (block.kind === 'paragraph' || isFirst) && !opensDependently(text.replace(/^(?:[-*•]|\d+[.)])\s+/u, ''));
}

function announces(part: Part | undefined): boolean {
  return part?.text.trimEnd().endsWith(':') === true;
}

/** What a section offers, block by block; undefined where a passage has to end. */
function partsOf(context: PatternContext, section: Section): Array<Part | undefined> {
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  const byBlock = Map.groupBy(sentences, ({ block }) => block);
  return section.blocks.flatMap((index, position) => {
    const block = context.document.blocks[index];
    const before = context.document.blocks[section.blocks[position - 1] ?? -1];
    if (block === undefined || isListOfLinks(context, block, before)) return [undefined];
    const part = readPart(context, block, byBlock.get(index) ?? []);
    const next = context.document.blocks[section.blocks[position + 1] ?? -1];
    if (part === undefined) return [undefined];
    // "The following forms:" is whole together with its list.
    const whole = announces(part) && next?.kind === 'list' ? `${part.text}\n\n${context.text(next)}` : part.text;
    // What it announces may be no text, or gone.
    if ((!announces(part) || next?.kind === 'list') && isSound(whole, section)) return [part];
    return [soundStart(context, section, part), undefined];
  });
}

function isSound(text: string, section: Section): boolean {
  return (
    !MARKED.test(text) &&
    !DEBRIS.test(text) &&
    !hasCaptions(text) &&
    !hasLeftOvers(text) &&
    standsAlone(text, section.heading ?? '')
  );
}

/** A paragraph up to the sentence that leans on a listing, or announces one. */
function soundStart(context: PatternContext, section: Section, { block, sentences, all }: Part): Part | undefined {
  if (block.kind !== 'paragraph') return undefined;
  for (let count = sentences.length - 1; count > 0; count -= 1) {
    const start = toPart(context, block, { kept: sentences.slice(0, count), all });
    if (!announces(start) && isSound(start.text, section)) return start;
  }
  return undefined;
}

/** "Related resources:" and the names below it, which were links. */
function isListOfLinks(context: PatternContext, block: Block, before: Block | undefined): boolean {
  return before?.kind === 'paragraph' && isResourceLabel(context.text(before)) && isLinkList(block, context.text);
}

const WHOLE = /^(?!\d{1,3} \p{Lu})[\p{Lu}\p{N}`"“‘'(][\s\S]*[.!?:]["”’')\]]*$/u;

function readPart(context: PatternContext, block: Block, sentences: readonly Sentence[]): Part | undefined {
  const whole = context.text(block);
  if (block.kind === 'list') {
    if (whole.trimEnd().endsWith(':')) return undefined;
    return {
      block,
      ranges: [{ start: block.start, end: block.end }],
      text: whole,
      words: countWords(whole),
      sentences,
      all: sentences,
    };
  }
  // A line without an end is a label or a heading that lost its mark; one without a beginning was cut off, or is a note.
  if (block.kind !== 'paragraph' || isResourceLabel(whole) || !WHOLE.test(whole.trim())) return undefined;
  if (CHANGE.test(whole) || lacksSubject(whole)) return undefined;
  const pointers = pointersOf(sentences.map((sentence) => context.text(sentence)));
  const kept = sentences.filter((_, index) => !pointers.has(index));
  return kept.length === 0 ? undefined : toPart(context, block, { kept, all: sentences });
}

interface KeptSentences {
  readonly kept: readonly Sentence[];
  readonly all: readonly Sentence[];
}

/** The sentences of a paragraph that are kept. */
function toPart(context: PatternContext, block: Block, { kept, all }: KeptSentences): Part {
  const ranges = joined(kept, all);
  const text = ranges.map((range) => context.text(range)).join(' ');
  return { block, ranges, text, words: countWords(text), sentences: kept, all };
}

/** "Returns an array of changes.": of what, only a signature that is not in the text says. */
function lacksSubject(text: string): boolean {
  const [first, second] = wordsOf(text.slice(0, 80));
  return (
    first !== undefined &&
    /^\p{Lu}\p{Ll}+s$/u.test(first.text) &&
    thirdPersonBase(first.lower) !== undefined &&
    second !== undefined &&
    DETERMINERS.has(second.lower)
  );
}

/** "New in version 3.1: the class": history of the document's subject, not what it is. */
const CHANGE =
  /^(?:new|changed|added|deprecated|removed|introduced|available)(?: (?:in|since))? (?:version |release )?v?\d/iu;

/** Ranges of sentences that follow each other in the document. */
function joined(kept: readonly Sentence[], all: readonly Sentence[]): TextRange[] {
  const ranges: TextRange[] = [];
  let before = -2;
  for (const sentence of kept) {
    const at = all.indexOf(sentence);
    const last = ranges.at(-1);
    if (last !== undefined && at === before + 1) ranges[ranges.length - 1] = { start: last.start, end: sentence.end };
    else ranges.push({ start: sentence.start, end: sentence.end });
    before = at;
  }
  return ranges;
}

/** Without a last sentence that leads over to what comes next. */
function closed(context: PatternContext, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (last?.block.kind !== 'paragraph' || last.sentences.length < 2 || !POINTS_ON.test(last.text)) return parts;
  return [...parts.slice(0, -1), toPart(context, last.block, { kept: last.sentences.slice(0, -1), all: last.all })];
}

function toPassage(context: PatternContext, section: Section, run: readonly Part[]): ReadingPassage | undefined {
  const parts = closed(context, announces(run.at(-1)) ? run.slice(0, -1) : run);
  const pieces = parts.flatMap(({ ranges }, index): Piece[] => [
    ...(index === 0 ? [] : ['\n\n']),
    ...ranges.flatMap((range, position): Piece[] => (position === 0 ? [range] : [' ', range])),
  ]);
  const text = renderPieces(context.document, pieces);
  const words = countWords(text);
  if (words < FEWEST_WORDS || words > MOST_WORDS || leadsElsewhere(text) || !standsAlone(text, section.heading ?? ''))
    return undefined;
  return {
    section,
    pieces,
    text,
    words,
    blocks: parts.map(({ block }) => block),
    sentences: parts.flatMap(({ sentences }) => sentences),
  };
}

/** Whether a text ends by leading over to what comes next, names a place that only its page has, or holds what is left over from it. */
export function leadsElsewhere(text: string): boolean {
  return POINTS_ON.test(text) || MARKED.test(text) || hasLeftOvers(text);
}

/** A last sentence that leads over to what comes next. */
const POINTS_ON = /(?:\b(?:below|following|next|here)\b[^.!?]{0,60}[.!?]|\?)["”)]*\s*$/iu;

/** Signs in place of words, and places above or below that a passage does not have. */
const MARKED =
  /\p{Extended_Pictographic}(?<![©®™])|\b(?:above|below)\b(?!,? (?:the|an?|your|all|and beyond|average|ground|zero|\d|that|this|its|their|them|it)\b)/iu;

/** "Kiln Kiln is …": a label that ran into its text; a picture that is announced. */
const DEBRIS =
  /(?:^|\n)(?<label>\p{Lu}[^\n.,:;()]{2,40}?)(?: \([^()\n]{2,40}\))? \k<label> (?:is|are|was|provides?|offers?|can|has|allows?|lets|helps?)\b|\blooks? (?:something |roughly )?like (?:this|the following):/u;

const FEWEST_CAPTIONS = 3;

/** "1. Open the gate. Gate settings": the caption of a picture, once more in every step. */
function hasCaptions(text: string): boolean {
  const ends = Array.from(text.matchAll(/[.!] (?<end>\p{Lu}[^.!?:\n]{5,60})$/gmu)).map(({ groups }) => groups?.['end']);
  return ends.some((end) => ends.filter((other) => other === end).length >= FEWEST_CAPTIONS);
}
