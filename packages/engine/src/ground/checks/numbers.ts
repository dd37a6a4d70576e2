import type { GroundingFinding, PreparedClaim } from '../claim.ts';
import { quantitiesOf, ratesOf, singleUnitsOf, type Quantity } from '../quantities.ts';

/** Every number of the statement is in its evidence, with the same unit and bound. */
export function checkNumbers(claim: PreparedClaim): GroundingFinding | undefined {
  const { statement, evidence, everything, nearest, weigh } = claim;
  const known = quantitiesOf(everything);
  const sentences = evidence.map((text) => ({ quantities: quantitiesOf(text), weight: weigh(text) }));
  const near = { quantities: quantitiesOf(nearest), weight: weigh(nearest) };
  for (const quantity of quantitiesOf(statement)) {
    const same = known.filter((other) => isSame(quantity, other));
    if (same.length === 0) {
      if (isOne(quantity, everything) || isCountOf(statement, quantity, evidence)) continue;
      return { kind: 'number', detail: `The source does not say ${JSON.stringify(quantity.text)}.` };
    }
    const finding =
      findOtherUnit(quantity, same) ??
      findSwap(quantity, sentences, near) ??
      findOtherBound(quantity, same, everything);
    if (finding !== undefined) return finding;
  }
  return findOtherRate(claim);
}

/** A sentence of the source: its numbers, and how much it shares with the statement. */
interface WeighedSentence {
  readonly quantities: readonly Quantity[];
  readonly weight: number;
}

/** "Turns three" and "the third birthday" are one number; with a unit they are not. */
function isSame(quantity: Quantity, other: Quantity): boolean {
  if (quantity.value === other.value) return true;
  return quantity.unit === undefined && quantity.value.replace(/th$/u, '') === other.value.replace(/th$/u, '');
}

/** "One week" where the source says "a week". */
function isOne({ value, unit }: Quantity, everything: string): boolean {
  return value === '1' && unit !== undefined && singleUnitsOf(everything).has(unit);
}

/** "There are three classes" is a count of what is cited. */
function isCountOf(statement: string, { value, start }: Quantity, evidence: readonly string[]): boolean {
  const count = Number(value);
  const isCounting =
    /^\S+\s+(?:\p{L}+\s+)?(?:classes|steps|kinds|types|options|ways|reasons|things|conditions|levels|parts|items|rules)\b/iu.test(
      statement.slice(start),
    );
  return isCounting && count > 1 && (count === evidence.length || count === evidence.length - 1);
}

function findOtherUnit(quantity: Quantity, same: readonly Quantity[]): GroundingFinding | undefined {
  const { unit, text } = quantity;
  if (unit === undefined || same.some((other) => other.unit === undefined || other.unit === unit)) return undefined;
  const found = [...new Set(same.map((other) => other.unit))].join(', ');
  return { kind: 'unit', detail: `The source gives ${JSON.stringify(text)} in ${found}, not in ${unit}.` };
}

/** The sentence that the statement is nearest to has another number of the same unit: it was taken from elsewhere. */
function findSwap(
  quantity: Quantity,
  sentences: readonly WeighedSentence[],
  near: WeighedSentence,
): GroundingFinding | undefined {
  const { unit, text } = quantity;
  if (unit === undefined) return undefined;
  const isStated = sentences.some(
    ({ quantities, weight }) =>
      weight >= near.weight && quantities.some((other) => isSame(quantity, other) && (other.unit ?? unit) === unit),
  );
  if (isStated) return undefined;
  const rival = near.quantities.find((other) => other.unit === unit || isDuration(other.unit, unit));
  if (rival === undefined) return undefined;
  return {
    kind: 'number',
    detail: `The source says ${JSON.stringify(rival.text)} of this, not ${JSON.stringify(text)}.`,
  };
}

const DURATIONS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

function isDuration(left: string | undefined, right: string): boolean {
  return left !== undefined && DURATIONS.has(left) && DURATIONS.has(right);
}

/** "Above that amount" bounds a number the other way without repeating it. */
const OTHER_SIDE = /\b(?:above|over|below|under|more than|less than|beyond) (?:that|this|it)\b/iu;

function findOtherBound(
  { bound, text }: Quantity,
  same: readonly Quantity[],
  everything: string,
): GroundingFinding | undefined {
  const bounds = new Set(same.map((other) => other.bound));
  if (bound === undefined || bounds.has(bound) || bounds.has(undefined) || OTHER_SIDE.test(everything))
    return undefined;
  const [said, claimed] = bound === 'most' ? ['a least', 'a most'] : ['a most', 'a least'];
  return { kind: 'bound', detail: `The source gives ${JSON.stringify(text)} as ${said}, not as ${claimed}.` };
}

/** "220 euros per month" where the source counts by the week. */
function findOtherRate({ statement, everything }: PreparedClaim): GroundingFinding | undefined {
  const rates = ratesOf(everything);
  const known = new Set([...rates, ...quantitiesOf(everything).map(({ unit }) => unit)]);
  const other = [...ratesOf(statement)].find((unit) => !known.has(unit));
  if (other === undefined || rates.size === 0) return undefined;
  return { kind: 'unit', detail: `The source counts by the ${[...rates].join(', ')}, not by the ${other}.` };
}
