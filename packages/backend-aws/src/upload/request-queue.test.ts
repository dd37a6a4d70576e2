import { expect, test } from 'vitest';
import { createRequestQueue } from './request-queue.ts';

/** Work that the test ends; `started` tells which has begun. */
function controlled(): {
  readonly started: string[];
  work(name: string): () => Promise<string>;
  end(name: string): void;
} {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    started,
    work: (name) => () => {
      started.push(name);
      return new Promise((resolve) => ends.set(name, () => resolve(name)));
    },
    end: (name) => ends.get(name)?.(),
  };
}

test('as many run at once as may, the others in the order in which they came', async () => {
  const queue = createRequestQueue({ concurrency: 2, maxWaiting: 10 });
  const { started, work, end } = controlled();
  const [first, , third] = ['a', 'b', 'c', 'd'].map((name) => queue.run(work(name)));
  expect(started).toEqual(['a', 'b']);
  end('a');
  expect(await first).toBe('a');
  expect(started).toEqual(['a', 'b', 'c']);
  end('c');
  await third;
  expect(started).toEqual(['a', 'b', 'c', 'd']);
});

test('a failure leaves its place to the next', async () => {
  const queue = createRequestQueue({ concurrency: 1, maxWaiting: 10 });
  const refused = new Error('refused');
  const failed = queue.run(() => Promise.reject(refused));
  const next = queue.run(() => Promise.resolve('next'));
  await expect(failed).rejects.toBe(refused);
  expect(await next).toBe('next');
});

test('more start when more may run', async () => {
  const queue = createRequestQueue({ concurrency: 1, maxWaiting: 10 });
  const { started, work, end } = controlled();
  const all = ['a', 'b', 'c'].map((name) => queue.run(work(name)));
  queue.concurrency = 3;
  // A request that waited starts when the promise it waits for has told it.
  await Promise.resolve();
  expect(started).toEqual(['a', 'b', 'c']);
  for (const name of started) end(name);
  await Promise.all(all);
});

test('there is room again when few wait', async () => {
  const queue = createRequestQueue({ concurrency: 1, maxWaiting: 2 });
  const { work, end } = controlled();
  const [first] = ['a', 'b', 'c'].map((name) => queue.run(work(name)));
  let hasRoom = false;
  const room = queue.hasRoom().then(() => (hasRoom = true));
  await Promise.resolve();
  expect(hasRoom).toBe(false);
  end('a');
  await first;
  await room;
});
