import { expect, test } from 'vitest';
import { createRetryBudget } from './retry-budget.ts';
import { answerError, TransferError } from './transfer-error.ts';
import { withRetries, type RetryOptions } from './with-retries.ts';

function options(waits: number[], budget = createRetryBudget()): RetryOptions {
  return {
    budget,
    signal: new AbortController().signal,
    onRetry: () => undefined,
    wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)),
  };
}

function failing(times: number, error: unknown): () => Promise<string> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls <= times) throw error;
    return `done after ${calls}`;
  };
}

test('a failure of the moment is tried again, with waits that grow', async () => {
  const waits: number[] = [];
  await expect(withRetries(failing(4, answerError(500, {}, '')), options(waits))).resolves.toBe('done after 5');
  expect(waits.map((wait, index) => wait <= 100 * 2 ** index)).toEqual([true, true, true, true]);
});

test('a refusal is not', async () => {
  const denied = answerError(403, {}, '<Error><Code>AccessDenied</Code><Message>no</Message></Error>');
  await expect(withRetries(failing(1, denied), options([]))).rejects.toBe(denied);
});

test.each([
  ['3', 3_000],
  ['100000', 60_000],
  ['Thu, 01 Jan 2015 00:00:00 GMT', 0],
])('the server says how long to wait: %s', async (header, milliseconds) => {
  const waits: number[] = [];
  await withRetries(failing(1, answerError(503, { 'retry-after': header }, '')), options(waits));
  expect(waits).toEqual([milliseconds]);
});

test('all requests together have a budget, which successes fill again', async () => {
  const budget = createRetryBudget(10);
  const reset = new TransferError('ECONNRESET', 'reset');
  await expect(withRetries(failing(3, reset), options([], budget))).rejects.toBe(reset);
  for (let success = 0; success < 5; success += 1) await withRetries(async () => 'done', options([], budget));
  await expect(withRetries(failing(1, reset), options([], budget))).resolves.toBe('done after 2');
});

test('a stop is not a failure', async () => {
  const stop = new AbortController();
  const reason = new Error('stopped');
  const work = withRetries(
    () => {
      stop.abort(reason);
      return Promise.reject(new TransferError('ECONNRESET', 'reset'));
    },
    { ...options([]), signal: stop.signal },
  );
  await expect(work).rejects.toBe(reason);
});
