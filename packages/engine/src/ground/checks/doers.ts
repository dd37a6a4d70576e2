import { AUXILIARIES, DETERMINERS } from '../../analyze/english/word-classes.ts';
import { wordsOf } from '../../analyze/english/words.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { KnownWords } from '../words/known-words.ts';
import { isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Share of a statement's other words that one sentence has, whatever their order. */
const SAME_SENTENCE = 0.8;
const FEWEST_SAME = 2;
/** Words of the sentence that the statement may leave out: one of them is what it puts another for. */
const MOST_LEFT_OUT = 4;
/** Longest name. */
const LONGEST = 2;

/** Whether a statement says by whom something is done, or where it is from, and the source names another there. */
export function checkDoers({ statement, evidence, everything }: PreparedClaim): GroundingFinding | undefined {
  const words = meaningWordsOf(statement);
  const known = new KnownWords(meaningWordsOf(everything));
  const fresh = words.filter((word) => !known.hasLike(word));
  if (fresh.length === 0 || fresh.length > LONGEST || !fresh.some(isThing) || !isDoer(fresh, statement))
    return undefined;
  const others = words.filter((word) => !fresh.includes(word));
  const said = new KnownWords(words);
  const source = evidence.find((sentence) => isSameBut(meaningWordsOf(sentence), others, said));
  if (source === undefined) return undefined;
  return {
    kind: 'name',
    detail: `The source does not say this of ${JSON.stringify(fresh.map(({ text }) => text).join(' '))}.`,
  };
}

const OPENS = new Set([...DETERMINERS, 'yes', 'no']);
/** What is said of a thing that does nothing. */
const BEARS = /^(?:gets?|pays?|costs?)$/u;

/** Words in a row, after "by the" or "from the", or of which the statement says that something is so. */
function isDoer(fresh: readonly MeaningWord[], statement: string): boolean {
  const [first] = fresh;
  const last = fresh.at(-1);
  if (
    first === undefined ||
    last === undefined ||
    wordsOf(statement.slice(first.start, last.end)).length > fresh.length
  )
    return false;
  const before = wordsOf(statement.slice(0, first.start)).filter(({ lower }) => !OPENS.has(lower));
  const [next] = wordsOf(statement.slice(last.end));
  if (before.length === 0) return next !== undefined && (AUXILIARIES.has(next.lower) || BEARS.test(next.lower));
  return /^(?:by|from)$/u.test(before.at(-1)?.lower ?? '');
}

/** Whether a sentence has all else that is said, and a thing that is not. */
function isSameBut(sentence: readonly MeaningWord[], others: readonly MeaningWord[], said: KnownWords): boolean {
  const own = new KnownWords(sentence);
  const shared = others.filter((word) => own.has(word)).length;
  if (shared < FEWEST_SAME || shared < others.length * SAME_SENTENCE) return false;
  const left = sentence.filter((word) => !said.hasLike(word));
  return left.length <= MOST_LEFT_OUT && left.some(({ senses }) => senses.isNoun);
}
