import type { TextRange } from '@dsgen/core';
import { endsAlone, matchAt, startsAlone } from '../../characters.ts';
import { isAfter, isOtherNumber } from '../../context.ts';
import type { Detector, Match } from '../../detector.ts';

/** What a country's number looks like and how to tell it from any other. */
export interface IdRule {
  readonly kind: string;
  /** How many digits its first run of digits can have. */
  readonly digits: readonly number[];
  /** Letters, and perhaps a space, that stand before that run. Default 0. */
  readonly lead?: number;
  /** A sticky pattern of the whole number as people write it. */
  readonly shape: RegExp;
  /** Judges the number without its separators: structure, date and check digits. */
  isValid(compact: string): boolean;
  /**
   * Words that must come before. Numbers with a strong check need none; a rule with both takes a number that is
   * `written` so without words, and any other with them.
   */
  readonly context?: RegExp;
  readonly written?: RegExp;
}

/** A detector of one country's number. */
export function defineId(rule: IdRule): Detector {
  return {
    name: rule.kind,
    category: 'pii',
    trigger: { on: 'digits', lengths: rule.digits },
    verify: (text, at) => verify(rule, text, at),
  };
}

function verify(
  { kind, lead = 0, shape, isValid, context, written }: IdRule,
  text: string,
  at: TextRange,
): Match | undefined {
  const start = at.start - lead;
  if (start < 0 || !startsAlone(text, start)) return undefined;
  const found = matchAt(shape, text, start);
  if (found === undefined || !endsAlone(text, start + found.length)) return undefined;
  if (!isValid(found.replace(/[ \u00A0./-]/g, ''))) return undefined;
  if (context === undefined || written?.test(found) === true) {
    if (isOtherNumber(text, start)) return undefined;
  } else if (!isAfter(context, text, start, 56)) {
    return undefined;
  }
  return { kind, start, end: start + found.length };
}
