/** A piece of RTF. Text is bytes as Latin-1 characters: what they mean depends on the font. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly parameter: number | undefined }
  /** A backslash and one character that is no letter, such as `\~`. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** `\'hh` comes as `isEscaped`: it counts as one character where fallbacks are skipped. */
  | { readonly kind: 'text'; readonly text: string; readonly isEscaped: boolean };

const OPEN: RtfToken = { kind: 'open' };
const CLOSE: RtfToken = { kind: 'close' };
/** `\bin` is followed by raw bytes, which may look like anything. */
const BINARY_WORD = 'bin';
const CONTROL_WORD = /([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const TEXT_RUN = /[^\\{}\r\n]+/y;
const HEX_BYTE = /[0-9a-fA-F]{2}/y;

/** Splits RTF into tokens; never fails, and never looks at a character twice. */
export function* tokenizeRtf(source: string): Generator<RtfToken> {
  let position = 0;
  while (position < source.length) {
    const character = source[position];
    if (character === '{') yield OPEN;
    else if (character === '}') yield CLOSE;
    else if (character === '\\') {
      const { token, next } = readControl(source, position + 1);
      yield token;
      position = next;
      continue;
    } else if (character !== '\r' && character !== '\n') {
      const text = matchAt(TEXT_RUN, source, position)?.[0] ?? '';
      yield { kind: 'text', text, isEscaped: false };
      position += text.length;
      continue;
    }
    position += 1;
  }
}

function readControl(source: string, position: number): { readonly token: RtfToken; readonly next: number } {
  const word = matchAt(CONTROL_WORD, source, position);
  if (word !== null) {
    const name = word[1] ?? '';
    const parameter = word[2] === undefined ? undefined : Number(word[2]);
    const next = position + word[0].length + (name === BINARY_WORD ? Math.max(0, parameter ?? 0) : 0);
    return { token: { kind: 'word', word: name, parameter }, next };
  }
  const hex = source[position] === "'" ? matchAt(HEX_BYTE, source, position + 1)?.[0] : undefined;
  if (hex !== undefined) {
    const text = String.fromCharCode(Number.parseInt(hex, 16));
    return { token: { kind: 'text', text, isEscaped: true }, next: position + 3 };
  }
  return { token: { kind: 'symbol', symbol: source[position] ?? '' }, next: position + 1 };
}

function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}
