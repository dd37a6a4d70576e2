import { BackendError } from '@dsgen/core';
import type { CallBatcher } from '../batch/call-batcher.ts';
import type { ModelRequest } from '../model-client.ts';
import type { Reservation } from '../price/budget.ts';
import { costOf } from '../price/price.ts';
import { worstCaseUsage } from '../price/worst-case.ts';
import { ProviderError, type ProviderReply } from '../providers/provider.ts';
import { NO_MONEY, OVER_BUDGET, type AttemptCallOptions, type Unanswered } from './attempt-call.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** What providers take for a call in a batch, of what they take for one at once. */
const BATCH_SHARE = 0.5;

export interface BatchedCallOptions extends Pick<
  AttemptCallOptions,
  'lane' | 'budget' | 'counter' | 'coverSpending' | 'keep' | 'redact' | 'signal'
> {
  readonly batcher: CallBatcher;
  readonly key: string;
}

/**
 * The answer of a call that is sent with others in a batch, at half the price; undefined when it is for real time. Money
 * is set aside before the call is gathered. A call that an earlier run has sent is in what that run spent.
 *
 * @throws BackendError when the provider cannot be asked about the batch
 * @throws the signal's reason when aborted
 */
export async function batchedCall(
  request: ModelRequest,
  options: BatchedCallOptions,
): Promise<KeptAnswer | Unanswered | undefined> {
  const { batcher, key, lane, budget, signal } = options;
  const isPaid = await batcher.isSent(key);
  const worst = lane.price === undefined || isPaid ? undefined : costOf(worstCaseUsage(request), lane.price);
  const reservation = worst === undefined ? NO_MONEY : await budget.reserve(worst * BATCH_SHARE, signal);
  if (reservation === undefined) return OVER_BUDGET;
  let isSent = false;
  function noteSent(): void {
    isSent = true;
  }
  try {
    await options.coverSpending();
    const reply = await batcher.ask({ key, request, signal, onSend: noteSent });
    if (reply !== undefined) return await keep(reply, isPaid ? NO_MONEY : reservation, options);
    await batcher.settle(key);
    reservation.settle(0);
    return undefined;
  } catch (error) {
    if (isSent) reservation.lose();
    else reservation.settle(0);
    throw error instanceof ProviderError ? unreachable(error, options) : error;
  }
}

async function keep(
  { text, finish, usage }: ProviderReply,
  reservation: Reservation,
  { lane, counter, batcher, key, ...options }: BatchedCallOptions,
): Promise<KeptAnswer> {
  const cost = lane.price === undefined ? undefined : costOf(usage, lane.price) * BATCH_SHARE;
  counter.attempted();
  counter.paid(usage);
  const answer = { text: options.redact(text), finish, usage, ...(cost === undefined ? {} : { cost }) };
  await options.keep(answer);
  await batcher.settle(key);
  reservation.settle(cost ?? 0);
  return answer;
}

function unreachable(error: ProviderError, { lane, redact }: BatchedCallOptions): BackendError {
  return new BackendError({
    code: 'model-unreachable',
    message: `Cannot ask about a batch of ${JSON.stringify(lane.model)}: ${redact(error.message)}`,
    fix: 'Check the address and the network, then run the same command again: the batch goes on at the provider.',
    isRetryable: true,
  });
}
