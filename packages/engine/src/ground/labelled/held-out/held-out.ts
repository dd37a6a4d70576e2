import type { LabelledFact } from '../labelled-fact.ts';
import { NINETEENTH_1 } from './nineteenth-1.ts';
import { NINETEENTH_2 } from './nineteenth-2.ts';
import { NINETEENTH_3 } from './nineteenth-3.ts';
import { TWENTIETH_1 } from './twentieth-1.ts';
import { TWENTIETH_2 } from './twentieth-2.ts';

/**
 * How the rules do on what nobody fitted them to. When they were written, answers that keep to the words of the source (the nineteenth round):
 * 0 of 120 right ones were false alarms, 94 of 112 wrong ones were found; answers in words of their own (the twentieth): 6 of 64, and 26 of 48.
 * Whoever changes a rule because of one of these moves them to the others and writes new ones.
 */
export const HELD_OUT_PARAPHRASED: readonly LabelledFact[] = [
  ...NINETEENTH_1,
  ...NINETEENTH_2,
  ...NINETEENTH_3,
  ...TWENTIETH_1,
  ...TWENTIETH_2,
];
