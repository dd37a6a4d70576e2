import { expect, test } from 'vitest';
import { createByteSemaphore } from './byte-semaphore.ts';

test('whoever asks first is served first, also when a later one would fit', async () => {
  const semaphore = createByteSemaphore(10, new AbortController().signal);
  const served: string[] = [];
  await semaphore.acquire(8);
  const large = semaphore.acquire(6).then(() => served.push('large'));
  const small = semaphore.acquire(2).then(() => served.push('small'));
  expect(served).toEqual([]);
  semaphore.release(8);
  await Promise.all([large, small]);
  expect(served).toEqual(['large', 'small']);
});

test('one that wants more than there is gets it alone', async () => {
  const semaphore = createByteSemaphore(10, new AbortController().signal);
  await semaphore.acquire(50);
  let isServed = false;
  const next = semaphore.acquire(1).then(() => (isServed = true));
  await Promise.resolve();
  expect(isServed).toBe(false);
  semaphore.release(50);
  await next;
});

test('nobody waits after the end', async () => {
  const end = new AbortController();
  const semaphore = createByteSemaphore(1, end.signal);
  await semaphore.acquire(1);
  const reason = new Error('the end');
  const waiting = semaphore.acquire(1);
  end.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});
