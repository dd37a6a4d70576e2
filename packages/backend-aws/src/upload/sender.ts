import { awsErrorName } from '../store/explain-aws-error.ts';
import type { ProgressCounts } from './progress.ts';
import { createRequestQueue } from './request-queue.ts';
import { createConcurrencyTuner } from './transport/concurrency-tuner.ts';
import { createRetryBudget } from './transport/retry-budget.ts';
import type { PutRequest, S3Transport } from './transport/s3-transport.ts';
import { TransferError } from './transport/transfer-error.ts';
import { withRetries } from './transport/with-retries.ts';

export interface SenderOptions {
  readonly transport: S3Transport;
  readonly progress: ProgressCounts;
  readonly maxConcurrency: number;
  readonly signal: AbortSignal;
}

/** What is sent, with a body that can be made again for another attempt. */
export interface Sending extends Omit<PutRequest, 'body'> {
  readonly body: () => Uint8Array | AsyncIterable<Uint8Array>;
}

export interface Sender {
  /** Sends when it is its turn; gives the ETag. */
  send(sending: Sending): Promise<string>;
  /** Anything else that asks the server, in the same queue. */
  run<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Waits until only few requests wait for their turn. */
  hasRoom(): Promise<void>;
}

const INITIAL_CONCURRENCY = 16;
const MAX_WAITING = 32;

/** Schedules everything that goes to the bucket: as many requests at once as move the most bytes. */
export function createSender({ transport, progress, maxConcurrency, signal }: SenderOptions): Sender {
  const budget = createRetryBudget();
  const concurrency = Math.min(INITIAL_CONCURRENCY, maxConcurrency);
  const queue = createRequestQueue({ concurrency, maxWaiting: MAX_WAITING });
  const tuner = createConcurrencyTuner({
    initial: concurrency,
    max: maxConcurrency,
    onChange(next) {
      queue.concurrency = next;
      progress.concurrency = next;
    },
  });
  progress.concurrency = tuner.concurrency;

  function onRetry(error: unknown): void {
    progress.retries += 1;
    const name = awsErrorName(error);
    if (name === 'SlowDown') tuner.slowDown(performance.now());
    if (name === 'ExpiredToken' || name === 'RequestExpired') transport.refreshCredentials();
    if (name === 'RequestTimeTooSkewed' && error instanceof TransferError && error.serverTime !== undefined) {
      transport.setClock(error.serverTime);
    }
  }
  async function sendNow({ body, ...request }: Sending): Promise<string> {
    const etag = await withRetries(() => transport.put({ ...request, body: body() }), { budget, signal, onRetry });
    tuner.record(request.bytes, performance.now());
    progress.sentBytes += request.bytes;
    return etag;
  }
  return {
    send: (sending) => queue.run(() => sendNow(sending)),
    run: (work) => queue.run(work),
    hasRoom: () => queue.hasRoom(),
  };
}
