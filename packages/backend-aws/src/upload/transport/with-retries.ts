import { setTimeout as delay } from 'node:timers/promises';
import { awsErrorName, statusOf } from '../../store/explain-aws-error.ts';
import type { RetryBudget } from './retry-budget.ts';
import { TransferError } from './transfer-error.ts';

export interface RetryOptions {
  readonly budget: RetryBudget;
  readonly signal: AbortSignal;
  /** Told of every failure that is retried, before the wait. */
  readonly onRetry: (error: unknown) => void;
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const MAX_ATTEMPTS = 8;
const BASE_DELAY_MS = 100;
const MAX_DELAY_MS = 20_000;
/** A server that asks for longer than this will be asked again by the user. */
const MAX_RETRY_AFTER_MS = 60_000;

/** Failures of the moment: the same request may succeed a little later. */
const TRANSIENT = new Set([
  'SlowDown',
  'InternalError',
  'ServiceUnavailable',
  'RequestTimeout',
  'OperationAborted',
  'ConditionalRequestConflict',
  'IncompleteBody',
  'BadDigest',
  'XAmzContentSHA256Mismatch',
  'ExpiredToken',
  'RequestTimeTooSkewed',
  'RequestExpired',
]);

/** Tries again what may work a little later; waits grow and are spread at random. */
export async function withRetries<Value>(work: () => Promise<Value>, options: RetryOptions): Promise<Value> {
  const { budget, signal, onRetry, wait = pause } = options;
  for (let attempt = 1; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      const value = await work();
      budget.succeed();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      if (attempt === MAX_ATTEMPTS || !isTransient(error) || !budget.take()) throw error;
      onRetry(error);
      await wait(delayMs(attempt, error), signal);
    }
  }
}

function isTransient(error: unknown): boolean {
  const status = statusOf(error);
  if (TRANSIENT.has(awsErrorName(error))) return true;
  if (status !== undefined) return status >= 500 || status === 429 || status === 408;
  return error instanceof TransferError;
}

function delayMs(attempt: number, error: unknown): number {
  const asked = error instanceof TransferError ? error.retryAfterMs : undefined;
  if (asked !== undefined) return Math.min(asked, MAX_RETRY_AFTER_MS);
  return Math.random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (attempt - 1));
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal });
}
