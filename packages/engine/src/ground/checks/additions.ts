import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { stem, wordsOf } from '../../analyze/english/words.ts';
import { clausesOf } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { isNumberWord } from '../quantities.ts';
import { isNear, meaningOf } from '../synonyms.ts';

/** Fewer new words than this may be a way of saying it. */
const FEWEST_NEW = 2;
/** Share of a clause's words, and of all of a statement's, from which new words are a statement of their own. */
const CLAUSE_SHARE = 0.6;
const WHOLE_SHARE = 0.5;
/** New words in a row that say something of their own, however long the rest is. */
const NEW_IN_A_ROW = 3;

/** Whether a statement, or a clause of it, is made of words that neither evidence nor context has. */
export function checkAdditions({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const known = new Set(meaningsOf(everything).map(({ meaning }) => meaning));
  for (const [part, most] of [
    ...clausesOf(statement).map((clause) => [clause, CLAUSE_SHARE] as const),
    [statement, WHOLE_SHARE] as const,
  ]) {
    const words = meaningsOf(part);
    const fresh = words.filter(({ meaning }) => !known.has(meaning) && !isNear(meaning, known));
    if (fresh.length >= FEWEST_NEW && fresh.length / words.length >= most) return added(fresh);
  }
  return findRow(statement, known);
}

function findRow(statement: string, known: ReadonlySet<string>): GroundingFinding | undefined {
  let row: Meaning[] = [];
  for (const word of meaningsOf(statement)) {
    row = known.has(word.meaning) || isNear(word.meaning, known) ? [] : [...row, word];
    if (row.length >= NEW_IN_A_ROW) return added(row);
  }
  return undefined;
}

function added(words: readonly Meaning[]): GroundingFinding {
  return { kind: 'addition', detail: `The source has nothing of this: ${words.map(({ word }) => word).join(', ')}.` };
}

interface Meaning {
  readonly word: string;
  readonly meaning: string;
}

/** The words that carry what a text says, each by its meaning: stems, and one word for a group of synonyms. */
function meaningsOf(text: string): Meaning[] {
  return wordsOf(text)
    .filter(({ lower }) => !STOP_WORDS.has(lower) && !isNumberWord(lower) && !/^\d/u.test(lower))
    .flatMap(({ text: word, lower }) =>
      [lower, ...(lower.includes('-') ? lower.split('-') : [])]
        .slice(-2)
        .map((part) => ({ word, meaning: meaningOf(stem(part)) })),
    );
}
