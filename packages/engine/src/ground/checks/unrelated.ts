import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { isSame } from '../quantities/compare-quantities.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';
import { KnownWords } from '../words/known-words.ts';
import { meaningWordsOf } from '../words/meaning-words.ts';

/** Share of its words that a statement has with the sentence it was made from, at the very least, whatever words it is put in. */
const LEAST_SHARED = 0.25;
/** Share of its words that all of the evidence has together. */
const LEAST_KNOWN = 0.34;
/** Fewer words may be put in others altogether. */
const FEWEST_WORDS = 3;

/** Whether a statement has next to nothing of any one sentence that it cites: not its words, their order or its numbers. */
export function checkUnrelated({
  statement,
  evidence,
  everything,
  closest,
}: PreparedClaim): GroundingFinding | undefined {
  const words = meaningWordsOf(statement);
  if (words.length < FEWEST_WORDS) return undefined;
  const inOrder = closest === undefined ? 0 : closest.matched / closest.said.length;
  if (inOrder > LEAST_SHARED || evidence.some((sentence) => shareIn(sentence) > LEAST_SHARED)) return undefined;
  const numbers = quantitiesOf(statement).filter(({ isWeak }) => isWeak !== true);
  const known = numbers.length === 0 ? [] : quantitiesOf(everything);
  if (numbers.some((number) => known.some((other) => isSame(number, other)))) return undefined;
  if (shareIn(everything) > LEAST_KNOWN) return undefined;
  return { kind: 'addition', detail: 'No sentence that it cites speaks of this.' };

  function shareIn(sentence: string): number {
    const own = new KnownWords(meaningWordsOf(sentence));
    return words.filter((word) => own.has(word)).length / words.length;
  }
}
