import { contentStems } from '../analyze/english/words.ts';
import { checkAddedParts } from './checks/added-parts.ts';
import { checkAdditions } from './checks/additions.ts';
import { checkAddedClauses } from './checks/added-clauses.ts';
import { checkDoers } from './checks/doers.ts';
import { checkCompounds } from './checks/compounds.ts';
import { checkConditions } from './checks/conditions.ts';
import { checkTurnedCopies } from './checks/turned-copies.ts';
import { checkReplaced } from './checks/replaced.ts';
import { checkNames } from './checks/names.ts';
import { checkNegation } from './checks/negation.ts';
import { checkNumbers } from './checks/numbers.ts';
import { checkOtherThings } from './checks/other-things.ts';
import { checkOpposites } from './checks/opposites.ts';
import { isTableRow } from './clauses.ts';
import { alignAll } from './copies/align.ts';
import { checkUnrelated } from './checks/unrelated.ts';
import { withoutOpening } from './polarity.ts';
import type { Claim, ClaimCheck, GroundingFinding, PreparedClaim } from './claim.ts';

/** Nothing longer is one statement, or can be checked like one. */
const LONGEST_STATEMENT = 2_000;

/** The sharpest first: its finding is the one that is told. */
const CHECKS: readonly ClaimCheck[] = [
  checkNumbers,
  checkNegation,
  checkTurnedCopies,
  checkConditions,
  checkOpposites,
  checkNames,
  checkReplaced,
  checkOtherThings,
  checkCompounds,
  checkDoers,
  checkAdditions,
  checkAddedParts,
  checkAddedClauses,
  checkUnrelated,
];

/**
 * What in a statement its evidence does not say, as far as rules can tell: another number, unit or bound, a name that is
 * not there, a turned negation, an opposite, or words that nothing supports. Undefined when nothing was found, which is
 * no proof that the statement is right. Knows English; for other languages only numbers, names and unsupported words
 * mean much.
 *
 * @example
 * checkClaim({
 *   statement: 'Staff receive 25 days.',
 *   evidence: ['Full-time staff receive 27 days of annual leave.'],
 *   context: [],
 * })?.kind // 'number'
 */
export function checkClaim(claim: Claim): GroundingFinding | undefined {
  const { length } = claim.statement;
  if (length > LONGEST_STATEMENT) {
    return { kind: 'addition', detail: `It has ${length} characters; a sentence has at most ${LONGEST_STATEMENT}.` };
  }
  if (isWordForWord(claim)) return undefined;
  const prepared = prepare(claim);
  for (const check of CHECKS) {
    const finding = check(prepared);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

/** Whether it stands in the evidence as it is. */
function isWordForWord({ statement, evidence }: Claim): boolean {
  const own = asWritten(statement);
  return evidence.some((sentence) => asWritten(sentence) === own);
}

function asWritten(text: string): string {
  return text
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/[.:;]$/u, '');
}

function prepare(claim: Claim): PreparedClaim {
  const { statement, evidence, context } = claim;
  const wanted = new Set(contentStems(statement).filter((word) => !/^\d/u.test(word)));
  const wholes = new Map(
    evidence.map((sentence, index) => [sentence, withWhatItRefersTo(sentence, evidence[index - 1])]),
  );
  function weigh(sentence: string): number {
    return weightShared(wholes.get(sentence) ?? sentence, wanted);
  }
  const nearest = evidence.toSorted((left, right) => weigh(right) - weigh(left))[0] ?? '';
  const alignments = alignAll(
    withoutOpening(statement),
    evidence.filter((sentence) => !isTableRow(sentence)),
  );
  return {
    ...claim,
    nearest,
    alignments,
    closest: alignments[0],
    weigh,
    everything: [...evidence, ...context].join('\n'),
  };
}

/** "It takes an hour." speaks of what the sentence before spoke of. */
function withWhatItRefersTo(sentence: string, before: string | undefined): string {
  return before !== undefined && /^(?:it|they|this|these)\b/iu.test(sentence) ? `${before} ${sentence}` : sentence;
}

/** Codes such as "P1" tell sentences apart better than words do. */
const CODE_WEIGHT = 3;

function weightShared(text: string, wanted: ReadonlySet<string>): number {
  const shared = [...new Set(contentStems(text))].filter((word) => wanted.has(word));
  return shared.reduce((sum, word) => sum + (/\d/u.test(word) ? CODE_WEIGHT : 1), 0);
}
