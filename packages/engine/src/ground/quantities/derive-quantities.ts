import { isNear } from './compare-quantities.ts';
import type { Quantity } from './quantity.ts';
import { quantitiesOf } from './read-quantities.ts';
import { isAlike } from './units.ts';

/** Words of an answer that reckons: "the remaining 40 percent", "the deposit is therefore 950 euros", "42 euros less than adults". */
export const RECKONS =
  /\b(?:total|altogether|in all|combined|sum|remaining|remainder|difference|therefore|thus|hence|so|later|after|lasts?|lasted|takes?|took|apart|over|those|these|span|period)\b|\b(?:r[oi]se|grew|grow|f[ea]ll|fallen|went|drop|declin|increas|decreas|reduc|short|long|fewer|more|less|up|down)\p{L}*\b.*\bby\b|\b(?:more|less|fewer|longer|shorter|higher|lower|earlier|later|cheaper) than\b/iu;

/** "That makes twelve meetings" of one a month. */
const MAKES = /\b(?:makes?|adds? up to|amounts? to|comes? to|equals?)\b/iu;

/** Numbers beyond this are not taken two by two. */
const MOST_PAIRED = 40;

/** Whether a number of a statement follows by simple reckoning from numbers of the source, where the statement reckons. */
export function isDerived(
  quantity: Quantity,
  { statement, everything }: { readonly statement: string; readonly everything: string },
  known: readonly Quantity[],
): boolean {
  const { amount, kind, unit } = quantity;
  const paired = known.slice(0, MOST_PAIRED);
  if (kind === 'count' && sharesOf(paired).some((result) => isNear(result, amount))) return true;
  // "The first three days" end where the fourth begins.
  const isBefore = /\bfirst\s+$/iu.test(statement.slice(0, quantity.start));
  const isAfter = kind === 'ordinal' && /\bfirst\b/iu.test(everything);
  if (isAfter && known.some((other) => other.kind === 'count' && other.amount === amount - 1)) return true;
  if (isBefore && known.some((other) => other.kind === 'ordinal' && other.amount === amount + 1)) return true;
  if (unit !== undefined && spansOf(paired, unit).some((result) => isNear(result, amount))) return true;
  if (
    MAKES.test(statement) &&
    PERIODS.includes(amount) &&
    known.some(({ amount: other, unit: span }) => other === 1 && span !== undefined)
  )
    return true;
  if (isOfOtherPeriod(quantity, statement, paired) || isMultiple(quantity, statement, paired)) return true;
  if (isInRow(quantity, statement)) return true;
  if (!RECKONS.test(statement)) return false;
  const isRest =
    kind === 'share' && known.some((other) => other.kind === 'share' && isNear(100 - other.amount, amount));
  return isRest || reckoned(paired, unit).some((result) => isNear(result, amount));
}

/** "8 euros a month" of 96 euros a year. */
function isOfOtherPeriod({ amount, unit, end }: Quantity, statement: string, known: readonly Quantity[]): boolean {
  if (unit === undefined || !PER_PERIOD.test(statement.slice(end))) return false;
  return known.some((other) => other.unit === unit && PERIODS.some((times) => isNear(other.amount * times, amount)));
}

const PER_PERIOD =
  /^\s*(?:\p{L}+\s+)?(?:(?:a|per|each|every) (?:hour|day|week|month|quarter|year)|hourly|daily|weekly|monthly|quarterly|yearly|annually)\b/iu;

/** "Three, four or five" of three to five: each end is looked up by itself. */
function isInRow({ amount, end }: Quantity, statement: string): boolean {
  const amounts = quantitiesOf(statement).map((other) => other.amount);
  return /^\s*(?:,|or\b)/iu.test(statement.slice(end)) && amounts.includes(amount - 1) && amounts.includes(amount + 1);
}

/** "Two keys cost 70 euros" of 35 euros for one: the statement itself says how many. */
function isMultiple(quantity: Quantity, statement: string, known: readonly Quantity[]): boolean {
  const others = quantitiesOf(statement).filter(({ kind, start }) => kind === 'count' && start !== quantity.start);
  return known.some((stated) =>
    others.some((other) => isProduct(quantity, stated, other) || isProduct(other, stated, quantity)),
  );
}

/** Whether an amount is a number or a share of the source times another number; a table gives its units in its head. */
function isProduct(product: Quantity, stated: Quantity, times: Quantity): boolean {
  if (product.unit === undefined || times.amount <= 1 || stated.amount === 1) return false;
  if (stated.kind === 'share')
    return product.unit === times.unit && isNear((stated.amount * times.amount) / 100, product.amount);
  if (stated.kind !== 'count' || (stated.unit !== undefined && stated.unit !== product.unit)) return false;
  const isOfOtherUnit = times.unit !== undefined && times.unit !== product.unit && isAlike(times.unit, product.unit);
  return !isOfOtherUnit && isNear(stated.amount * times.amount, product.amount);
}

function reckoned(known: readonly Quantity[], unit: string | undefined): number[] {
  const spread = known.flatMap(({ kind, amount, unit: own }) =>
    kind === 'count' && (own !== undefined || unit !== undefined) ? PERIODS.map((times) => amount * times) : [],
  );
  const paired = known.flatMap((left, index) =>
    known.slice(index + 1).flatMap((right) => {
      const [a, b] = [left.amount, right.amount];
      if (left.kind !== right.kind || left.kind === 'date' || left.kind === 'clock') return [];
      if (left.unit === right.unit) return [a + b, Math.abs(a - b)];
      return isReckonable(left, right, unit) ? [a * b, a / b, b / a] : [];
    }),
  );
  return [...spread, ...paired];
}

/** How long it is from one time of day to another: half past nine to eleven are an hour and a half. */
function spansOf(known: readonly Quantity[], unit: string): number[] {
  const clocks = known.filter(({ kind }) => kind === 'clock');
  const spans = clocks.flatMap((left) => clocks.map((right) => Math.abs(left.amount - right.amount)));
  return unit === 'hour' ? spans.map((minutes) => minutes / 60) : unit === 'minute' ? spans : [];
}

/** Euros by pieces, and euros by months, make euros: no spans of time come of lengths. */
function isReckonable(left: Quantity, right: Quantity, unit: string | undefined): boolean {
  if (left.unit === undefined || right.unit === undefined) return true;
  const [leftIsSpan, rightIsSpan] = [isAlike(left.unit, 'day'), isAlike(right.unit, 'day')];
  return leftIsSpan !== rightIsSpan && unit === (leftIsSpan ? right.unit : left.unit);
}

/** Months of a year, weeks of a year and of a month, days of a week, hours of a day. */
const PERIODS = [12, 52, 4, 7, 24, 1 / 12, 1 / 52];

/** A share that the source states of an amount that it states: half of 240 euros. */
function sharesOf(known: readonly Quantity[]): number[] {
  const shares = known.filter(({ kind }) => kind === 'share');
  const amounts = known.filter(({ kind }) => kind === 'count');
  return shares.flatMap((share) => amounts.map(({ amount }) => (share.amount * amount) / 100));
}
