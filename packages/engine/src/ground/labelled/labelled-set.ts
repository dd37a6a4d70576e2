import { ENGINEERING } from './engineering.ts';
import { FRESH } from './fresh.ts';
import { ANNUAL_LEAVE } from './annual-leave.ts';
import { ON_CALL } from './on-call.ts';
import { PLACES } from './places.ts';
import { SECURITY } from './security.ts';
import { SECURITY_TERMS } from './security-terms.ts';
import { SICK_LEAVE } from './sick-leave.ts';
import { TRAVEL } from './travel.ts';
import { UNSEEN } from './unseen.ts';
import { UNSEEN_PEOPLE } from './unseen-people.ts';
import { FLAWS, type Flaw, type LabelledFact } from './labelled-fact.ts';

/** Every fact of the labelled set, by document. */
export const LABELLED_FACTS: readonly LabelledFact[] = [
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
  ...FRESH,
];

/** One answer with its label: `right`, or how it is wrong. */
export interface LabelledAnswer {
  readonly fact: LabelledFact;
  readonly answer: string;
  readonly label: 'right' | Flaw;
}

/** Every answer of the set, fact by fact. */
export function labelledAnswers(): LabelledAnswer[] {
  return LABELLED_FACTS.flatMap((fact) => [
    ...fact.right.map((answer) => ({ fact, answer, label: 'right' as const })),
    ...FLAWS.flatMap((label) => (fact.wrong[label] ?? []).map((answer) => ({ fact, answer, label }))),
  ]);
}
