/** A piece of a text that a number may be made of. */
export interface Token {
  readonly kind: 'iso' | 'clock' | 'number' | 'word' | 'sign';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<iso>(?<![\p{L}\d])\d{4}-\d{2}-\d{2}(?!\d))|(?<clock>(?<![\p{L}\d])\d{1,2}:\d{2}(?!\d))|(?<number>(?<![\p{L}\d.])(?:\d{1,3}(?:[,\u202F\u00A0 ]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?))|(?<word>(?:[ap]\.m\.|°\p{L}(?!\p{L})|\p{L}+(?:[’']\p{L}+)*))|(?<sign>[€$£%°/–—−(),;.:-])/giu;

/** Words, numbers and signs of a text, in order. */
export function scanTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: written, index, groups } of text.matchAll(TOKEN)) {
    const kind = (['iso', 'clock', 'number', 'word'] as const).find((name) => groups?.[name] !== undefined) ?? 'sign';
    tokens.push({ kind, text: written, lower: written.toLowerCase(), start: index, end: index + written.length });
  }
  return tokens;
}
