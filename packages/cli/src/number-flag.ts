import * as Flags from '@oclif/core/flags';
import { UsageError } from '@dsgen/sdk';

export interface NumberFlagOptions {
  /** As the command line names it. */
  readonly name: string;
  readonly description: string;
  readonly env: string;
  readonly min: number;
  readonly max: number;
}

/** A flag with a number that need not be whole. */
export function numberFlag({ name, min, max, ...options }: NumberFlagOptions) {
  return Flags.custom<number>({
    ...options,
    helpValue: 'NUMBER',
    parse: (text) => Promise.resolve(numberOf(text, { name, min, max })),
  })();
}

function numberOf(text: string, { name, min, max }: Pick<NumberFlagOptions, 'name' | 'min' | 'max'>): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (number >= min && number <= max) return number;
  throw new UsageError({
    code: 'flag-number',
    message: `Cannot take "${text}" for ${name}: it is no number from ${min} to ${max}`,
    fix: `Give a number such as ${name} ${(min + max) / 2}.`,
  });
}
