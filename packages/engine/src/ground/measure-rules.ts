import { checkClaim } from './check-claim.ts';
import { FLAWS } from './labelled/labelled-fact.ts';
import { labelledAnswers, type LabelledAnswer } from './labelled/labelled-set.ts';

/** What rules find in answers of one kind. */
export interface RuleScore {
  /** `right`, or how the answers are wrong. */
  readonly label: LabelledAnswer['label'];
  readonly answers: number;
  /** Those that rules call wrong: false alarms among right answers. */
  readonly found: number;
}

/** How the rules do that every answer has to pass, with no model asked. */
export interface RuleScores {
  /** On the answers that the rules were fitted to. */
  readonly fitted: readonly RuleScore[];
  /** On answers that no rule was ever fitted to: what to expect elsewhere. */
  readonly heldOut: readonly RuleScore[];
}

/** Runs the rules over the labelled set. */
export function measureRules(): RuleScores {
  const answers = labelledAnswers();
  return {
    fitted: score(answers.filter(({ isHeldOut }) => !isHeldOut)),
    heldOut: score(answers.filter(({ isHeldOut }) => isHeldOut)),
  };
}

function score(answers: readonly LabelledAnswer[]): RuleScore[] {
  return (['right', ...FLAWS] as const).map((label) => {
    const own = answers.filter((entry) => entry.label === label);
    return { label, answers: own.length, found: own.filter(isFound).length };
  });
}

function isFound({ fact, answer }: LabelledAnswer): boolean {
  return checkClaim({ statement: answer, evidence: fact.evidence, context: fact.context }) !== undefined;
}
