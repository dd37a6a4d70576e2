import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { findStatement } from '../prose/statement.ts';

/** A statement that gets one thing of a passage wrong, to be put right. */
export const correctStatement: Pattern = {
  name: 'correct-statement',
  task: 'instruction',
  promise: 'The answer is the sentence of the passage from which the false statement was made by one change.',
  family: 'statement',
  version: 2,
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
  const found = findStatement(context, section);
  if (found?.use !== 'correct') return undefined;
  const { passage, sentence } = found;
  const claim = found.claim.replace(/\.$/u, '');
  return {
    section,
    question: context.choose(section, [
      `Use the passage to correct this statement: "${claim}".`,
      `One thing in this sentence contradicts the passage: "${claim}". Put it right.`,
      `According to the text, this is wrong: "${claim}". What is right?`,
      `Someone noted: "${claim}". Correct the note with the help of the passage.`,
      `Rewrite this sentence so that it agrees with the passage: "${claim}".`,
      `Compare this claim with the text and correct it: "${claim}".`,
      `"${claim}." That is not what the text says. What does it say?`,
    ]),
    passage: passage.pieces,
    needsPassage: true,
    answer: [{ start: sentence.start, end: sentence.end }],
    reasoning: 'recall',
    focus: context.text(sentence),
    fit: 0.5,
  };
}
