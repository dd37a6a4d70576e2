import type { CallsEstimate, Estimate, ModelLimits, ModelPrice } from '@dsgen/core';
import { costOf } from './price.ts';
import type { CountedCalls } from './request-counter.ts';

export interface EstimateCostOptions {
  /** What the calls of the sampled documents ask, by prompt. */
  readonly counted: ReadonlyMap<string, CountedCalls>;
  /** Tokens of all documents over those of the sampled ones; 1 when all were sampled. */
  readonly scale: number;
  readonly price: ModelPrice | undefined;
  readonly limits: ModelLimits;
  /** How often a judge is asked about each record. */
  readonly votes: number;
}

type Point = 'low' | 'likely' | 'high';

/** How far a sample may be from the corpus. */
const SAMPLE_ERROR: Record<Point, number> = { low: 0.8, likely: 1, high: 1.25 };
/** Tokens of an answer for each of its question, of which `high` is the limit of the recipe. */
const ANSWER_SHARE: Record<Exclude<Point, 'high'>, number> = { low: 0.15, likely: 0.45 };
/** Records that a call gives, each of which the judge sees. */
const RECORDS_PER_CALL: Record<Point, number> = { low: 1, likely: 3, high: 6 };
/** The judge sees one record and its sentences. */
const JUDGE_TOKENS: Record<Point, { readonly input: number; readonly output: number }> = {
  low: { input: 600, output: 120 },
  likely: { input: 900, output: 250 },
  high: { input: 1_600, output: 1_024 },
};
/** Tokens a second that models write, and milliseconds until they begin. */
const SPEED: Record<Point, number> = { low: 150, likely: 60, high: 20 };
const START_MS: Record<Point, number> = { low: 200, likely: 600, high: 2_000 };
const DEFAULT_CONCURRENCY = 64;

/** One point of an estimate. */
interface Load {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

type Loads = Record<Point, Load>;

/** What the calls will come to, by prompt and in all, with bounds: the answers are not known before they are written. */
export function estimateCost(options: EstimateCostOptions): {
  readonly prompts: readonly CallsEstimate[];
  readonly total: CallsEstimate;
} {
  const { counted, scale, votes } = options;
  const loads = new Map(
    [...counted].map(([purpose, calls]) => [purpose, atEachPoint((point) => loadOf(calls, scale, point))]),
  );
  if (votes > 0)
    loads.set(
      'judge',
      atEachPoint((point) => judgeLoad(sum([...loads.values()], point).calls * votes, point)),
    );
  const prompts = [...loads].map(([purpose, load]) => describe(purpose, load, options));
  const total = atEachPoint((point) => sum([...loads.values()], point));
  return { prompts, total: describe('all', total, options) };
}

function loadOf({ calls, inputTokens, maxOutputTokens }: CountedCalls, scale: number, point: Point): Load {
  const factor = scale === 1 ? 1 : scale * SAMPLE_ERROR[point];
  const answered = point === 'high' ? maxOutputTokens : Math.min(maxOutputTokens, inputTokens * ANSWER_SHARE[point]);
  return { calls: calls * factor, inputTokens: inputTokens * factor, outputTokens: answered * factor };
}

function judgeLoad(callsAndVotes: number, point: Point): Load {
  const calls = callsAndVotes * RECORDS_PER_CALL[point];
  const { input, output } = JUDGE_TOKENS[point];
  return { calls, inputTokens: calls * input, outputTokens: calls * output };
}

function sum(loads: readonly Loads[], point: Point): Load {
  return {
    calls: loads.reduce((total, load) => total + load[point].calls, 0),
    inputTokens: loads.reduce((total, load) => total + load[point].inputTokens, 0),
    outputTokens: loads.reduce((total, load) => total + load[point].outputTokens, 0),
  };
}

function describe(purpose: string, loads: Loads, { price, limits }: EstimateCostOptions): CallsEstimate {
  return {
    purpose,
    calls: whole(atEachPoint((point) => loads[point].calls)),
    inputTokens: whole(atEachPoint((point) => loads[point].inputTokens)),
    outputTokens: whole(atEachPoint((point) => loads[point].outputTokens)),
    ...(price === undefined ? {} : { costUsd: atEachPoint((point) => costAt(loads[point], price)) }),
    ms: whole(atEachPoint((point) => msOf(loads[point], limits, point))),
  };
}

/** The price of a call can depend on its length, so that of the average call is taken for each. */
function costAt({ calls, inputTokens, outputTokens }: Load, price: ModelPrice): number {
  if (calls === 0) return 0;
  return calls * costOf({ inputTokens: inputTokens / calls, outputTokens: outputTokens / calls }, price);
}

/** Whatever takes longest: writing, the requests or the tokens that a minute allows. */
function msOf({ calls, inputTokens, outputTokens }: Load, limits: ModelLimits, point: Point): number {
  const { maxConcurrency = DEFAULT_CONCURRENCY, requestsPerMinute, tokensPerMinute } = limits;
  const busyMs = calls * START_MS[point] + (1000 * outputTokens) / SPEED[point];
  const atOnce = Math.max(1, Math.min(maxConcurrency, calls));
  return Math.max(
    busyMs / atOnce,
    requestsPerMinute === undefined ? 0 : (60_000 * calls) / requestsPerMinute,
    tokensPerMinute === undefined ? 0 : (60_000 * (inputTokens + outputTokens)) / tokensPerMinute,
  );
}

function atEachPoint<Value>(value: (point: Point) => Value): Record<Point, Value> {
  return { low: value('low'), likely: value('likely'), high: value('high') };
}

function whole(estimate: Estimate): Estimate {
  return atEachPoint((point) => Math.round(estimate[point]));
}
