import { contentStems } from '../analyze/english/words.ts';
import { checkAdditions } from './checks/additions.ts';
import { checkNames } from './checks/names.ts';
import { checkNegation } from './checks/negation.ts';
import { checkNumbers } from './checks/numbers.ts';
import { checkOpposites } from './checks/opposites.ts';
import type { Claim, ClaimCheck, GroundingFinding, PreparedClaim } from './claim.ts';

/** The sharpest first: its finding is the one that is told. */
const CHECKS: readonly ClaimCheck[] = [checkNumbers, checkNegation, checkOpposites, checkNames, checkAdditions];

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
  const prepared = prepare(claim);
  for (const check of CHECKS) {
    const finding = check(prepared);
    if (finding !== undefined) return finding;
  }
  return undefined;
}

function prepare(claim: Claim): PreparedClaim {
  const { statement, evidence, context } = claim;
  const wanted = new Set(contentStems(statement));
  const nearest = evidence.toSorted((left, right) => shared(right, wanted) - shared(left, wanted))[0] ?? '';
  return { ...claim, nearest, everything: [...evidence, ...context].join('\n') };
}

function shared(text: string, wanted: ReadonlySet<string>): number {
  return new Set(contentStems(text).filter((word) => wanted.has(word))).size;
}
