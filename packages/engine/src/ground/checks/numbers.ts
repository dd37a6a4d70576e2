import { STOP_WORDS } from '../../analyze/english/word-classes.ts';
import { contentStems } from '../../analyze/english/words.ts';
import { clausesOf } from '../clauses.ts';
import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { hasNegator } from '../polarity.ts';
import { isListCount } from '../quantities/count-list.ts';
import { isNear, isSame } from '../quantities/compare-quantities.ts';
import { isDerived } from '../quantities/derive-quantities.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { findOtherRate, ratesOf } from '../quantities/rates.ts';
import { quantitiesOf } from '../quantities/read-quantities.ts';
import { inBase, inDays, isAlike, unitOf } from '../quantities/units.ts';

/** Every number of the statement is in its evidence, in whatever unit, with the same bound and of the same thing. */
export function checkNumbers(claim: PreparedClaim): GroundingFinding | undefined {
  const { statement, evidence, everything } = claim;
  const known = distinct(quantitiesOf(everything));
  const sentences = evidence.map((text) => ({ text, quantities: distinct(quantitiesOf(text)) }));
  for (const quantity of distinct(quantitiesOf(statement))) {
    const same = known.filter((other) => isSame(quantity, other));
    const finding =
      same.length === 0
        ? findUnknown(quantity, claim, known)
        : (findSwap(quantity, sentences, claim) ?? findOtherBound(quantity, same, claim));
    if (finding !== undefined) return finding;
  }
  return findOtherRate(statement, evidence);
}

/** Words of a number that is rounded. */
const ABOUT = /\b(?:about|around|roughly|approximately|some|nearly|almost|over|just under|more than|circa|ca\.)\s*$/iu;
/** How far a rounded number may be off. */
const ROUNDED = 0.15;
const PER = /^\s*times\s+(?:a|per|each|every)\s+(?<unit>\p{L}+)/iu;

/** "Four times a year" for every quarter, "about two months" for eight weeks. */
function isSaidOtherwise(
  quantity: Quantity,
  statement: string,
  everything: string,
  known: readonly Quantity[],
): boolean {
  const spans = [...ratesOf(everything)].map((unit) => inBase(1, unit)).concat(intervalsOf(everything, known));
  const { amount, unit, start, end } = quantity;
  const per = unitOf(PER.exec(statement.slice(end))?.groups?.['unit']?.toLowerCase() ?? '');
  const span = unit === undefined ? undefined : inBase(amount, unit);
  const every = per === undefined ? span : { ...inBase(1, per), amount: inBase(1, per).amount / amount };
  if (spans.some((other) => other.dimension === every?.dimension && isNear(other.amount, every.amount))) return true;
  if (isOneIn(quantity, statement, known)) return true;
  if (!ABOUT.test(statement.slice(0, start))) return false;
  return known.some((other) => other.kind === quantity.kind && isRounded(quantity, other));
}

/** "Every two months". */
function intervalsOf(
  text: string,
  known: readonly Quantity[],
): { readonly dimension: string; readonly amount: number }[] {
  return known.flatMap(({ start, end, amount, unit, text: written }) => {
    const isInterval =
      unit !== undefined && text.slice(start, end).trim() === written && /\bevery\s+$/iu.test(text.slice(0, start));
    return isInterval ? inBase(amount, unit) : [];
  });
}

/** "One tree in eight" of 12 percent, "one week in four" of every fourth week. */
function isOneIn({ amount, start }: Quantity, statement: string, known: readonly Quantity[]): boolean {
  if (!/\bone\b[^.;:,]{0,40}\bin\s+$/iu.test(statement.slice(0, start))) return false;
  return known.some(
    ({ kind, amount: other }) =>
      (kind === 'share' && Math.abs(other - 100 / amount) <= 1) || (kind === 'ordinal' && other === amount),
  );
}

function isRounded(quantity: Quantity, other: Quantity): boolean {
  if ((quantity.unit === undefined) !== (other.unit === undefined)) return false;
  const [own, theirs] = [quantity, other].map(({ amount, unit }) =>
    unit === undefined ? { dimension: '', amount } : inDays(amount, unit),
  );
  return own?.dimension === theirs?.dimension && Math.abs((own?.amount ?? 0) / (theirs?.amount ?? 1) - 1) <= ROUNDED;
}

/** A number that is said a thousand times is compared once. */
function distinct(quantities: readonly Quantity[]): Quantity[] {
  const found = new Map<string, Quantity>();
  for (const quantity of quantities) {
    const { kind, amount, unit, bound, isWeak } = quantity;
    const key = [kind, amount, unit, bound, isWeak, found.size < MOST_APART ? quantity.start : ''].join(' ');
    if (!found.has(key)) found.set(key, quantity);
  }
  return [...found.values()];
}

/** Numbers that are told apart by their place too, since what they count stands beside them. */
const MOST_APART = 60;

function findUnknown(
  quantity: Quantity,
  { statement, evidence, everything }: PreparedClaim,
  known: readonly Quantity[],
): GroundingFinding | undefined {
  const { text, unit, amount } = quantity;
  if (quantity.isWeak === true || isListCount(quantity, statement, evidence)) return undefined;
  if (isSupposed(quantity, statement, known)) return undefined;
  if (isDerived(quantity, { statement, everything }, known) || isSaidOtherwise(quantity, statement, everything, known))
    return undefined;
  const other = known.find((candidate) => candidate.amount === amount && candidate.unit !== undefined);
  if (other === undefined || unit === undefined)
    return { kind: 'number', detail: `The source does not say ${JSON.stringify(text)}.` };
  return { kind: 'unit', detail: `The source gives ${JSON.stringify(text)} in ${other.unit ?? ''}, not in ${unit}.` };
}

/** What opens a case that an answer makes up. */
const CASE = /(?:^|[.,;:]\s+|\b(?:and|but)\s+)(?:if|when|suppose|say|for (?:a|an|example)|with)\b[^.,;:]*$/iu;
const BEYOND_LIMIT =
  /\btoo (?:short|long|late|early|few|many|little|much|small|large|low|high|heavy|old|young)\b|\bnot enough\b|\binsufficient\b/iu;

/** "A trip of 2,000 euros", "13 characters are too few": a case under a limit of the source, which says nothing of the case. */
function isSupposed({ unit, bound, start }: Quantity, statement: string, known: readonly Quantity[]): boolean {
  if (
    unit === undefined ||
    bound !== undefined ||
    !(CASE.test(statement.slice(0, start)) || BEYOND_LIMIT.test(statement))
  )
    return false;
  return known.some(
    (other) =>
      other.unit !== undefined && isAlike(other.unit, unit) && (other.bound !== undefined || other.kind === 'ordinal'),
  );
}

interface Sentence {
  readonly text: string;
  readonly quantities: readonly Quantity[];
}

/** The sentence that the statement is nearest to has another number of the same thing: it was taken from elsewhere. */
function findSwap(
  quantity: Quantity,
  sentences: readonly Sentence[],
  { statement, nearest, weigh }: PreparedClaim,
): GroundingFinding | undefined {
  const { text } = quantity;
  const thing = thingAfter(statement, quantity);
  if (quantity.isWeak === true || (quantity.unit === undefined && thing.size === 0)) return undefined;
  const least = weigh(nearest);
  if (isOfOwnClause(quantity, statement, sentences)) return undefined;
  function isOfThing(sentence: Sentence, other: Quantity): boolean {
    if (quantity.kind !== other.kind || other.isWeak === true) return false;
    if (quantity.unit !== undefined && other.unit !== undefined) return isAlike(quantity.unit, other.unit);
    return [...thingAfter(sentence.text, other)].some((word) => thing.has(word));
  }
  const near = sentences.filter((sentence) => weigh(sentence.text) >= least);
  const same = near.flatMap(({ quantities }) => quantities.filter((other) => isSame(quantity, other)));
  if (same.length > 0) {
    // "Two options" are no two days where the sentence says how many days.
    if (quantity.unit !== undefined) {
      const others = near.flatMap(({ quantities }) =>
        quantities.filter(({ unit }) => unit !== undefined && unit === quantity.unit),
      );
      const isOfUnit = same.some(({ unit }) => unit !== undefined) || others.length !== 1;
      return isOfUnit || others[0] === undefined ? undefined : swapped(others[0], text);
    }
    const stated = sentences.some((sentence) =>
      sentence.quantities.some(
        (other) =>
          isSame(quantity, other) && (thingAfter(sentence.text, other).size === 0 || isOfThing(sentence, other)),
      ),
    );
    const rivals = near.flatMap((sentence) => sentence.quantities.filter((other) => isOfThing(sentence, other)));
    return stated || rivals[0] === undefined ? undefined : swapped(rivals[0], text);
  }
  const rival = near.flatMap((sentence) => sentence.quantities.filter((other) => isOfThing(sentence, other)))[0];
  return rival === undefined ? undefined : swapped(rival, text);
}

/** Whether the part of the statement that the number stands in is nearest to a sentence that has the number. */
function isOfOwnClause(quantity: Quantity, statement: string, sentences: readonly Sentence[]): boolean {
  const clauses = clausesOf(statement);
  const clause =
    clauses.length < 2
      ? undefined
      : clauses.find((part) => part.includes(statement.slice(quantity.start, quantity.end)));
  if (clause === undefined) return false;
  const wanted = new Set(contentStems(clause).filter((word) => !/^\d/u.test(word)));
  const weights = sentences.map(({ text }) => new Set(contentStems(text).filter((word) => wanted.has(word))).size);
  const most = Math.max(...weights);
  return sentences.some(
    ({ quantities }, index) => weights[index] === most && quantities.some((other) => isSame(quantity, other)),
  );
}

function swapped(rival: Quantity, text: string): GroundingFinding {
  return {
    kind: 'number',
    detail: `The source says ${JSON.stringify(rival.text)} of this, not ${JSON.stringify(text)}.`,
  };
}

/** What a number without a unit counts: the words right after it. */
function thingAfter(text: string, { end }: Quantity): ReadonlySet<string> {
  const phrase = /^[\s\p{L}-]*/u.exec(text.slice(end, end + 60))?.[0] ?? '';
  const words = phrase.trim().split(/\s+/u);
  const until = words.findIndex((word) => STOP_WORDS.has(word.toLowerCase()));
  return new Set(contentStems(words.slice(0, until === -1 ? 3 : until).join(' ')).slice(0, 3));
}

/** "Above that amount" bounds a number the other way without repeating it. */
const OTHER_SIDE =
  /\b(?:above|over|below|under|more than|less than|beyond) (?:that|this|it)\b|\b(?:larger|longer|bigger|higher|heavier|older|smaller|shorter|lower|lighter|younger) (?:ones?|\p{L}+s)\b|\bonly (?:if|when|after|for)\b/iu;

function findOtherBound(
  { bound, text }: Quantity,
  same: readonly Quantity[],
  { statement, nearest, everything }: PreparedClaim,
): GroundingFinding | undefined {
  if (hasNegator(statement) !== hasNegator(nearest)) return undefined;
  const bounds = new Set(same.map((other) => other.bound));
  if (bound === undefined || bounds.has(bound) || bounds.has(undefined)) return undefined;
  if (OTHER_SIDE.test(everything)) return undefined;
  const [said, claimed] = bound === 'most' ? ['a least', 'a most'] : ['a most', 'a least'];
  return { kind: 'bound', detail: `The source gives ${JSON.stringify(text)} as ${said}, not as ${claimed}.` };
}
