/** How often a word occurs lower-case and capitalised where position does not force a capital. */
export interface CaseCounts {
  readonly lower: number;
  readonly upper: number;
}

const WORD = /\p{L}[\p{L}\p{N}'’-]*/u;

/** Addresses, paths, identifiers and code: their casing says nothing of the word. */
const NO_PROSE = /[@/_`#\\]|\w\.\w/u;

/** Counts casing over sentences, leaving out each sentence's first word: it is capitalised whatever it is. */
export function countCasing(sentences: Iterable<string>): Map<string, CaseCounts> {
  const counts = new Map<string, { lower: number; upper: number }>();
  for (const sentence of sentences) {
    for (const token of sentence.split(/\s+/u).slice(1)) {
      const word = NO_PROSE.test(token) ? undefined : WORD.exec(token)?.[0];
      if (word === undefined) continue;
      const key = word.toLowerCase();
      const entry = counts.get(key) ?? { lower: 0, upper: 0 };
      if (word.startsWith(key.charAt(0))) entry.lower += 1;
      else entry.upper += 1;
      counts.set(key, entry);
    }
  }
  return counts;
}
