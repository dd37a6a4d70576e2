import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { possibleMistakes, withMistakes, type Mistake } from '../prose/mistakes.ts';
import { plainParagraph } from '../prose/plain-paragraph.ts';

const LIMITS = { minWords: 25, maxWords: 90, minSentences: 2 };
const FEWEST = 2;
const MOST = 4;

/** A paragraph with a few mistakes of spelling and grammar put into it, to be corrected. */
export const correctMistakes: Pattern = {
  name: 'correct-mistakes',
  task: 'instruction',
  promise: 'The answer is the paragraph as the document has it; the mistakes were put into it.',
  family: 'repair',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = readCorrection(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function readCorrection(context: PatternContext, section: Section): Draft | undefined {
  const paragraph = plainParagraph(context, section, LIMITS);
  if (paragraph === undefined) return undefined;
  const text = context.text(paragraph);
  const mistakes = drawn(context, section, possibleMistakes(text));
  if (mistakes.length < FEWEST) return undefined;
  return {
    section,
    question: context.choose(section, [
      'Correct the mistakes in this text.',
      'Proofread the following paragraph and give the corrected version.',
      'Fix the spelling and grammar of this paragraph without changing anything else.',
      'This paragraph was typed in a hurry. Remove the mistakes and leave the rest as it is.',
      'Copy-edit the text below: correct what is wrong, and change nothing that is right.',
      'There are some spelling and grammar mistakes in this text. Write it correctly.',
      'Which words are wrong here? Give the paragraph with all of them put right.',
      'Please check this text for typos and wrong word forms, and return it without them.',
      'Edit this draft: spelling and grammar only, no rewording.',
      'Give a clean version of this paragraph, without its misspellings and slips of grammar.',
    ]),
    passage: [withMistakes(text, mistakes)],
    needsPassage: true,
    answer: [paragraph],
    reasoning: 'convert',
    focus: text,
    fit: 0.5,
  };
}

/** A few of them, from different parts of the text and in different words. */
function drawn(context: PatternContext, section: Section, all: readonly Mistake[]): Mistake[] {
  const possible = [...new Map(all.map((mistake) => [mistake.written, mistake])).values()].toSorted(
    (left, right) => left.start - right.start,
  );
  const parts = Math.min(MOST, possible.length);
  return Array.from({ length: parts }, (_, part) => {
    const own = possible.slice(
      Math.floor((part * possible.length) / parts),
      Math.floor(((part + 1) * possible.length) / parts),
    );
    return context.choose({ start: section.start + part, end: section.end }, own);
  });
}
