/** How often a word occurs lower-case and capitalised where position does not force a capital. */
export interface CaseCounts {
  readonly lower: number;
  readonly upper: number;
}

const WORD = /\p{L}[\p{L}\p{N}'’-]*/gu;

/** Counts casing over sentences, leaving out each sentence's first word: it is capitalised whatever it is. */
export function countCasing(sentences: Iterable<string>): Map<string, CaseCounts> {
  const counts = new Map<string, { lower: number; upper: number }>();
  for (const sentence of sentences) {
    let isFirst = true;
    for (const [word] of sentence.matchAll(WORD)) {
      if (isFirst) {
        isFirst = false;
        continue;
      }
      const key = word.toLowerCase();
      const entry = counts.get(key) ?? { lower: 0, upper: 0 };
      if (word === key) entry.lower += 1;
      else entry.upper += 1;
      counts.set(key, entry);
    }
  }
  return counts;
}
