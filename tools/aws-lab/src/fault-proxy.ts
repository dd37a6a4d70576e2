import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** What a client asks of S3, as far as faults are told apart. */
export const S3_CALLS = ['create', 'part', 'complete', 'list', 'get', 'head', 'put', 'other'] as const;
export type S3Call = (typeof S3_CALLS)[number];

export const FAULT_KINDS = [
  'status-429',
  'status-500',
  'slow-down',
  'reset',
  'no-answer',
  'slow-answer',
  'truncated',
  'wrong-bytes',
  'expired-token',
  'no-such-upload',
  'lost-answer',
  'access-denied',
] as const;
/**
 * `truncated` and `wrong-bytes` spoil what is sent of objects and parts, and what is answered to all else. `lost-answer` does
 * what was asked and then breaks the connection.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  readonly call: S3Call;
  /** Which call of its kind, from 1; `always` for each. */
  readonly position: number | 'always';
}

export interface FaultProxy {
  readonly endpoint: string;
  /** Calls seen since the last `arm`. */
  readonly calls: Readonly<Record<S3Call, number>>;
  /** How often the fault struck since the last `arm`. */
  readonly struck: number;
  /** Sets the fault, or none, and counts from 0 again. */
  arm(fault?: Fault): void;
  close(): Promise<void>;
}

/** What an HTTP answer of S3 says when it refuses. */
const REFUSALS: Partial<Record<FaultKind, readonly [status: number, code: string]>> = {
  'status-429': [429, 'TooManyRequests'],
  'status-500': [500, 'InternalError'],
  'slow-down': [503, 'SlowDown'],
  'expired-token': [400, 'ExpiredToken'],
  'no-such-upload': [404, 'NoSuchUpload'],
  'access-denied': [403, 'AccessDenied'],
};
/** Longer than any client under test waits. */
const SILENCE_MS = 30_000;
const DRIP_MS = 1_000;

/** An HTTP proxy in front of one S3 server that spoils one call of a kind. */
export async function startFaultProxy(target: { readonly port: number }): Promise<FaultProxy> {
  const state = { fault: undefined as Fault | undefined, calls: noCalls(), struck: 0 };
  const sockets = new Set<Socket>();
  const server = createServer((incoming, answer) => {
    const call = callOf(incoming);
    state.calls[call] += 1;
    const { fault } = state;
    const strikes = fault?.call === call && (fault.position === 'always' || fault.position === state.calls[call]);
    if (strikes) state.struck += 1;
    void serve({ incoming, answer, port: target.port, kind: strikes ? fault.kind : undefined, call }).catch(() =>
      incoming.socket.destroy(),
    );
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get calls() {
      return state.calls;
    },
    get struck() {
      return state.struck;
    },
    arm(fault) {
      Object.assign(state, { fault, calls: noCalls(), struck: 0 });
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function noCalls(): Record<S3Call, number> {
  return { create: 0, part: 0, complete: 0, list: 0, get: 0, head: 0, put: 0, other: 0 };
}

function callOf({ method = 'GET', url = '/' }: IncomingMessage): S3Call {
  const { searchParams } = new URL(url, 'http://s3');
  if (method === 'HEAD') return 'head';
  if (method === 'PUT') return searchParams.has('partNumber') ? 'part' : 'put';
  if (method === 'POST')
    return searchParams.has('uploads') ? 'create' : searchParams.has('uploadId') ? 'complete' : 'other';
  if (method !== 'GET') return 'other';
  return ['list-type', 'uploads', 'uploadId'].some((name) => searchParams.has(name)) ? 'list' : 'get';
}

interface Exchange {
  readonly incoming: IncomingMessage;
  readonly answer: ServerResponse;
  readonly port: number;
  readonly kind: FaultKind | undefined;
  readonly call: S3Call;
}

async function serve(exchange: Exchange): Promise<void> {
  const { incoming, answer, kind, call } = exchange;
  const body = await readAll(incoming);
  const refusal = kind === undefined ? undefined : REFUSALS[kind];
  if (refusal !== undefined) refuse(answer, refusal);
  else if (kind === 'reset') incoming.socket.resetAndDestroy();
  else if (kind === 'no-answer') await silence(incoming);
  else if (isAboutRequest(kind, call)) await passOn(exchange, spoilRequest(body, kind));
  else await passOn(exchange, body);
}

function isAboutRequest(kind: FaultKind | undefined, call: S3Call): boolean {
  return (kind === 'truncated' || kind === 'wrong-bytes') && (call === 'part' || call === 'put');
}

function refuse(answer: ServerResponse, [status, code]: readonly [number, string]): void {
  const xml = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>an injected fault</Message></Error>`;
  answer.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) }).end(xml);
}

async function silence(incoming: IncomingMessage): Promise<void> {
  await delay(SILENCE_MS, undefined, { ref: false });
  incoming.socket.destroy();
}

function spoilRequest(body: Buffer, kind: FaultKind | undefined): Buffer {
  return kind === 'truncated' ? body.subarray(0, Math.floor(body.length / 2)) : flipBit(body);
}

function flipBit(bytes: Buffer): Buffer {
  const spoiled = Buffer.from(bytes);
  const place = Math.floor(spoiled.length / 2);
  spoiled[place] = (spoiled[place] ?? 0) ^ 1;
  return spoiled;
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of message) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** The server gets the length that was announced, so a shorter body is one that broke off. */
async function passOn({ incoming, answer, port, kind, call }: Exchange, body: Buffer): Promise<void> {
  const { method, url, headers } = incoming;
  const upstream = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
  // One that was destroyed on purpose; another failure shows as an answer that never comes.
  upstream.on('error', () => incoming.socket.destroy());
  upstream.write(body);
  if (Number(headers['content-length'] ?? 0) > body.length) {
    await delay(20);
    upstream.destroy();
    incoming.socket.resetAndDestroy();
    return;
  }
  upstream.end();
  const [reply] = (await once(upstream, 'response')) as [IncomingMessage];
  const content = await readAll(reply);
  if (kind === 'lost-answer') incoming.socket.resetAndDestroy();
  else await answerWith({ answer, reply, content, kind: isAboutRequest(kind, call) ? undefined : kind });
}

interface Reply {
  readonly answer: ServerResponse;
  readonly reply: IncomingMessage;
  readonly content: Buffer;
  readonly kind: FaultKind | undefined;
}

async function answerWith({ answer, reply, content, kind }: Reply): Promise<void> {
  function head(): ServerResponse {
    return answer.writeHead(reply.statusCode ?? 500, reply.headers);
  }
  if (kind === 'truncated') {
    head().write(content.subarray(0, Math.floor(content.length / 2)));
    await delay(20);
    answer.socket?.destroy();
  } else if (kind === 'wrong-bytes') {
    head().end(flipBit(content));
  } else if (kind === 'slow-answer') {
    await delay(DRIP_MS);
    head();
    for (const byte of content) {
      if (answer.destroyed) return;
      answer.write(Buffer.of(byte));
      await delay(DRIP_MS, undefined, { ref: false });
    }
    answer.end();
  } else {
    head().end(content);
  }
}
