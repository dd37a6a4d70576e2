import type { LabelledFact } from '../labelled-fact.ts';
import { FIRST_1 } from './first-1.ts';
import { FIRST_2 } from './first-2.ts';
import { FIRST_3 } from './first-3.ts';
import { SECOND_1 } from './second-1.ts';
import { SECOND_2 } from './second-2.ts';
import { THIRD_1 } from './third-1.ts';
import { THIRD_2 } from './third-2.ts';
import { THIRD_3 } from './third-3.ts';
import { FOURTH_1 } from './fourth-1.ts';
import { FOURTH_2 } from './fourth-2.ts';
import { FIFTH_1 } from './fifth-1.ts';
import { FIFTH_2 } from './fifth-2.ts';
import { SIXTH_1 } from './sixth-1.ts';
import { SIXTH_2 } from './sixth-2.ts';
import { SEVENTH_1 } from './seventh-1.ts';
import { SEVENTH_2 } from './seventh-2.ts';
import { EIGHTH_1 } from './eighth-1.ts';
import { EIGHTH_2 } from './eighth-2.ts';

/**
 * Answers as language models write them: other words, another order, other units and spellings, several sentences in
 * one. Written in rounds; each was measured once while no rule knew it, and then used to better the rules.
 */
export const PARAPHRASED: readonly LabelledFact[] = [
  ...FIRST_1,
  ...FIRST_2,
  ...FIRST_3,
  ...SECOND_1,
  ...SECOND_2,
  ...THIRD_1,
  ...THIRD_2,
  ...THIRD_3,
  ...FOURTH_1,
  ...FOURTH_2,
  ...FIFTH_1,
  ...FIFTH_2,
  ...SIXTH_1,
  ...SIXTH_2,
  ...SEVENTH_1,
  ...SEVENTH_2,
  ...EIGHTH_1,
  ...EIGHTH_2,
];
