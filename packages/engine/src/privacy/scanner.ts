import type { TextRange } from '@dsgen/core';
import { isDigit, isTokenCharacter } from './characters.ts';
import type { Detector } from './detector.ts';
import type { SensitiveSpan } from './sensitive-span.ts';

/** Longest run of digits that a detector can ask for. */
const MOST_DIGITS = 32;
const FEWEST_TOKEN_CHARACTERS = 16;

/** What the pass does at a character. */
const SKIP = 0;
const TOKEN = 1;
const DIGIT = 2;
const HYPHEN = 3;
const SIGN = 4;
const STEPS = stepsByCode();

function stepsByCode(): Uint8Array {
  const steps = new Uint8Array(0x10000);
  for (let code = 0; code < 128; code += 1) {
    if (isDigit(code)) steps[code] = DIGIT;
    else if (isTokenCharacter(code)) steps[code] = TOKEN;
  }
  steps['-'.charCodeAt(0)] = HYPHEN;
  for (const sign of '@:') steps[sign.charCodeAt(0)] = SIGN;
  return steps;
}

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

  /** One flat loop over a table, because it sees every character of a corpus. */
  #pass(text: string, found: SensitiveSpan[]): void {
    const { length } = text;
    let index = 0;
    while (index < length) {
      let step = STEPS[text.charCodeAt(index)];
      if (step === SKIP || step === SIGN) {
        if (step === SIGN) this.#askSign(text, index, found);
        index += 1;
        continue;
      }
      const tokenStart = index;
      while (step !== SKIP && step !== SIGN) {
        const start = index;
        index += 1;
        if (step === DIGIT) {
          while (index < length && STEPS[text.charCodeAt(index)] === DIGIT) index += 1;
          ask(this.#byDigits[index - start] ?? [], { text, at: { start, end: index } }, found);
        } else if (step === HYPHEN) this.#askSign(text, start, found);
        step = index < length ? STEPS[text.charCodeAt(index)] : SKIP;
      }
      if (index - tokenStart >= FEWEST_TOKEN_CHARACTERS)
        ask(this.#byToken, { text, at: { start: tokenStart, end: index } }, found);
    }
  }

  #askSign(text: string, index: number, found: SensitiveSpan[]): void {
    const detectors = this.#bySign.get(text.charCodeAt(index)) ?? [];
    ask(detectors, { text, at: { start: index, end: index + 1 } }, found);
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
