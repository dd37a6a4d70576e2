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
import { NINTH_1 } from './ninth-1.ts';
import { NINTH_2 } from './ninth-2.ts';
import { TENTH_1 } from './tenth-1.ts';
import { TENTH_2 } from './tenth-2.ts';
import { TENTH_3 } from './tenth-3.ts';
import { TENTH_4 } from './tenth-4.ts';
import { ELEVENTH_1 } from './eleventh-1.ts';
import { ELEVENTH_2 } from './eleventh-2.ts';
import { ELEVENTH_3 } from './eleventh-3.ts';
import { ELEVENTH_4 } from './eleventh-4.ts';
import { TWELFTH_1 } from './twelfth-1.ts';
import { TWELFTH_2 } from './twelfth-2.ts';
import { TWELFTH_3 } from './twelfth-3.ts';
import { THIRTEENTH_1 } from './thirteenth-1.ts';
import { THIRTEENTH_2 } from './thirteenth-2.ts';
import { THIRTEENTH_3 } from './thirteenth-3.ts';
import { FOURTEENTH_1 } from './fourteenth-1.ts';
import { FOURTEENTH_2 } from './fourteenth-2.ts';
import { FOURTEENTH_3 } from './fourteenth-3.ts';
import { FIFTEENTH_1 } from './fifteenth-1.ts';
import { FIFTEENTH_2 } from './fifteenth-2.ts';
import { FIFTEENTH_3 } from './fifteenth-3.ts';
import { SIXTEENTH_1 } from './sixteenth-1.ts';
import { SIXTEENTH_2 } from './sixteenth-2.ts';
import { SIXTEENTH_3 } from './sixteenth-3.ts';
import { SEVENTEENTH_1 } from './seventeenth-1.ts';
import { SEVENTEENTH_2 } from './seventeenth-2.ts';
import { SEVENTEENTH_3 } from './seventeenth-3.ts';
import { EIGHTEENTH_1 } from './eighteenth-1.ts';
import { EIGHTEENTH_2 } from './eighteenth-2.ts';
import { EIGHTEENTH_3 } from './eighteenth-3.ts';

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
  ...NINTH_1,
  ...NINTH_2,
  ...TENTH_1,
  ...TENTH_2,
  ...TENTH_3,
  ...TENTH_4,
  ...ELEVENTH_1,
  ...ELEVENTH_2,
  ...ELEVENTH_3,
  ...ELEVENTH_4,
  ...TWELFTH_1,
  ...TWELFTH_2,
  ...TWELFTH_3,
  ...THIRTEENTH_1,
  ...THIRTEENTH_2,
  ...THIRTEENTH_3,
  ...FOURTEENTH_1,
  ...FOURTEENTH_2,
  ...FOURTEENTH_3,
  ...FIFTEENTH_1,
  ...FIFTEENTH_2,
  ...FIFTEENTH_3,
  ...SIXTEENTH_1,
  ...SIXTEENTH_2,
  ...SIXTEENTH_3,
  ...SEVENTEENTH_1,
  ...SEVENTEENTH_2,
  ...SEVENTEENTH_3,
  ...EIGHTEENTH_1,
  ...EIGHTEENTH_2,
  ...EIGHTEENTH_3,
];
