import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import { clausesOf } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';

const NEGATORS = new Set(
  "not never no nobody none neither nor nothing without cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't couldn't hasn't haven't needn't unless".split(
    ' ',
  ),
);
/** Verbs and adjectives that deny what follows them. */
const DENIALS =
  /^(?:forbid|forbids|forbidden|prohibit\w*|banned|disallow\w*|refus\w*|declin\w*|reject\w*|den(?:y|ies|ied)|unable|impossible|avoid\w*|exclud\w*|fail|fails|lacks?|lacking|against|except|unnecessary|exempt)$/u;

/** Words without which a negation says nothing about the claim: "not only", "no later than", "whether or not". */
const IDIOMS =
  /\b(?:not only|no (?:more|less|fewer|later|longer|earlier) than|not (?:more|less|later) than|whether or not|if not|no matter|not least|nothing but|no longer)\b/giu;

/** Fewer shared words than this say too little to compare. */
const LEAST_SHARED = 2;

/** Whether a clause of the statement denies what the evidence says, or says what it denies. */
export function checkNegation({ statement, evidence }: PreparedClaim): GroundingFinding | undefined {
  const clauses = evidence.flatMap(clausesOf);
  for (const clause of clausesOf(statement)) {
    const match = bestMatch(clause, clauses);
    if (match === undefined || isNegative(clause) === isNegative(match)) continue;
    const verb = isNegative(clause) ? 'denies' : 'says';
    return { kind: 'negation', detail: `It ${verb} what the source turns the other way: ${JSON.stringify(match)}.` };
  }
  return undefined;
}

/** The clause that shares most with this one, when it shares enough and none of the other polarity shares as much. */
function bestMatch(clause: string, others: readonly string[]): string | undefined {
  const wanted = new Set(contentStems(clause));
  const scored = others.map((other) => {
    const stems = new Set(contentStems(other));
    const shared = [...wanted].filter((word) => stems.has(word)).length;
    return { other, shared, score: shared / Math.max(1, Math.min(wanted.size, stems.size)) };
  });
  const best = scored.toSorted((left, right) => right.shared - left.shared || right.score - left.score)[0];
  if (best === undefined || best.shared < LEAST_SHARED || best.score < 0.5) return undefined;
  const polarity = isNegative(clause);
  const rival = scored.find(({ other, shared }) => isNegative(other) === polarity && shared >= best.shared);
  return rival?.other ?? best.other;
}

function isNegative(clause: string): boolean {
  const plain = clause.replaceAll(IDIOMS, ' ');
  const count = wordsOf(plain).filter(({ lower }) => NEGATORS.has(lower) || DENIALS.test(lower)).length;
  return count % 2 === 1;
}
