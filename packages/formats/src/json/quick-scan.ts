export interface QuickScan {
  /** Number of `:` outside strings, which is the number of keys when the text is JSON. */
  readonly keys: number;
  readonly depth: number;
  /** Something is there that only a slow look can judge: a long number, an exponent, an escape of a surrogate or NUL. */
  readonly isSuspicious: boolean;
  /** A key is written with an escape. V8 can give such a key a wrong name: https://github.com/nodejs/node/issues/63785 */
  readonly hasEscapedKey: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Shorter runs of digits always fit into 2^53. */
const LONG_NUMBER = 16;

/**
 * One pass over a JSON text that hops over its strings, so it costs little on rows that are mostly text.
 * Together with a count of the parsed keys it shows that a row has no duplicate keys, unsafe numbers or lone surrogates.
 */
export function quickScan(text: string): QuickScan {
  let keys = 0;
  let depth = 0;
  let deepest = 0;
  let digits = 0;
  let isSuspicious = hasSuspiciousEscape(text);
  let hasEscapedKey = false;
  let stringStart = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code >= 0x30 && code <= 0x39) {
      digits += 1;
      if (digits >= LONG_NUMBER) isSuspicious = true;
      continue;
    }
    // An exponent can make a short number infinite.
    if (digits > 0 && (code === 0x65 || code === 0x45)) isSuspicious = true;
    digits = 0;
    if (code === QUOTE) {
      stringStart = position;
      position = closingQuote(text, position);
    } else if (code === 0x3a) {
      keys += 1;
      hasEscapedKey ||= holdsBackslash(text, stringStart, position);
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    }
  }
  return { keys, depth: deepest, isSuspicious, hasEscapedKey };
}

function hasSuspiciousEscape(text: string): boolean {
  return text.includes('\\u') && (text.includes('\\ud') || text.includes('\\uD') || text.includes('\\u0000'));
}

function holdsBackslash(text: string, start: number, end: number): boolean {
  for (let position = start; position < end; position += 1) {
    if (text.charCodeAt(position) === BACKSLASH) return true;
  }
  return false;
}

/** Offset of the quote that ends the string opened at `start`; the text's length when there is none. */
function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
  return (position - first) % 2 === 1;
}
