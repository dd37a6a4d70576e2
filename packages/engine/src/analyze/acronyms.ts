const PARENTHESISED = /\(([A-Z][A-Za-z&/-]{1,9})\)/gu;
const MAX_NAME_LENGTH = 120;
const SKIPPABLE = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'on', 'a', 'an', '&', 'with', 'by', 'at', 'or']);

/** Acronyms a text expands as "Full Name (FN)": acronym to full name. The first expansion wins. */
export function findAcronyms(sentences: Iterable<string>): Map<string, string> {
  const acronyms = new Map<string, string>();
  for (const sentence of sentences) {
    for (const match of sentence.matchAll(PARENTHESISED)) {
      const acronym = match[1] ?? '';
      if (acronyms.has(acronym) || !looksLikeAcronym(acronym)) continue;
      const name = expansionBefore(sentence.slice(Math.max(0, match.index - MAX_NAME_LENGTH), match.index), acronym);
      if (name !== undefined) acronyms.set(acronym, name);
    }
  }
  return acronyms;
}

function looksLikeAcronym(text: string): boolean {
  const capitals = text.replaceAll(/[^A-Z]/gu, '').length;
  return capitals >= 2 && capitals >= text.length - 2;
}

/** Walks back over the words before the parenthesis until each letter of the acronym has opened one. */
function expansionBefore(before: string, acronym: string): string | undefined {
  const letters = acronym.replaceAll(/[^A-Z]/gu, '').toLowerCase();
  const tokens = [...before.matchAll(/[\p{L}\p{N}&'’]+/gu)];
  let letter = letters.length - 1;
  let index = tokens.length - 1;
  let start: number | undefined;
  while (index >= 0 && letter >= 0) {
    const token = tokens[index];
    if (token === undefined) return undefined;
    const word = token[0].toLowerCase();
    if (word.startsWith(letters[letter] ?? '')) {
      start = token.index;
      letter -= 1;
    } else if (!SKIPPABLE.has(word)) {
      return undefined;
    }
    index -= 1;
  }
  if (letter >= 0 || start === undefined) return undefined;
  const name = before.slice(start).trim();
  // "OA" is not "of Acquisition": the letters must be those of words that carry meaning.
  if (/^(?:of|and|the|for|in|to|on|an?|or|by|at|with)\s/iu.test(name)) return undefined;
  return /[.;:!?()]/u.test(name) || name.split(/\s+/u).length < 2 ? undefined : name;
}
