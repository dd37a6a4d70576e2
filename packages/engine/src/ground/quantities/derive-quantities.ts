import { isNear } from './compare-quantities.ts';
import type { Quantity } from './quantity.ts';

/** Words of an answer that reckons: "the remaining 40 percent", "the deposit is therefore 950 euros". */
export const RECKONS =
  /\b(?:total|altogether|in all|combined|sum|remaining|remainder|difference|therefore|thus|hence|so|later|after|lasts?|lasted|takes?|took|apart|over|those|these|span|period)\b|\b(?:r[oi]se|grew|grow|f[ea]ll|fallen|went|drop|declin|increas|decreas|reduc|short|long|fewer|more|less|up|down)\p{L}*\b.*\bby\b/iu;

/** Numbers beyond this are not taken two by two. */
const MOST_PAIRED = 40;

/** Whether a number of a statement follows by simple reckoning from numbers of the source, where the statement reckons. */
export function isDerived(quantity: Quantity, statement: string, known: readonly Quantity[]): boolean {
  const { amount, kind, unit } = quantity;
  const paired = known.slice(0, MOST_PAIRED);
  if (kind === 'count' && sharesOf(paired).some((result) => isNear(result, amount))) return true;
  if (!RECKONS.test(statement)) return false;
  const isRest =
    kind === 'share' && known.some((other) => other.kind === 'share' && isNear(100 - other.amount, amount));
  return isRest || reckoned(paired, unit).some((result) => isNear(result, amount));
}

function reckoned(known: readonly Quantity[], unit: string | undefined): number[] {
  const spread = known.flatMap(({ kind, amount, unit: own }) =>
    kind === 'count' && (own !== undefined || unit !== undefined) ? PERIODS.map((times) => amount * times) : [],
  );
  const paired = known.flatMap((left, index) =>
    known.slice(index + 1).flatMap((right) => {
      const [a, b] = [left.amount, right.amount];
      if (left.kind !== right.kind || left.kind === 'date') return [];
      // Half past nine to eleven are an hour and a half.
      if (left.kind === 'clock') return [Math.abs(a - b) / (unit === 'hour' ? 60 : 1)];
      return left.unit === right.unit ? [a + b, Math.abs(a - b)] : [a * b, a / b, b / a];
    }),
  );
  return [...spread, ...paired];
}

/** Months of a year, weeks of a year and of a month, days of a week, hours of a day. */
const PERIODS = [12, 52, 4, 7, 24, 1 / 12, 1 / 52];

/** A share that the source states of an amount that it states: half of 240 euros. */
function sharesOf(known: readonly Quantity[]): number[] {
  const shares = known.filter(({ kind }) => kind === 'share');
  const amounts = known.filter(({ kind }) => kind === 'count');
  return shares.flatMap((share) => amounts.map(({ amount }) => (share.amount * amount) / 100));
}
