import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { findStatement } from '../prose/statement.ts';

/** A statement about a passage that is true of it, or false by one change: yes or no, with the sentence that decides. */
export const checkStatement: Pattern = {
  name: 'check-statement',
  task: 'qa',
  promise: 'The statement says the same as a sentence of the passage, or was made false by one change of it.',
  family: 'statement',
  version: 1,
  languages: ['en'],
  precision: 0.9,
  isDefault: false,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = readCheck(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function readCheck(context: PatternContext, section: Section): Draft | undefined {
  const found = findStatement(context, section);
  if (found === undefined || found.use === 'correct') return undefined;
  const { passage, sentence, claim, use } = found;
  return {
    section,
    question: context.choose(section, [
      `Is this statement true according to the passage: "${claim}"?`,
      `Does the passage support the claim "${claim}"?`,
      `Going by the text alone, is this correct: "${claim}"?`,
      `A colleague says: "${claim}." Is that what the passage says?`,
      `Can this be concluded from the passage: "${claim}"?`,
      `"${claim}." Does the text agree with that?`,
      `Check against the passage: is it true that "${claim}"?`,
    ]),
    passage: passage.pieces,
    needsPassage: true,
    answer: [
      use === 'confirm' ? 'Yes. The passage says: "' : 'No. The passage says: "',
      { start: sentence.start, end: sentence.end },
      '"',
    ],
    reasoning: 'recall',
    focus: context.text(sentence),
    fit: 0.5,
  };
}
