import { stem, wordsOf, type Word } from '../../analyze/english/words.ts';

/** Words of a text beyond this are not lined up: nothing longer is a sentence. */
const MOST_WORDS = 300;

/** Words in a row of one text. */
export type Run = readonly Word[];

/** A statement lined up with the sentence that it is nearest to, word by word. */
export interface Alignment {
  readonly statement: string;
  readonly sentence: string;
  readonly said: Run;
  readonly source: Run;
  /** For each word of the statement, which word of the sentence it is; undefined where the sentence has none there. */
  readonly places: ReadonlyArray<number | undefined>;
  /** How many words of the statement the sentence has, in the same order. */
  readonly matched: number;
}

/** Lines a statement up with each sentence; first the one that has most of its words in the same order. */
export function alignAll(statement: string, sentences: readonly string[]): Alignment[] {
  return sentences
    .map((sentence) => align(statement, sentence))
    .toSorted((left, right) => right.matched - left.matched);
}

function align(statement: string, sentence: string): Alignment {
  const said = wordsOf(statement).slice(0, MOST_WORDS);
  const source = wordsOf(sentence).slice(0, MOST_WORDS);
  const places = longestCommon(stemsOf(said), stemsOf(source));
  return { statement, sentence, said, source, places, matched: places.filter((place) => place !== undefined).length };
}

function stemsOf(words: Run): string[] {
  return words.map(({ lower }) => stem(lower));
}

/** For each item of the first list, where the longest common subsequence takes it from the second. */
function longestCommon(first: readonly string[], second: readonly string[]): (number | undefined)[] {
  const lengths = commonLengths(first, second);
  const places: (number | undefined)[] = first.map(() => undefined);
  let [row, column] = [0, 0];
  while (row < first.length && column < second.length) {
    if (first[row] === second[column]) places[row++] = column++;
    else if (lengths(row + 1, column) >= lengths(row, column + 1)) row += 1;
    else column += 1;
  }
  return places;
}

/** How long the longest common subsequence is of what begins at an item of each list. */
function commonLengths(first: readonly string[], second: readonly string[]): (row: number, column: number) => number {
  const width = second.length + 1;
  const lengths = new Uint16Array((first.length + 1) * width);
  function at(row: number, column: number): number {
    return lengths[row * width + column] ?? 0;
  }
  for (let row = first.length - 1; row >= 0; row -= 1) {
    for (let column = second.length - 1; column >= 0; column -= 1) {
      const isSame = first[row] === second[column];
      lengths[row * width + column] = isSame
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return at;
}
