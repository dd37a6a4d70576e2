import type { TextRange } from '@dsgen/core';
import { isDigit, isTokenCharacter } from './characters.ts';
import type { Detector } from './detector.ts';
import type { SensitiveSpan } from './sensitive-span.ts';

/** Longest run of digits that a detector can ask for. */
const MOST_DIGITS = 32;
const FEWEST_TOKEN_CHARACTERS = 16;
const AT = 0x40;
const COLON = 0x3a;
const HYPHEN = 0x2d;

/** Runs a set of detectors over texts: one pass finds the places, each detector looks at its own. */
export class Scanner {
  readonly #byDigits: readonly (readonly Detector[])[];
  readonly #bySign: ReadonlyMap<number, readonly Detector[]>;
  readonly #byToken: readonly Detector[];
  readonly #byWords: ReadonlyArray<{ readonly detector: Detector; readonly words: RegExp }>;

  constructor(detectors: readonly Detector[]) {
    this.#byDigits = Array.from({ length: MOST_DIGITS + 1 }, (_, length) =>
      detectors.filter(({ trigger }) => trigger.on === 'digits' && trigger.lengths.includes(length)),
    );
    this.#bySign = new Map(
      ['@', ':', '-'].map((sign) => [
        sign.charCodeAt(0),
        detectors.filter(({ trigger }) => trigger.on === 'sign' && trigger.sign === sign),
      ]),
    );
    this.#byToken = detectors.filter(({ trigger }) => trigger.on === 'token');
    this.#byWords = detectors.flatMap((detector) =>
      detector.trigger.on === 'words' ? [{ detector, words: detector.trigger.words }] : [],
    );
  }

  /** Everything found, in text order; where two overlap, secrets win over personal data and longer ones over shorter. */
  find(text: string): SensitiveSpan[] {
    const found: SensitiveSpan[] = [];
    this.#pass(text, found);
    for (const { detector, words } of this.#byWords) {
      for (const match of text.matchAll(words)) {
        ask([detector], { text, at: { start: match.index, end: match.index + match[0].length } }, found);
      }
    }
    return found.length < 2 ? found : withoutOverlaps(found);
  }

  #pass(text: string, found: SensitiveSpan[]): void {
    let index = 0;
    while (index < text.length) {
      const code = text.charCodeAt(index);
      if (isTokenCharacter(code)) {
        index = this.#passToken(text, index, found);
        continue;
      }
      if (code === AT || code === COLON) this.#askSign(code, { text, at: { start: index, end: index + 1 } }, found);
      index += 1;
    }
  }

  /** Asks about the digits and hyphens of a token, and about the whole of it; gives where it ends. */
  #passToken(text: string, tokenStart: number, found: SensitiveSpan[]): number {
    let index = tokenStart;
    let code = text.charCodeAt(index);
    while (isTokenCharacter(code)) {
      const start = index;
      while (isDigit(code)) code = text.charCodeAt((index += 1));
      if (index > start) ask(this.#byDigits[index - start] ?? [], { text, at: { start, end: index } }, found);
      else {
        if (code === HYPHEN) this.#askSign(code, { text, at: { start, end: start + 1 } }, found);
        code = text.charCodeAt((index += 1));
      }
    }
    if (index - tokenStart >= FEWEST_TOKEN_CHARACTERS)
      ask(this.#byToken, { text, at: { start: tokenStart, end: index } }, found);
    return index;
  }

  #askSign(sign: number, place: Place, found: SensitiveSpan[]): void {
    ask(this.#bySign.get(sign) ?? [], place, found);
  }
}

interface Place {
  readonly text: string;
  readonly at: TextRange;
}

function ask(detectors: readonly Detector[], { text, at }: Place, found: SensitiveSpan[]): void {
  for (const detector of detectors) {
    const match = detector.verify(text, at);
    if (match !== undefined) found.push({ ...match, category: detector.category });
  }
}

function withoutOverlaps(spans: readonly SensitiveSpan[]): SensitiveSpan[] {
  const kept: SensitiveSpan[] = [];
  for (const span of spans.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else if (outranks(span, last)) kept[kept.length - 1] = span;
  }
  return kept;
}

function outranks(span: SensitiveSpan, other: SensitiveSpan): boolean {
  if (span.category !== other.category) return span.category === 'secret';
  return span.end - span.start > other.end - other.start;
}
