import type { TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { topicOverlap, wordsOf } from '../../analyze/english/words.ts';
import type { Draft, Pattern, PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../wording/reference.ts';
import { descendants } from '../sections/section-body.ts';
import { plainHeading } from '../headings/topic.ts';
import { isVagueHeading } from '../headings/vague-headings.ts';

const FEWEST = 3;
const MOST = 10;
const MAX_WORDS = 900;

/** A text of several sections without its headings, and the headings as the outline to find. */
export const outline: Pattern = {
  name: 'outline',
  task: 'instruction',
  promise: 'The outline is the headings the author gave the text, in order and complete.',
  family: 'outline',
  version: 3,
  languages: ['en'],
  precision: 0.88,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = readOutline(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function readOutline(context: PatternContext, section: Section): Draft | undefined {
  const children = descendants(context.analysis, section);
  if (section.heading === undefined || children.length < FEWEST || children.length > MOST) return undefined;
  if (new Set(children.map(({ level }) => level)).size !== 1) return undefined;
  const passage: Piece[] = [];
  const answer: Piece[] = [];
  let words = 0;
  for (const child of children) {
    const heading = headingRange(context, child);
    const body = context.body(child);
    if (
      heading === undefined ||
      body === undefined ||
      !fits(context, heading, body.text) ||
      body.words < 40 ||
      body.words > MAX_WORDS
    )
      return undefined;
    passage.push(...(passage.length === 0 ? [] : ['\n\n* * *\n\n']), ...body.pieces);
    answer.push(answer.length === 0 ? '1. ' : `\n${answer.length / 2 + 1}. `, heading);
    words += body.words;
  }
  if (words > MAX_WORDS) return undefined;
  return {
    section,
    question: context.choose(section, [
      `The ${children.length} parts of the following text are separated by asterisks. Write a heading for each part.`,
      `Give each of the ${children.length} parts of this text, separated by asterisks, a short heading.`,
      `Write an outline of this text: one heading for each of its ${children.length} parts, which are separated by asterisks.`,
      `Asterisks divide this text into ${children.length} parts. What heading would you give to each?`,
      `Name the topic of each of the ${children.length} parts below. Asterisks stand between them.`,
      `This text has ${children.length} parts with asterisks between them, and their headings are gone. What could they be?`,
      `Find a heading for every part of the text below. Asterisks show where one of the ${children.length} parts ends and the next begins.`,
      `Below are ${children.length} sections of one document, set apart by asterisks. List a heading for each, in order.`,
      `Make a table of contents for this text: asterisks mark where its ${children.length} parts begin.`,
      `How would you head each of the ${children.length} parts of this text? They are set apart by asterisks.`,
    ]),
    passage,
    needsPassage: true,
    answer,
    reasoning: 'condense',
    focus: `outline of ${section.heading}`,
    fit: 0.6,
  };
}

/** A heading that can be told from its part: at least half of its topic words are in it, and it opens with text of its own. */
function fits(context: PatternContext, heading: TextRange, text: string): boolean {
  const words = context.text(heading);
  return topicOverlap(words, text) >= LEAST_SHARED && words !== words.toUpperCase() && !opensDependently(text);
}

const LEAST_SHARED = 0.5;

/** The heading without numbering, when it says something on its own. */
function headingRange(context: PatternContext, { heading, headingBlock }: Section) {
  const block = headingBlock === undefined ? undefined : context.document.blocks[headingBlock];
  const plain = plainHeading(heading ?? '');
  if (
    block === undefined ||
    /[@<(]/u.test(plain) ||
    isVagueHeading(plain) ||
    wordsOf(plain).length < 2 ||
    wordsOf(plain).length > 10
  )
    return undefined;
  const start = block.start + context.text(block).indexOf(plain);
  return start < block.start ? undefined : { start, end: start + plain.length };
}
