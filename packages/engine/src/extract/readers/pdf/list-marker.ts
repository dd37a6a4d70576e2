export interface ListMarker {
  readonly isOrdered: boolean;
  /** The number of an ordered item in whatever script: `c)` is 3. */
  readonly ordinal: number;
  /** The line's text behind the marker. */
  readonly rest: string;
}

const BULLET =
  /^(?:[\u2022\u25e6\u25aa\u25ab\u2023\u00b7\u25cf\u25cb\u25a0\u25a1\u25b6\u25ba\u2043\u2219\u29bf\u27a2\u2713\u2714\uf0b7\uf0a7\uf0d8\u2751\u2794\u203a]|[-\u2013\u2014*](?=\s))\s*/u;
const DECIMAL = /^(?:\((\d{1,2})\)|(\d{1,2})[.)])\s+/;
const LETTER = /^(?:\(([a-z])\)|([a-z])\))\s+/i;
const ROMAN = /^(?:\(([ivx]{1,5})\)|([ivx]{1,5})[.)])\s+/;

/** The list marker at the start of a line, or undefined. */
export function parseListMarker(text: string): ListMarker | undefined {
  const bullet = BULLET.exec(text);
  if (bullet !== null && bullet[0].length < text.length) {
    return { isOrdered: false, ordinal: 0, rest: text.slice(bullet[0].length) };
  }
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return ordered(Number(decimal[1] ?? decimal[2]), text.slice(decimal[0].length));
  const roman = ROMAN.exec(text);
  if (roman !== null) return ordered(romanValue(roman[1] ?? roman[2] ?? ''), text.slice(roman[0].length));
  const letter = LETTER.exec(text);
  if (letter === null) return undefined;
  return ordered((letter[1] ?? letter[2] ?? '').toLowerCase().charCodeAt(0) - 96, text.slice(letter[0].length));
}

function ordered(ordinal: number, rest: string): ListMarker | undefined {
  return rest.trim() === '' ? undefined : { isOrdered: true, ordinal, rest };
}

function romanValue(numeral: string): number {
  const values = [...numeral].map((letter) => ({ i: 1, v: 5, x: 10 })[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}
