import { ENGINEERING } from './engineering.ts';
import { FRESH } from './fresh.ts';
import { ANNUAL_LEAVE } from './annual-leave.ts';
import { ON_CALL } from './on-call.ts';
import { HELD_OUT_PARAPHRASED } from './held-out/held-out.ts';
import { PARAPHRASED } from './paraphrased/paraphrased.ts';
import { PLACES } from './places.ts';
import { SECURITY } from './security.ts';
import { SECURITY_TERMS } from './security-terms.ts';
import { SICK_LEAVE } from './sick-leave.ts';
import { TRAVEL } from './travel.ts';
import { UNSEEN } from './unseen.ts';
import { UNSEEN_PEOPLE } from './unseen-people.ts';
import { FLAWS, type Flaw, type LabelledFact } from './labelled-fact.ts';

/** Facts whose answers the rules were fitted to, by document. */
const FITTED: readonly LabelledFact[] = [
  ...ANNUAL_LEAVE,
  ...SICK_LEAVE,
  ...SECURITY,
  ...SECURITY_TERMS,
  ...ENGINEERING,
  ...ON_CALL,
  ...PLACES,
  ...TRAVEL,
  ...UNSEEN,
  ...UNSEEN_PEOPLE,
  ...PARAPHRASED,
];

/** Facts that were never used to change a rule: how the rules do elsewhere. */
const HELD_OUT: readonly LabelledFact[] = [...FRESH, ...HELD_OUT_PARAPHRASED];

/** Every fact of the labelled set. */
export const LABELLED_FACTS: readonly LabelledFact[] = [...FITTED, ...HELD_OUT];

/** One answer with its label: `right`, or how it is wrong. */
export interface LabelledAnswer {
  readonly fact: LabelledFact;
  readonly answer: string;
  readonly label: 'right' | Flaw;
  /** Whether no rule was fitted to it. */
  readonly isHeldOut: boolean;
}

/** Every answer of the set, fact by fact. */
export function labelledAnswers(): LabelledAnswer[] {
  return [...answersOf(FITTED, false), ...answersOf(HELD_OUT, true)];
}

function answersOf(facts: readonly LabelledFact[], isHeldOut: boolean): LabelledAnswer[] {
  return facts.flatMap((fact) => [
    ...fact.right.map((answer) => ({ fact, answer, label: 'right' as const, isHeldOut })),
    ...FLAWS.flatMap((label) => (fact.wrong[label] ?? []).map((answer) => ({ fact, answer, label, isHeldOut }))),
  ]);
}
