import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { isTableRow } from '../clauses.ts';
import { isSame } from '../quantities/compare-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';
import { KnownWords } from '../words/known-words.ts';
import { isThing, meaningWordsOf, type MeaningWord } from '../words/meaning-words.ts';

/** Share of a statement's words that a sentence must have, to be the one it was made from. */
const SAME_SENTENCE = 0.7;
/** The same, where the thing opens or closes its part of the sentence, so that only one word beside it tells. */
const AT_AN_END = 0.8;
/** Longest name, on either side. */
const LONGEST = 3;

/** Whether a statement puts a thing of its own where the source names another: all around it is as in the source. */
export function checkReplaced({ statement, evidence, everything }: PreparedClaim): GroundingFinding | undefined {
  const said = lineUp(statement);
  const numbers = quantitiesOf(statement).filter(({ isWeak }) => isWeak !== true);
  const all = new KnownWords(meaningWordsOf(everything));
  const known = new KnownWords(said.map(({ word }) => word));
  for (const sentence of evidence.filter((text) => !isTableRow(text))) {
    const source = lineUp(sentence);
    const own = new KnownWords(source.map(({ word }) => word));
    const shared = said.filter(({ word }) => own.has(word)).length + countShared(numbers, sentence);
    const share = shared / (said.length + numbers.length);
    if (shared < 2 || share < 0.5) continue;
    for (const run of runsOf(said, (word) => own.has(word))) {
      const isAllThatDiffers = shared >= 2 && shared + run.words.length === said.length + numbers.length;
      const least = run.before === undefined || run.after === undefined ? AT_AN_END : SAME_SENTENCE;
      if (share < least && !isAllThatDiffers) continue;
      if (
        !run.words.every(isThing) ||
        VERB_AFTER.test(statement.slice(0, run.words[0]?.start)) ||
        run.words.every((word) => all.has(word))
      )
        continue;
      const gap = runsOf(source, (word) => known.has(word)).find((other) => isSamePlace(run, other));
      if (gap === undefined) continue;
      const [theirs, ours] = [gap, run].map(({ words }) => JSON.stringify(words.map(({ text }) => text).join(' ')));
      return { kind: 'name', detail: `The source says ${theirs ?? ''} here, not ${ours ?? ''}.` };
    }
  }
  return undefined;
}

function countShared(numbers: readonly Quantity[], sentence: string): number {
  if (numbers.length === 0) return 0;
  const stated = quantitiesOf(sentence);
  return numbers.filter((number) => stated.some((other) => isSame(number, other))).length;
}

/** What a verb follows: "you need to hand in". */
const VERB_AFTER = /\b(?:to|must|can|cannot|may|might|should|will|would|not|you|they|we|please|and)\s+$/iu;

/** A word, and whether a part of the sentence begins or ends with it. */
interface Placed {
  readonly word: MeaningWord;
  readonly opens: boolean;
  readonly closes: boolean;
  readonly isPassive: boolean;
  readonly isAdjacent: boolean;
}

const BREAK = /[,;:.()!?\n]|(?:^|\s)(?:when|while|if|that|which|who|because|so|and|or|but|whereas|than)(?:\s|$)/iu;

function lineUp(text: string): Placed[] {
  const words = meaningWordsOf(text);
  return words.map((word, index) => ({
    word,
    opens: index === 0 || BREAK.test(text.slice(words[index - 1]?.end, word.start)),
    isAdjacent: text.slice(word.end, words[index + 1]?.start) === ' ',
    isPassive: /\b(?:is|are|was|were|be|been|being)\b/iu.test(text.slice(word.end, words[index + 1]?.start)),
    closes: index === words.length - 1 || BREAK.test(text.slice(word.end, words[index + 1]?.start)),
  }));
}

/** Words in a row that the other side lacks, with the words around them; undefined where the part begins or ends. */
interface Run {
  readonly words: readonly MeaningWord[];
  readonly before: MeaningWord | undefined;
  readonly after: MeaningWord | undefined;
  /** Whether something is done to it: "an investment was raised". */
  readonly isPassive: boolean;
  /** Whether nothing, not even an article, stands before the word after it. */
  readonly isAdjacent: boolean;
}

function runsOf(line: readonly Placed[], isKnown: (word: MeaningWord) => boolean): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < line.length; from += 1) {
    if (isKnown(wordAt(line, from))) continue;
    let to = from;
    while (to + 1 < line.length && !(line[to]?.closes ?? true) && !isKnown(wordAt(line, to + 1))) to += 1;
    const words = line.slice(from, to + 1).map(({ word }) => word);
    const before = line[from]?.opens === true ? undefined : line[from - 1]?.word;
    const after = line[to]?.closes === true ? undefined : line[to + 1]?.word;
    if (words.length <= LONGEST && (before ?? after) !== undefined)
      runs.push({
        words,
        before,
        after,
        isPassive: line[to]?.isPassive ?? false,
        isAdjacent: line[to]?.isAdjacent ?? false,
      });
    from = to;
  }
  return runs;
}

function wordAt(line: readonly Placed[], index: number): MeaningWord {
  const placed = line[index];
  if (placed === undefined) throw new RangeError(`no word ${index}`);
  return placed.word;
}

function isSamePlace(run: Run, gap: Run): boolean {
  const known = new KnownWords(gap.words);
  if (!gap.words.some(isThing) || run.words.some((word) => known.hasLike(word))) return false;
  return (
    run.isPassive === gap.isPassive &&
    run.isAdjacent === gap.isAdjacent &&
    isAlike(run.before, gap.before) &&
    isAlike(run.after, gap.after)
  );
}

function isAlike(left: MeaningWord | undefined, right: MeaningWord | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return new KnownWords([right]).has(left);
}
