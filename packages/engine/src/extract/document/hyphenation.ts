/** Decides what replaces a hyphen and line end between two half words: nothing, or the hyphen. */
export type HyphenJudge = (left: string, right: string) => '' | '-';

/** A letter or digit, hyphen, line end and the start of the next word. Spaces around the line end are gone by now. */
const LINE_END_HYPHEN = /[\p{L}\d][-\u2010]\n(?=[\p{L}\d])/gu;
const WORDS = /\p{L}+(?:[-\u2010]\p{L}+)*/gu;
/** No word of any language is longer; keeps the look around a hyphen constant. */
const LONGEST_WORD = 60;

/** Replaces every hyphen at a line end of `text` as the judge says. */
export function joinHyphenatedLines(text: string, judge: HyphenJudge): string {
  return text.replace(LINE_END_HYPHEN, (match, offset: number) => {
    const kept = match.slice(0, -2);
    const { left, right } = wordsAround(text, offset + kept.length);
    return kept + judge(left, right);
  });
}

/**
 * A judge that knows the document's own words: a compound or joined word that occurs elsewhere decides; two halves
 * that are words by themselves are a compound; otherwise the hyphen was only there for the line end.
 */
export function createHyphenJudge(texts: readonly string[]): HyphenJudge {
  const wanted = collectWanted(texts);
  if (wanted.size === 0) return judgeByShape;
  const seen = findWords(texts, wanted);
  return (left, right) => {
    if (judgeByShape(left, right) === '-') return '-';
    const first = left.toLowerCase();
    const second = right.toLowerCase();
    if (seen.has(`${first}-${second}`)) return '-';
    if (seen.has(first + second)) return '';
    return seen.has(first) && seen.has(second) && first.length > 1 ? '-' : '';
  };
}

/** Digits and capitals after the hyphen are never the second half of a broken word. */
function judgeByShape(left: string, right: string): '' | '-' {
  return left !== '' && /^\p{Ll}|^\p{Lo}/u.test(right) ? '' : '-';
}

function wordsAround(text: string, hyphen: number): { left: string; right: string } {
  const before = text.slice(Math.max(0, hyphen - LONGEST_WORD), hyphen);
  const after = text.slice(hyphen + 2, hyphen + 2 + LONGEST_WORD);
  let start = before.length;
  while (start > 0 && /\p{L}/u.test(before.charAt(start - 1))) start -= 1;
  return { left: before.slice(start), right: /^\p{L}+/u.exec(after)?.[0] ?? '' };
}

function collectWanted(texts: readonly string[]): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const text of texts) {
    if (!text.includes('\n')) continue;
    for (const match of text.matchAll(LINE_END_HYPHEN)) {
      const { left, right } = wordsAround(text, match.index + match[0].length - 2);
      const first = left.toLowerCase();
      const second = right.toLowerCase();
      for (const word of [first, second, first + second, `${first}-${second}`]) wanted.add(word);
    }
  }
  return wanted;
}

function findWords(texts: readonly string[], wanted: ReadonlySet<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  for (const text of texts) {
    for (const match of text.matchAll(WORDS)) {
      if (isHalfWord(text, match.index, match[0].length)) continue;
      const word = match[0].toLowerCase().replaceAll('\u2010', '-');
      for (const part of word.includes('-') ? [word, ...word.split('-')] : [word]) {
        if (wanted.has(part)) seen.add(part);
      }
    }
  }
  return seen;
}

/** The halves themselves are no evidence that they are words. */
function isHalfWord(text: string, start: number, length: number): boolean {
  const end = start + length;
  const breaksAfter = text.charAt(end + 1) === '\n' && /[-\u2010]/.test(text.charAt(end));
  const breaksBefore = text.charAt(start - 1) === '\n' && /[-\u2010]/.test(text.charAt(start - 2));
  return breaksAfter || breaksBefore;
}
