import { clausesOf } from '../clauses.ts';
import { isDay } from '../words/days.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { KnownWords } from '../words/known-words.ts';
import { isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Fewer new words, or new things, than this may be a way of saying what the source says. */
const FEWEST_NEW = 4;
const FEWEST_NEW_THINGS = 3;
/** Share of a clause's words from which new words are a statement of their own. */
const SHARE = 0.5;
/** New words in a row that say something of their own, however long the rest is. */
const NEW_IN_A_ROW = 3;

/** Whether a statement, or a clause of it, is made of words that neither evidence nor context has. */
export function checkAdditions({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const known = new KnownWords(meaningWordsOf(everything));
  const parts = [...clausesOf(statement), statement].map((part) => sayingWords(part, known));
  for (const words of parts) {
    const fresh = words.filter((word) => !known.hasLike(word));
    const isEnough = fresh.length >= FEWEST_NEW || fresh.filter(isThing).length >= FEWEST_NEW_THINGS;
    if (isEnough && fresh.length / words.length >= SHARE) return added(fresh);
  }
  return findRow(sayingWords(statement, known), known) ?? findItem(statement, known);
}

/** What is said, without words that any answer may use, and without days, which are names. */
function sayingWords(text: string, known: KnownWords): MeaningWord[] {
  return meaningWordsOf(text).filter((word) => (!word.isGeneral || known.hasLike(word)) && !isDay(word.lemmas));
}

function findRow(words: readonly MeaningWord[], known: KnownWords): GroundingFinding | undefined {
  let row: MeaningWord[] = [];
  for (const word of words) {
    row = known.hasLike(word) ? [] : [...row, word];
    if (row.length >= NEW_IN_A_ROW) return added(row);
  }
  return undefined;
}

/** A part of a list with one of these is no thing but says something. */
const SAYS =
  /\b(?:which|who|whose|that|has|have|had|is|are|was|were|be|can|cannot|may|might|must|should|will|does|do|did|it|they|he|she|you|we)\b/iu;

/** A thing that the source does not name, in a list with things that it names. */
function findItem(statement: string, known: KnownWords): GroundingFinding | undefined {
  const items = statement
    .split(/,\s*(?:and|or)\s+|,\s*|\s+(?:and|or)\s+|[.;:!?](?:\s|$)/u)
    .map((part) => (SAYS.test(part) ? [] : meaningWordsOf(part)));
  for (const [index, item] of items.entries()) {
    const before = items[index - 1]?.at(-1);
    const isListed = before !== undefined && isThing(before) && known.hasLike(before);
    if (isListed && item.length > 0 && item.every((word) => isThing(word) && !known.hasLike(word))) return added(item);
  }
  return undefined;
}

function added(words: readonly MeaningWord[]): GroundingFinding {
  return { kind: 'addition', detail: `The source has nothing of this: ${words.map(({ text }) => text).join(', ')}.` };
}
