import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createPlainServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { createConnectionPool, type ConnectionPool } from './connection-pool.ts';
import { TransferError } from './transfer-error.ts';
import { LOCALHOST_CERTIFICATE, LOCALHOST_KEY } from './fixtures/localhost-certificate.ts';

const servers: Array<{ readonly server: Server; readonly sockets: Set<Socket> }> = [];
const pools: ConnectionPool[] = [];

afterEach(async () => {
  for (const pool of pools.splice(0)) pool.destroy(new Error('the test has ended'));
  for (const { server, sockets } of servers.splice(0)) {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }
});

interface Target {
  readonly pool: ConnectionPool;
  /** Connections that were ever opened. */
  readonly opened: () => number;
}

interface StartOptions {
  readonly idleTimeoutMs?: number;
  /** Before the port. Default `http://127.0.0.1`. */
  readonly host?: string;
}

async function start(server: Server, options: StartOptions = {}): Promise<Target> {
  const { idleTimeoutMs = 30_000, host = 'http://127.0.0.1' } = options;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket.on('error', () => undefined)));
  servers.push({ server, sockets });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `${host}:${(server.address() as AddressInfo).port}`;
  const pool = createConnectionPool({ origin, idleTimeoutMs });
  pools.push(pool);
  return { pool, opened: () => sockets.size };
}

function startHttp(listener: RequestListener): Promise<Target> {
  return start(createServer(listener));
}

/** A server that hears a request and does with the connection what the test says. */
function startRaw(hear: (socket: Socket) => void, options?: StartOptions): Promise<Target> {
  return start(
    createPlainServer((socket) => socket.once('data', () => hear(socket))),
    options,
  );
}

function put(bytes: number): string {
  return `PUT /key HTTP/1.1\r\nhost: test\r\ncontent-length: ${bytes}\r\n\r\n`;
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function endlessBody() {
  const body = { pieces: make(), isClosed: false };
  async function* make(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield Buffer.alloc(64 * 1024);
    } finally {
      body.isClosed = true;
    }
  }
  return body;
}

function checksum(bytes: Buffer): string {
  return hash('sha256', bytes);
}

function patterned(bytes: number): Buffer {
  return Buffer.from(Uint8Array.from({ length: bytes }, (_, index) => (index * 31 + (index >> 8)) % 251));
}

test('bodies of every size arrive as they are, over one connection', async () => {
  const { pool, opened } = await startHttp(async (request, answer) => {
    const body = await readAll(request);
    answer.setHeader('x-sum', checksum(body));
    answer.end(String(body.byteLength));
  });
  for (const bytes of [0, 1, 4_096, 70, 65_536, 65_537, 1_000_000, 12]) {
    const body = patterned(bytes);
    await expect(pool.exchange(put(bytes), body)).resolves.toMatchObject({
      status: 200,
      headers: { 'x-sum': checksum(body) },
      body: String(bytes),
    });
  }
  expect(opened()).toBe(1);
});

test('it is the same over TLS, with a server whose certificate is trusted', async () => {
  const server = createSecureServer({ cert: LOCALHOST_CERTIFICATE, key: LOCALHOST_KEY }, async (request, answer) => {
    answer.end(checksum(await readAll(request)));
  });
  const { pool, opened } = await start(server, { host: 'https://localhost' });
  await expect(pool.exchange(put(1), Buffer.from('a'))).rejects.toMatchObject({ name: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const trusted = getCACertificates('default');
  setDefaultCACertificates([LOCALHOST_CERTIFICATE]);
  try {
    for (const bytes of [4_096, 1_000_000]) {
      const body = patterned(bytes);
      await expect(pool.exchange(put(bytes), body)).resolves.toMatchObject({ body: checksum(body) });
    }
    expect(opened()).toBe(2);
  } finally {
    setDefaultCACertificates(trusted);
  }
});

test('a body that is made while it is sent arrives in order', async () => {
  const { pool } = await startHttp(async (request, answer) => void answer.end((await readAll(request)).toString()));
  const pieces = ['one ', 'two ', 'three'].map((piece) => Buffer.from(piece));
  expect((await pool.exchange(put(13), Readable.from(pieces))).body).toBe('one two three');
});

test('requests at once have a connection each, and later ones use them', async () => {
  const { pool, opened } = await startHttp(async (request, answer) => {
    await readAll(request);
    answer.end();
  });
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 5 }, () => pool.exchange(put(3), Buffer.from('abc'))));
  }
  expect(opened()).toBe(5);
});

test('a connection that the server closes is not used again', async () => {
  const { pool, opened } = await startHttp(async (request, answer) => {
    await readAll(request);
    answer.setHeader('connection', 'close').end();
  });
  await pool.exchange(put(1), Buffer.from('a'));
  await pool.exchange(put(1), Buffer.from('a'));
  expect(opened()).toBe(2);
});

test('what a body throws is what the request rejects with, and the server never gets the request whole', async () => {
  const aborted = Promise.withResolvers<void>();
  const { pool } = await startHttp((request) => {
    request.resume().on('error', () => undefined);
    request.on('close', () => aborted.resolve());
  });
  const changed = new Error('the file changed');
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('the first half');
    throw changed;
  }
  await expect(pool.exchange(put(1_000), body())).rejects.toBe(changed);
  await aborted.promise;
});

test('an answer before the end of the body counts, and the body is closed', async () => {
  const { pool } = await startRaw((socket) =>
    socket.write('HTTP/1.1 403 Forbidden\r\ncontent-length: 6\r\n\r\ndenied'),
  );
  const body = endlessBody();
  await expect(pool.exchange(put(1e12), body.pieces)).resolves.toMatchObject({ status: 403, body: 'denied' });
  expect(body.isClosed).toBe(true);
});

test.each<[string, string, (socket: Socket) => void]>([
  ['a connection that breaks', 'ECONNRESET', (socket) => socket.resetAndDestroy()],
  ['a connection that ends in the middle of the answer', 'ECONNRESET', (socket) => socket.end('HTTP/1.1 200 O')],
  ['an answer that is not HTTP', 'AnswerMalformed', (socket) => socket.write('220 mail.example.com ESMTP\r\n\r\n')],
])('%s is an error of the transfer', async (_, name, hear) => {
  const { pool } = await startRaw(hear);
  await expect(pool.exchange(put(1), Buffer.from('a'))).rejects.toMatchObject({ name });
});

test('a connection that breaks while the body is sent is an error of the transfer, and the body is closed', async () => {
  const { pool } = await startRaw((socket) => socket.resetAndDestroy());
  const body = endlessBody();
  await expect(pool.exchange(put(1e12), body.pieces)).rejects.toBeInstanceOf(TransferError);
  expect(body.isClosed).toBe(true);
});

test('a server that does not answer is not waited for without end', async () => {
  const { pool } = await startRaw(() => undefined, { idleTimeoutMs: 50 });
  await expect(pool.exchange(put(1), Buffer.from('a'))).rejects.toMatchObject({ name: 'ETIMEDOUT' });
});

test('nobody listens: that is an error of the transfer', async () => {
  const pool = createConnectionPool({ origin: 'http://127.0.0.1:9', idleTimeoutMs: 30_000 });
  await expect(pool.exchange(put(1), Buffer.from('a'))).rejects.toMatchObject({ name: 'ECONNREFUSED' });
});

test('the end rejects what is under way and all that follows, with its reason', async () => {
  const heard = Promise.withResolvers<void>();
  const { pool } = await startRaw(() => heard.resolve());
  const reason = new Error('the end');
  const waiting = pool.exchange(put(1), Buffer.from('a'));
  await heard.promise;
  pool.destroy(reason);
  await expect(waiting).rejects.toBe(reason);
  await expect(pool.exchange(put(1), Buffer.from('a'))).rejects.toBe(reason);
});
