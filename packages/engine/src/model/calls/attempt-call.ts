import { BackendError, UsageError, type ModelPrice } from '@dsgen/core';
import type { ModelRequest, ModelState } from '../model-client.ts';
import type { Budget, Reservation } from '../price/budget.ts';
import { costOf } from '../price/price.ts';
import { rateTokens, worstCaseUsage } from '../price/worst-case.ts';
import { ProviderError, type Provider, type ProviderErrorKind, type ProviderReply } from '../providers/provider.ts';
import { sleep, type Clock } from '../schedule/clock.ts';
import { retryDelayMs } from '../schedule/retry-delay.ts';
import { ProviderDownError, type AttemptOutcome, type AttemptReport, type Scheduler } from '../schedule/scheduler.ts';
import type { CallCounter } from './call-totals.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** Everything that calls to one model share. */
export interface ModelLane {
  /** `provider/name`, for messages. */
  readonly model: string;
  /** The provider's own name of it. */
  readonly name: string;
  readonly provider: Provider;
  readonly scheduler: Scheduler;
  readonly price: ModelPrice | undefined;
}

export interface AttemptCallOptions {
  readonly lane: ModelLane;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly counter: CallCounter;
  readonly random: () => number;
  readonly timeoutMs: number;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** Hears that the provider wants money before it answers anything more. */
  readonly accountIsEmpty: (ending: Unanswered) => void;
  /** Makes sure that the next run will know of what is set aside. */
  readonly coverSpending: () => Promise<void>;
  /** Makes the answer safe before anybody sees it. */
  readonly keep: (answer: KeptAnswer) => Promise<void>;
  /** Takes keys out of what a provider or a model says. */
  readonly redact: (text: string) => string;
}

/** No answer, and why. */
export interface Unanswered {
  readonly state: Exclude<ModelState, 'done' | 'refused' | 'malformed' | 'not-cached'>;
  readonly detail: string;
}

export const OVER_BUDGET: Unanswered = {
  state: 'over-budget',
  detail: 'the call might cost more than is left of the budget',
};

const MOST_ATTEMPTS = 8;
/** A full queue is no fault of the call, but an end there must be. */
const MOST_RATE_LIMITED = 50;
/** Where no price is known. */
export const NO_MONEY: Reservation = { settle: () => undefined, lose: () => undefined };

/**
 * Attempts a call until it has an answer or no hope is left: waits for its turn, sets money aside, sends, and decides what a failure means.
 *
 * @throws UsageError, BackendError when no call to this model can work
 * @throws the signal's reason when aborted
 */
export async function attemptCall(
  request: ModelRequest,
  options: AttemptCallOptions,
): Promise<KeptAnswer | Unanswered> {
  const { lane, clock, random, signal } = options;
  let failures = 0;
  for (let attempt = 1; ; attempt += 1) {
    const result = await attemptOnce(request, options, attempt > 1);
    if (!(result instanceof ProviderError)) return result;
    if (result.kind !== 'rate') failures += 1;
    const hasMore = failures < MOST_ATTEMPTS && attempt < MOST_RATE_LIMITED;
    const ending = endingOf(result, { lane, hasMore, attempt, redact: options.redact });
    if (result.kind === 'credit' && ending !== undefined) options.accountIsEmpty(ending);
    if (ending !== undefined) return ending;
    const isToldToWait = result.rate.retryAfterMs !== undefined;
    const delayMs = retryDelayMs(Math.min(attempt, MOST_ATTEMPTS), random());
    // The scheduler holds every call back for as long as the provider asked; the jitter then spreads them.
    await sleep(clock, isToldToWait ? delayMs / 4 : delayMs, signal);
  }
}

async function attemptOnce(
  request: ModelRequest,
  options: AttemptCallOptions,
  isRetry: boolean,
): Promise<KeptAnswer | Unanswered | ProviderError> {
  const { lane, budget, signal } = options;
  const { price } = lane;
  const reservation =
    price === undefined ? NO_MONEY : await budget.reserve(costOf(worstCaseUsage(request), price), signal);
  if (reservation === undefined) return OVER_BUDGET;
  const attempt: Attempt = { isSent: false, reservation };
  try {
    await options.coverSpending();
    return await send(request, { ...options, isRetry, attempt });
  } catch (error) {
    const mayBeCharged = error instanceof ProviderError ? error.mayBeCharged : attempt.isSent;
    if (mayBeCharged) reservation.lose();
    else reservation.settle(0);
    return asProviderError(error, options);
  }
}

interface Attempt {
  readonly reservation: Reservation;
  isSent: boolean;
}

/** The place of a call is free for the next only when its answer is kept: no more answers than places can be lost by a crash. */
async function send(
  request: ModelRequest,
  options: AttemptCallOptions & { readonly isRetry: boolean; readonly attempt: Attempt },
): Promise<KeptAnswer> {
  const { lane, signal, isRetry, idempotencyKey } = options;
  const slot = await lane.scheduler.enter(rateTokens(request), { signal, isRetry });
  options.attempt.isSent = true;
  options.counter.attempted();
  let report: AttemptReport = { outcome: 'ended' };
  try {
    const reply = await withTimeout(options, (attemptSignal) =>
      lane.provider.generate({ ...request, model: lane.name }, { signal: attemptSignal, idempotencyKey }),
    );
    report = { outcome: 'succeeded', rate: reply.rate };
    return await settleAndKeep(reply, options);
  } catch (error) {
    if (error instanceof ProviderError) {
      report = { outcome: outcomeOf(error.kind), rate: error.rate, detail: error.message };
    }
    throw error;
  } finally {
    slot.end(report);
  }
}

async function settleAndKeep(
  { text, finish, usage }: ProviderReply,
  { lane, counter, attempt, keep, redact }: AttemptCallOptions & { readonly attempt: Attempt },
): Promise<KeptAnswer> {
  const cost = lane.price === undefined ? undefined : costOf(usage, lane.price);
  counter.paid(usage);
  const answer = { text: redact(text), finish, usage, ...(cost === undefined ? {} : { cost }) };
  await keep(answer);
  attempt.reservation.settle(cost ?? 0);
  return answer;
}

/** A refusal of this one call shows that the provider works. */
function outcomeOf(kind: ProviderErrorKind): AttemptOutcome {
  if (kind === 'rate' || kind === 'overloaded') return 'overloaded';
  return kind === 'server' || kind === 'network' ? 'failed' : 'succeeded';
}

async function withTimeout<Value>(
  { clock, timeoutMs, signal }: AttemptCallOptions,
  run: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  function abort(): void {
    controller.abort(signal.reason);
  }
  const cancel = clock.after(timeoutMs, () => {
    const detail = `no answer within ${timeoutMs / 1000} s`;
    controller.abort(new ProviderError({ kind: 'network', detail, mayBeCharged: true }));
  });
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await run(controller.signal);
  } finally {
    cancel();
    signal.removeEventListener('abort', abort);
  }
}

function asProviderError(error: unknown, { lane, redact }: AttemptCallOptions): ProviderError {
  if (error instanceof ProviderError) return error;
  if (error instanceof ProviderDownError) {
    throw new BackendError({
      code: 'model-unreachable',
      message: `Cannot ask ${JSON.stringify(lane.model)}: the provider did not answer for half a minute (${redact(error.message)})`,
      fix: 'Check the address and the network, then run the same command again: finished work is kept.',
      isRetryable: true,
    });
  }
  throw error;
}

interface EndingOptions {
  readonly lane: ModelLane;
  readonly hasMore: boolean;
  readonly attempt: number;
  readonly redact: (text: string) => string;
}

/** What a failure makes of the call; undefined when another attempt may help. */
function endingOf(error: ProviderError, { lane, hasMore, attempt, redact }: EndingOptions): Unanswered | undefined {
  const detail = redact(error.message);
  switch (error.kind) {
    case 'key':
      throw new BackendError({
        code: 'model-key-refused',
        message: `Cannot ask ${JSON.stringify(lane.model)}: the provider refused the key (${detail})`,
        fix: 'Check the key in the environment and what it may use, then run the same command again.',
      });
    case 'model':
      throw new UsageError({
        code: 'model-unknown',
        message: `Cannot ask ${JSON.stringify(lane.model)}: the provider does not have it (${detail})`,
        fix: 'Check the name of the model, and the address when it is a server of yours: it ends in /v1 with most.',
      });
    case 'credit':
      return { state: 'over-budget', detail: `the account at the provider is empty (${detail})` };
    case 'context':
      return { state: 'truncated', detail: `the request is longer than the model can read (${detail})` };
    case 'filtered':
      return { state: 'filtered', detail };
    case 'request':
    case 'schema':
      return { state: 'failed', detail };
    default:
      return hasMore ? undefined : { state: 'failed', detail: `${detail}, after ${attempt} attempts` };
  }
}
