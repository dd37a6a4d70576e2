import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { ProviderError } from '../providers/provider.ts';
import { exchange, readField, readLines } from './batch-api.ts';

const { signal } = new AbortController();
const closers: Array<() => void> = [];

afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** The address of a server that ends each connection without a word. */
async function silentServer(): Promise<string> {
  const server = createServer((request) => request.socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('a connection that breaks', () => {
  test.each([true, false])('may be charged only where it ordered work: %s', async (isOrder) => {
    const failure = await failureOf(exchange(await silentServer(), { method: 'POST', body: '{}', signal, isOrder }));
    expect(failure).toBeInstanceOf(ProviderError);
    expect(failure).toMatchObject({ kind: 'network', mayBeCharged: isOrder });
  });

  test('is not charged where there never was one', async () => {
    const address = await silentServer();
    closers.splice(0).forEach((close) => close());
    const failure = await failureOf(exchange(address, { method: 'POST', body: '{}', signal, isOrder: true }));
    expect(failure).toMatchObject({ kind: 'network', mayBeCharged: false });
  });
});

describe('what a provider says', () => {
  test.each(['', 'null', '[]', '{"id":5}', '<html>'])('is an error where the name is missing: %j', async (body) => {
    const failure = await failureOf(readField(new Response(body), 'id', true));
    expect(failure).toMatchObject({ kind: 'server', mayBeCharged: true });
  });

  test('is read line by line, whatever the pieces', async () => {
    const bytes = new TextEncoder().encode('{"a":"é"}\n\n{"b":2}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await Array.fromAsync(readLines(new Response(body)))).toEqual([{ a: 'é' }, { b: 2 }]);
  });

  test.each(['{"a":', '5', 'null'])('is an error where a line is no object: %j', async (line) => {
    const failure = await failureOf(Array.fromAsync(readLines(new Response(`{"a":1}\n${line}\n`))));
    expect(failure).toMatchObject({ kind: 'server' });
  });
});
