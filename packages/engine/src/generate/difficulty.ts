import { DIFFICULTIES, type Difficulty } from '@dsgen/core';
import { countWords, topicOverlap } from '../analyze/english/words.ts';
import type { Reasoning } from './pattern.ts';

/** What the difficulty rule looks at. */
export interface DifficultyEvidence {
  readonly question: string;
  readonly answer: string;
  /** Places of the document the answer is drawn from. */
  readonly sources: number;
  readonly reasoning: Reasoning;
}

/** Average word length from which a text counts as dense; plain English prose has about 4.7. */
const DENSE_WORD_LENGTH = 5.4;

/**
 * The level is the number of demands the record makes, of four: more than one statement to give (over 40 words or several
 * places), a long answer (over 120 words), more than recall (a procedure, an explanation, a cause, a condensation), and
 * dense language (long words, or wording that the question does not give away). No demand is elementary, all four are expert.
 */
export function rateDifficulty({ question, answer, sources, reasoning }: DifficultyEvidence): Difficulty {
  const words = countWords(answer);
  const letters = answer.replaceAll(/[^\p{L}]/gu, '').length;
  const isDense = words > 0 && letters / words > DENSE_WORD_LENGTH;
  const isRemote = topicOverlap(question, answer) < 0.5 && words > 25;
  const demands = [
    sources > 1 || words > 40,
    words > 120,
    reasoning !== 'recall' && reasoning !== 'collect' && reasoning !== 'convert',
    isDense || isRemote,
  ].filter(Boolean).length;
  return DIFFICULTIES[demands] ?? 'elementary';
}
