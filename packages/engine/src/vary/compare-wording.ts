import { STOP_WORDS } from '../analyze/english/word-classes.ts';
import { stem, wordsOf } from '../analyze/english/words.ts';
import { checkClaim } from '../ground/check-claim.ts';
import { meaningOf } from '../ground/synonyms.ts';

/** From this share of common wording on, a variation is a copy: ROUGE-L of the two, 0 to 1. */
const MOST_COMMON = 0.75;
/** Share of the words that carry meaning which a variation keeps at least, synonyms counted as the same. */
const LEAST_KEPT = 0.5;

/**
 * What is wrong with a variation of a text; undefined when it says the same in other words. The specification's rule
 * (BLEU above 0.8) would keep exactly the copies, so it is turned round: near in meaning, far in wording. Meaning is
 * compared by words, synonyms and facts, since no model of meaning is at hand here.
 */
export function findVariationDefect(original: string, variation: string): string | undefined {
  const common = rougeL(original, variation);
  if (common > MOST_COMMON) return `It repeats the original: ${percent(common)} of the wording is the same.`;
  for (const [statement, evidence] of [
    [variation, original],
    [original, variation],
  ] as const) {
    const finding = checkClaim({ statement, evidence: [evidence], context: [] });
    // New words are the point of a variation; facts are to stay.
    if (finding !== undefined && finding.kind !== 'addition') return `It changes a fact. ${finding.detail}`;
  }
  const kept = keptMeaning(original, variation);
  return kept < LEAST_KEPT ? `It keeps ${percent(kept)} of what the original asks.` : undefined;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Longest common subsequence of words, as the F1 of both lengths. */
export function rougeL(left: string, right: string): number {
  const [first, second] = [left, right].map((text) => wordsOf(text).map(({ lower }) => lower));
  if (first === undefined || second === undefined || first.length + second.length === 0) return 0;
  return (2 * longestCommon(first, second)) / (first.length + second.length);
}

/** Longest texts compared word by word, so that a hostile answer costs no more than a long question. */
const MOST_WORDS = 400;

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let previous = Array.from({ length: right.length + 1 }, () => 0);
  for (const word of left.slice(0, MOST_WORDS)) {
    const current = [0];
    for (const [index, other] of right.slice(0, MOST_WORDS).entries()) {
      const best =
        word === other ? (previous[index] ?? 0) + 1 : Math.max(previous[index + 1] ?? 0, current[index] ?? 0);
      current.push(best);
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}

function keptMeaning(original: string, variation: string): number {
  const wanted = meanings(original);
  const said = meanings(variation);
  return [...wanted].filter((meaning) => said.has(meaning)).length / Math.max(1, wanted.size);
}

function meanings(text: string): ReadonlySet<string> {
  return new Set(
    wordsOf(text)
      .filter(({ lower }) => !STOP_WORDS.has(lower))
      .map(({ lower }) => meaningOf(stem(lower))),
  );
}
