import type { TextRange } from '@dsgen/core';
import { typingMistakes } from './typing-mistakes.ts';
import { wordMistakes } from './word-mistakes.ts';

export type MistakeKind = 'confusion' | 'misspelling' | 'typo' | 'doubled word' | 'apostrophe';

/** A part of a text and what it is miswritten as. */
export interface Mistake extends TextRange {
  readonly written: string;
  readonly kind: MistakeKind;
}

/** Every place where one mistake can be made that nobody would take for another way to write it; code is left alone. */
export function possibleMistakes(text: string): Mistake[] {
  const prose = text.replaceAll(/`[^`]*`/gu, (code) => '`'.repeat(code.length));
  return [...wordMistakes(prose), ...typingMistakes(prose)].toSorted((left, right) => left.start - right.start);
}

/** The text with some mistakes made. */
export function withMistakes(text: string, mistakes: readonly Mistake[]): string {
  return mistakes
    .toSorted((left, right) => right.start - left.start)
    .reduce((changed, { start, end, written }) => changed.slice(0, start) + written + changed.slice(end), text);
}
