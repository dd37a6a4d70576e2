export interface StringFlaw {
  readonly code: 'lone-surrogate' | 'nul-character';
  readonly offset: number;
}

export interface JsonStringReading {
  /** Offset after the closing quote, or of the syntax error. */
  readonly end: number;
  readonly flaws: readonly StringFlaw[];
  readonly syntaxError?: string;
}

const simpleEscapes = '"\\/bfnrt';
const fourHexDigits = /[0-9a-fA-F]{4}/y;

/** Reads the JSON string that opens at `start`, with what is legal in JSON but spoils training text. */
export function readJsonString(text: string, start: number): JsonStringReading {
  const flaws: StringFlaw[] = [];
  /** Offset of a high surrogate that waits for its other half; -1 when none does. */
  let high = -1;
  let position = start + 1;
  for (;;) {
    const code = text.charCodeAt(position);
    if (Number.isNaN(code)) return { end: text.length, flaws, syntaxError: 'The row ends inside a string.' };
    if (code < 0x20) {
      const name = code.toString(16).padStart(4, '0');
      return { end: position, flaws, syntaxError: `A string holds the raw control character U+${name}.` };
    }
    const unitStart = position;
    let unit = code;
    if (code === 0x5c) {
      const escape = readEscape(text, position);
      if (escape === undefined) return { end: position, flaws, syntaxError: 'A string holds an unknown escape.' };
      unit = escape.unit;
      position = escape.end;
    } else {
      position += 1;
    }
    high = checkUnit({ unit, offset: unitStart, high, flaws });
    if (code === 0x22) return { end: position, flaws };
  }
}

interface UnitCheck {
  readonly unit: number;
  readonly offset: number;
  readonly high: number;
  readonly flaws: StringFlaw[];
}

/** The offset of the high surrogate that is open after this unit, or -1. */
function checkUnit({ unit, offset, high, flaws }: UnitCheck): number {
  const isLow = unit >= 0xdc00 && unit <= 0xdfff;
  if (high >= 0 && !isLow) flaws.push({ code: 'lone-surrogate', offset: high });
  if (high < 0 && isLow) flaws.push({ code: 'lone-surrogate', offset });
  if (unit === 0) flaws.push({ code: 'nul-character', offset });
  return unit >= 0xd800 && unit <= 0xdbff ? offset : -1;
}

function readEscape(text: string, position: number): { readonly unit: number; readonly end: number } | undefined {
  const letter = text[position + 1];
  if (letter === undefined) return undefined;
  if (letter === 'u') {
    fourHexDigits.lastIndex = position + 2;
    const digits = fourHexDigits.exec(text)?.[0];
    return digits === undefined ? undefined : { unit: Number.parseInt(digits, 16), end: position + 6 };
  }
  // The exact unit does not matter here: no simple escape is a surrogate or NUL.
  return simpleEscapes.includes(letter) ? { unit: 0x20, end: position + 2 } : undefined;
}
