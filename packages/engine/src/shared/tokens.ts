import { FaultError } from '@dsgen/core';

type Count = (text: string, options: { readonly disallowedSpecial: Set<string> }) => number;

interface Tokenizer {
  readonly count: Count;
  readonly forget: () => void;
}

/**
 * The tokenizer is 75 MB of tables, so there is one per process, loaded when the first stage needs it; that is why
 * this module has state.
 */
let tokenizer: Tokenizer | undefined;
let charactersSinceForget = 0;

const NOTHING_SPECIAL = { disallowedSpecial: new Set<string>() };

/** The tokenizer's cache keeps slices of every text it saw alive; it is dropped after this many characters. */
const FORGET_AFTER = 8_000_000;

/**
 * Byte-pair merging is quadratic in the length of an unbroken piece (1 MB of one letter takes minutes), so longer
 * pieces are counted in parts of this length. Only such pieces can be off, by at most one token per part.
 */
const LONGEST_PIECE = 512;

/** Loads the tokenizer; every stage that counts tokens awaits this before its first `countTokens`. */
export async function loadTokenizer(): Promise<void> {
  if (tokenizer !== undefined) return;
  const encoding = await import('gpt-tokenizer/encoding/o200k_base');
  tokenizer = { count: encoding.countTokens, forget: encoding.clearMergeCache };
}

/**
 * The number of o200k tokens of a text. Text that looks like a special token counts as the text it is.
 *
 * @throws FaultError when `loadTokenizer` was not awaited before.
 */
export function countTokens(text: string): number {
  if (tokenizer === undefined) {
    throw new FaultError({ code: 'tokenizer-not-loaded', message: 'Cannot count tokens before loadTokenizer().' });
  }
  charactersSinceForget += text.length;
  if (charactersSinceForget > FORGET_AFTER) {
    tokenizer.forget();
    charactersSinceForget = text.length;
  }
  if (text.length <= LONGEST_PIECE) return tokenizer.count(text, NOTHING_SPECIAL);
  return countInParts(text, tokenizer.count);
}

function countInParts(text: string, count: Count): number {
  let total = 0;
  let partStart = 0;
  let runStart = 0;
  let runClass = -1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const characterClass = code < 128 ? (ASCII_CLASSES[code] ?? 0) : LETTER;
    if (characterClass !== runClass) {
      runClass = characterClass;
      runStart = index;
    } else if (index - runStart >= LONGEST_PIECE && !isLowSurrogate(code)) {
      total += count(text.slice(partStart, index), NOTHING_SPECIAL);
      partStart = index;
      runStart = index;
    }
  }
  return total + count(text.slice(partStart), NOTHING_SPECIAL);
}

/** The tokenizer never merges across these classes; everything beyond ASCII is taken for letters. */
const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const PUNCTUATION = 3;

const ASCII_CLASSES = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/[a-z]/i.test(character)) return LETTER;
  return /\d/.test(character) ? DIGIT : PUNCTUATION;
});

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
