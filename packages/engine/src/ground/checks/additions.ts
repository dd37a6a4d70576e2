import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { stem, wordsOf } from '../../analyze/english/words.ts';
import { clausesOf } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { isNumberWord } from '../quantities.ts';
import { meaningOf } from '../synonyms.ts';

/** Fewer new words than this may be a way of saying it. */
const FEWEST_NEW = 2;
/** Share of a clause's words, and of all of a statement's, from which new words are a statement of their own. */
const CLAUSE_SHARE = 0.6;
const WHOLE_SHARE = 0.5;

/** Whether a statement, or a clause of it, is made of words that neither evidence nor context has. */
export function checkAdditions({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const known = new Set(meaningsOf(everything).map(({ meaning }) => meaning));
  for (const [part, most] of [
    ...clausesOf(statement).map((clause) => [clause, CLAUSE_SHARE] as const),
    [statement, WHOLE_SHARE] as const,
  ]) {
    const words = meaningsOf(part);
    const added = words.filter(({ meaning }) => !known.has(meaning) && !isNear(meaning, known));
    if (added.length < FEWEST_NEW || added.length / words.length < most) continue;
    const quoted = added.map(({ word }) => word).join(', ');
    return { kind: 'addition', detail: `The source has nothing of this: ${quoted}.` };
  }
  return undefined;
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

/** "reserve" and "reservation", "evaporate" and "evaporation": one stem begins the other. */
function isNear(meaning: string, known: ReadonlySet<string>): boolean {
  const least = Math.max(4, Math.ceil(meaning.length * 0.7));
  if (meaning.length < 4) return false;
  const start = meaning.slice(0, least);
  for (const other of known)
    if (other.startsWith(start) || (other.length >= 4 && meaning.startsWith(other))) return true;
  return false;
}
