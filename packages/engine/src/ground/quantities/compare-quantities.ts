import type { Quantity } from './quantity.ts';
import { inBase, inDays } from './units.ts';

const DEGREES = new Set(['degree', 'celsius', 'fahrenheit']);

/** Whether two numbers say the same, in whatever unit: "30 minutes" and "half an hour", "9 am" and "09:00". */
export function isSame(left: Quantity, right: Quantity): boolean {
  if (left.kind !== right.kind) return isSameOfKinds(left, right) || isSameOfKinds(right, left);
  if (left.kind === 'share') return Math.round(left.amount) === Math.round(right.amount);
  if (left.unit === undefined || right.unit === undefined) return isNear(left.amount, right.amount);
  const [first, second] = [inBase(left.amount, left.unit), inBase(right.amount, right.unit)];
  if (first.dimension === second.dimension) return isNear(first.amount, second.amount);
  return (
    isSameSpan(left, right) || (isDegrees(first.dimension, second.dimension) && isNear(first.amount, second.amount))
  );
}

/** How far months of four weeks and of 30 days are off. */
const MONTH_OFF = 0.09;

/** "Four weeks" and "a month", "30 days" and "a month". */
function isSameSpan(left: Quantity, right: Quantity): boolean {
  const [first, second] = [left, right].map(({ amount, unit = '' }) => inDays(amount, unit));
  const isSpan = first?.dimension === 'days' && second?.dimension === 'days';
  return isSpan && Math.abs(first.amount / second.amount - 1) <= MONTH_OFF;
}

/** A degree may be of either scale where the text does not say. */
function isDegrees(left: string, right: string): boolean {
  return DEGREES.has(left) && DEGREES.has(right) && (left === 'degree' || right === 'degree');
}

/** "At ten" and "10:00" or "22:00", "twice" and "200 percent", "turns three" and "the third birthday", "after four days" and "from the fourth day on". */
function isSameOfKinds(left: Quantity, right: Quantity): boolean {
  const isPlain = right.kind === 'count' && right.unit === undefined;
  if (left.kind === 'clock') return isPlain && right.amount <= 24 && left.amount % 720 === (right.amount * 60) % 720;
  if (left.kind === 'ordinal')
    return (
      right.kind === 'count' &&
      (isPlain || left.unit === undefined || left.unit === right.unit) &&
      right.amount === left.amount
    );
  // A fifth of the price is five times cheaper.
  const isTimes = left.kind === 'share' && isPlain && right.amount > 1;
  return isTimes && (isNear(right.amount * 100, left.amount) || isNear(100 / right.amount, left.amount));
}

/** Equal but for what arithmetic leaves over. */
export function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(right));
}
