import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { KnownWords } from '../words/known-words.ts';
import { isOfOneRoot, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Where a sentence may go on after it has said all that its source says. */
const GOES_ON = /,?\s+(?:and|or|but|which|because|so that|so|where|plus|as well as)\s+|,\s+/giu;

/** Words that a statement has said before it goes on; fewer may be any sentence's. */
const FEWEST_BEFORE = 2;
/** Share of the words after that which the evidence may have. */
const MOST_KNOWN = 0.5;
/** Share of the first words that the sentence itself has; the rest stands elsewhere in the evidence. */
const SAME_SENTENCE = 0.66;

/** Whether a statement says all that a sentence says, in whatever order, and goes on with what no evidence has. */
export function checkAddedClauses({ statement, evidence, everything }: PreparedClaim): GroundingFinding | undefined {
  const cut = Array.from(statement.matchAll(GOES_ON)).at(-1);
  if (cut === undefined) return undefined;
  const words = meaningWordsOf(statement);
  const source = meaningWordsOf(everything);
  const known = new KnownWords(source);
  const before = words.filter(({ end }) => end <= cut.index);
  const after = words.filter(({ start }) => start >= cut.index + cut[0].length);
  const fresh = after.filter((word) => !word.isGeneral && !hasForm(source, word));
  if (fresh.length === 0 || !before.every((word) => known.hasLike(word))) return undefined;
  const share = after.filter((word) => known.hasLike(word)).length / after.length;
  if (before.length < FEWEST_BEFORE || share > MOST_KNOWN || !isSaidWhole(before, words, evidence)) return undefined;
  return { kind: 'addition', detail: `The source has nothing of this: ${fresh.map(({ text }) => text).join(', ')}.` };
}

/** Whether the statement has every word of the sentence that it begins with: nothing is left that the rest could mean. */
function isSaidWhole(
  before: readonly MeaningWord[],
  words: readonly MeaningWord[],
  evidence: readonly string[],
): boolean {
  const said = new KnownWords(words);
  const sentences = evidence.map((sentence) => {
    const own = meaningWordsOf(sentence);
    const known = new KnownWords(own);
    return { own, shared: before.filter((word) => known.has(word)).length };
  });
  const nearest = sentences.toSorted((left, right) => right.shared - left.shared)[0];
  return (
    nearest !== undefined &&
    nearest.shared >= before.length * SAME_SENTENCE &&
    nearest.own.every((word) => said.hasLike(word))
  );
}

function hasForm(source: readonly MeaningWord[], { stem, meaning, lemmas }: MeaningWord): boolean {
  return source.some(
    (word) =>
      word.stem === stem ||
      word.meaning === meaning ||
      word.lemmas.some((lemma) => lemmas.includes(lemma)) ||
      isOfOneRoot(stem, word.stem),
  );
}
