import type { Section } from '../../analyze/analysis.ts';
import type { Draft, Pattern, PatternContext } from '../pattern.ts';
import { findStatement, type Statement } from '../prose/statement.ts';

const LETTERS = ['A', 'B'] as const;

/** Two statements that differ in one thing, a number or a word: which of them does the passage make? */
export const checkStatement: Pattern = {
  name: 'check-statement',
  task: 'qa',
  promise: 'One of the two statements is a sentence of the passage; the other was made false by one change of it.',
  family: 'statement',
  version: 2,
  languages: ['en'],
  precision: 0.9,
  *find(context: PatternContext): Iterable<Draft> {
    for (const section of context.analysis.sections) {
      const draft = readCheck(context, section);
      if (draft !== undefined) yield draft;
    }
  },
};

function readCheck(context: PatternContext, section: Section): Draft | undefined {
  const found = findStatement(context, section);
  if (found?.use !== 'compare') return undefined;
  const { passage, sentence, claim } = found;
  const place = context.choose(sentence, [0, 1]);
  const [first, second] = place === 0 ? [context.text(sentence), claim] : [claim, context.text(sentence)];
  const request = context.choose(section, [
    'Which of these two statements agrees with the passage?',
    'One of these statements is wrong. Which one is right, according to the passage?',
    'Two people remember this differently. Which of them is right, going by the text?',
    'Which statement does the passage support, A or B?',
    'Only one of these two statements is true according to the passage. Which one?',
    'Check both statements against the text. Which one is correct?',
  ]);
  return {
    section,
    question: `${request}\nA) ${first}\nB) ${second}`,
    passage: passage.pieces,
    needsPassage: true,
    answer: [
      `${LETTERS[place]}. The passage says ${difference(found)}: "`,
      { start: sentence.start, end: sentence.end },
      '"',
    ],
    payload: { choices: [...LETTERS], label: LETTERS[place] ?? '' },
    reasoning: 'recall',
    focus: context.text(sentence),
    fit: 0.5,
  };
}

function difference({ said, claimed, isNumber }: Statement): string {
  return isNumber ? `${said}, not ${claimed}` : `"${said}", not "${claimed}"`;
}
