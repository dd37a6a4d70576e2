import { contentStems, wordsOf } from '../../analyze/english/words.ts';
import { clausesOf, isTableRow } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { meaningOf } from '../synonyms.ts';

const NEGATORS = new Set(
  "not never no nobody none neither nor nothing cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't mustn't couldn't hasn't haven't needn't unless".split(
    ' ',
  ),
);
/** Words that deny what follows them or what they are made of. */
const DENIALS =
  /^(?:forbid|forbids|forbidden|prohibit\w*|banned|disallow\w*|impossible|avoid\w*|exclud\w*|lacks?|lacking|against|except|exempt|unable|un(?!it)\w+(?:ed|able|ary)|unpaid)$/u;

/** Words without which a negation says nothing about the claim: "not only", "no later than", "whether or not". */
const IDIOMS =
  /\b(?:not only|no (?:more|less|fewer|later|longer|earlier) than|not (?:more|less|later) than|whether or not|if not|no matter|not least|nothing but|no longer)\b/giu;

/** Fewer shared words than this say too little to compare. */
const LEAST_SHARED = 2;

/** A clause with the words it is about: those of the clause before, where it only points at it. */
interface Clause {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  readonly isNegative: boolean;
}

/** Whether a clause of the statement denies what the evidence says, or says what it denies. */
export function checkNegation({ statement, evidence }: PreparedClaim): GroundingFinding | undefined {
  // A row that denies something does not say of what.
  const rows = evidence.filter((sentence) => !isTableRow(sentence) || !hasNegator(sentence));
  const known = readClauses(rows).filter(({ text }) => !/^(?:otherwise|or else)\b/iu.test(text));
  for (const clause of readClauses([statement])) {
    if (CONDITION.test(clause.text)) continue;
    const match = bestMatch(clause, known);
    if (match === undefined || match.isNegative === clause.isNegative || isTurnedByOnly(clause, match)) continue;
    const verb = clause.isNegative ? 'denies' : 'says';
    return {
      kind: 'negation',
      detail: `It ${verb} what the source turns the other way: ${JSON.stringify(match.text)}.`,
    };
  }
  return undefined;
}

/** What a condition denies, nobody claims. */
const CONDITION =
  /^\s*(?:and |or |but )?(?:if|unless|when|whenever|once|until|as long as|provided|in case|otherwise|or else)\b/iu;

const POINTS_BACK = /^(?:and |but )?(?:it|they|this|these|that|those|which|who|he|she)\b/iu;

function readClauses(sentences: readonly string[]): Clause[] {
  const clauses: Clause[] = [];
  for (const text of sentences.flatMap(clausesOf)) {
    const stems = new Set(contentStems(text).map(meaningOf));
    const before = clauses.at(-1);
    const about = POINTS_BACK.test(text) && before !== undefined ? new Set([...stems, ...before.about]) : stems;
    clauses.push({ text, stems, about, isNegative: isNegative(text) });
  }
  return clauses;
}

/** The clause that shares most with this one, when it shares enough and none of the same polarity says as much itself. */
function bestMatch(clause: Clause, others: readonly Clause[]): Clause | undefined {
  const scored = others.map((other) => {
    const shared = countShared(clause.stems, other.about);
    return { other, shared, score: shared / Math.max(1, Math.min(clause.stems.size, other.stems.size)) };
  });
  const best = scored.toSorted((left, right) => right.shared - left.shared || right.score - left.score)[0];
  if (best === undefined || best.shared < LEAST_SHARED || best.score < 0.5) return undefined;
  const rival = others.find(
    (other) => other.isNegative === clause.isNegative && countShared(clause.stems, other.stems) >= best.shared,
  );
  return rival ?? best.other;
}

function countShared(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  return [...left].filter((word) => right.has(word)).length;
}

/** "Only to the guest network" and "not to any other". */
function isTurnedByOnly(left: Clause, right: Clause): boolean {
  const [only, other] = left.isNegative ? [right, left] : [left, right];
  return /\bonly\b/iu.test(only.text) && /\b(?:other|else)\b/iu.test(other.text);
}

function hasNegator(text: string): boolean {
  return wordsOf(text).some(({ lower }) => NEGATORS.has(lower));
}

function isNegative(clause: string): boolean {
  const plain = clause.replaceAll(IDIOMS, ' ');
  const count = wordsOf(plain).filter(({ lower }) => NEGATORS.has(lower) || DENIALS.test(lower)).length;
  // "Without" denies what follows it, not what the clause says; "nothing without" asserts.
  const isAsserted = count > 0 && /\bwithout\b/iu.test(plain);
  return (count + (isAsserted ? 1 : 0)) % 2 === 1;
}
