import { rank, type Ranker } from '../../packages/engine/src/rank/ranker.ts';
import type { RankedLabel } from './labels.ts';

/** How strongly weights are drawn to zero, in labels; patterns less, because each has its own base rate. */
const WEIGHT_DECAY = 60;
const PATTERN_DECAY = 3;
const STEPS = 500;
const FIRST_BIAS = 1.2;

/** Labels of a pattern below which the ranker says nothing of it. */
const FEWEST_LABELS = 8;

interface Row {
  readonly values: readonly number[];
  readonly pattern: number;
  readonly target: number;
}

/**
 * Fits the ranker by gradient descent over standardised features: the same labels in the same order give the same
 * weights.
 */
export function trainRanker(labels: readonly RankedLabel[]): Ranker {
  const names = [...new Set(labels.flatMap(({ features }) => Object.keys(features)))].toSorted();
  const patterns = [...Map.groupBy(labels, ({ pattern }) => pattern)]
    .filter(([, group]) => group.length >= FEWEST_LABELS)
    .map(([name]) => name)
    .toSorted();
  const scales = names.map((name) => scaleOf(labels.map(({ features }) => features[name] ?? 0)));
  const rows = labels.map(({ features, pattern, kept }): Row => ({
    values: names.map(
      (name, index) => ((features[name] ?? 0) - (scales[index]?.mean ?? 0)) / (scales[index]?.deviation ?? 1),
    ),
    pattern: patterns.indexOf(pattern),
    target: kept ? 1 : 0,
  }));
  const fitted = fit(rows, names.length, patterns.length);
  const raw = names.map((_, index) => (fitted.weights[index] ?? 0) / (scales[index]?.deviation ?? 1));
  const shift = raw.reduce((sum, weight, index) => sum + weight * (scales[index]?.mean ?? 0), 0);
  return {
    bias: rounded(fitted.bias - shift),
    patterns: Object.fromEntries(patterns.map((name, index) => [name, rounded(fitted.offsets[index] ?? 0)])),
    weights: Object.fromEntries(names.map((name, index) => [name, rounded(raw[index] ?? 0)])),
  };
}

interface Scale {
  readonly mean: number;
  readonly deviation: number;
}

function scaleOf(values: readonly number[]): Scale {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return { mean, deviation: deviation > 1e-9 ? deviation : 1 };
}

interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
  readonly offsets: Float64Array;
}

function fit(rows: readonly Row[], features: number, patterns: number): Fitted {
  const weights = new Float64Array(features);
  const offsets = new Float64Array(patterns);
  let bias = FIRST_BIAS;
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = new Float64Array(features);
    const offsetGradient = new Float64Array(patterns);
    let biasGradient = 0;
    for (const { values, pattern, target } of rows) {
      let sum = bias + (offsets[pattern] ?? 0);
      for (const [index, value] of values.entries()) sum += (weights[index] ?? 0) * value;
      const error = 1 / (1 + Math.exp(-sum)) - target;
      biasGradient += error;
      if (pattern !== -1) offsetGradient[pattern] = (offsetGradient[pattern] ?? 0) + error;
      for (const [index, value] of values.entries()) gradient[index] = (gradient[index] ?? 0) + error * value;
    }
    const rate = 1 / rows.length;
    bias -= rate * biasGradient;
    descend(weights, gradient, { rate, decay: WEIGHT_DECAY });
    descend(offsets, offsetGradient, { rate: 4 * rate, decay: PATTERN_DECAY });
  }
  return { bias, weights, offsets };
}

function descend(
  values: Float64Array,
  gradient: Float64Array,
  { rate, decay }: { readonly rate: number; readonly decay: number },
): void {
  for (const [index, value] of values.entries())
    values[index] = value - rate * ((gradient[index] ?? 0) + decay * value);
}

/** Enough digits to rank by, few enough to read. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

export interface Scored {
  readonly label: RankedLabel;
  readonly score: number;
}

/** Each label scored by a ranker that has seen no label of its corpus. */
export function leaveOneCorpusOut(labels: readonly RankedLabel[]): Scored[] {
  return [...new Set(labels.map(({ corpus }) => corpus))].flatMap((held) => {
    const ranker = trainRanker(labels.filter(({ corpus }) => corpus !== held));
    return labels
      .filter(({ corpus }) => corpus === held)
      .map((label) => ({ label, score: rank(ranker, label.pattern, label.features) ?? 0.5 }));
  });
}

export interface CurvePoint {
  readonly yield: number;
  readonly precision: number;
  readonly threshold: number;
}

/** Precision of the best so many of all scored labels, from a tenth to all. */
export function curveOf(scored: readonly Scored[]): CurvePoint[] {
  const ordered = scored.toSorted((left, right) => right.score - left.score);
  return Array.from({ length: 10 }, (_, tenth) => {
    const best = ordered.slice(0, Math.round(((tenth + 1) * ordered.length) / 10));
    const kept = best.filter(({ label }) => label.kept).length;
    return { yield: (tenth + 1) / 10, precision: kept / Math.max(1, best.length), threshold: best.at(-1)?.score ?? 0 };
  });
}
