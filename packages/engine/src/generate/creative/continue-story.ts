import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { contentStems, countWords } from '../../analyze/english/words.ts';
import { isNarrative } from '../../analyze/narrative.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';

const LEAST_WORDS = 80;
const MOST_WORDS = 280;
/** Topic words that a scene and its continuation share at least. */
const LEAST_SHARED = 3;

/** Paragraphs of a story, and those after them as the way it goes on. */
export const continueStory: Pattern = {
  name: 'continue-story',
  task: 'creative',
  promise: 'The answer is how the author goes on, word for word, right after the passage.',
  family: 'story',
  version: 1,
  languages: ['en'],
  precision: 0.95,
  *find(context: PatternContext): Iterable<Draft> {
    const paragraphs = context.document.blocks.filter(({ kind, role }) => kind === 'paragraph' && role === 'content');
    if (!isNarrative(paragraphs.map((block) => context.text(block)))) return;
    for (const section of context.analysis.sections) {
      for (const run of paragraphRuns(context, section)) yield* scenes(context, section, run);
    }
  },
};

/** Paragraphs of a section with nothing between them. */
function* paragraphRuns(context: PatternContext, section: Section): Generator<readonly Block[]> {
  let run: Block[] = [];
  for (const index of section.blocks) {
    const block = context.document.blocks[index];
    if (block?.kind === 'paragraph') {
      run.push(block);
    } else if (run.length > 0) {
      yield run;
      run = [];
    }
  }
  if (run.length > 0) yield run;
}

/** Two stretches of whole paragraphs at a time, one to go on from and one that does. */
function* scenes(context: PatternContext, section: Section, run: readonly Block[]): Generator<Draft> {
  let next = 0;
  while (next < run.length) {
    const passage = takeStretch(context, run, next);
    const answer = passage === undefined ? undefined : takeStretch(context, run, passage.next);
    if (passage === undefined || answer === undefined) {
      next = passage === undefined ? next + 1 : passage.next;
      continue;
    }
    next = answer.next;
    if (isContinued(context.text(passage.range), context.text(answer.range)))
      yield toDraft(context, section, { passage: passage.range, answer: answer.range });
  }
}

interface Stretch {
  readonly range: TextRange;
  /** The paragraph after it. */
  readonly next: number;
}

/** Whole paragraphs until there are enough words; undefined when they are too many at once, or end in the middle. */
function takeStretch(context: PatternContext, run: readonly Block[], from: number): Stretch | undefined {
  const first = run[from];
  let words = 0;
  for (let index = from; index < run.length; index += 1) {
    const block = run[index];
    if (first === undefined || block === undefined) return undefined;
    const text = context.text(block);
    words += countWords(text);
    if (words > MOST_WORDS || !isProse(text)) return undefined;
    if (words >= LEAST_WORDS) return { range: { start: first.start, end: block.end }, next: index + 1 };
  }
  return undefined;
}

/** A paragraph of sentences: no title, no line of stars, no note of the edition. */
function isProse(text: string): boolean {
  return (
    /[.!?…—-]["”'’)]?$/u.test(text) &&
    /\p{Ll}{2}/u.test(text) &&
    !/https?:|\b(?:Gutenberg|eBook|copyright|ISBN|chapter [IVX\d]+)\b|[*_=~]{2}|[[\]{}|<>]/iu.test(text)
  );
}

/** The second text still speaks of what the first does. */
function isContinued(passage: string, answer: string): boolean {
  const known = new Set(contentStems(passage));
  const shared = new Set(contentStems(answer).filter((stem) => known.has(stem)));
  return shared.size >= LEAST_SHARED;
}

interface Scene {
  readonly passage: TextRange;
  readonly answer: TextRange;
}

function toDraft(context: PatternContext, section: Section, { passage, answer }: Scene): Draft {
  return {
    section,
    question: context.choose(passage, [
      'Continue this story.',
      'Write what happens next in this story.',
      'Carry on with this scene in the same voice.',
      'Write the next paragraphs of this story.',
      'How might this scene go on? Write it in the style of the text.',
    ]),
    passage: [passage],
    needsPassage: true,
    answer: [answer],
    reasoning: 'explain',
    focus: `story ${passage.start}`,
    fit: 0.8,
  };
}
