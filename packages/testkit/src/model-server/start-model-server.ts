import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicProtocol } from './anthropic-protocol.ts';
import { chooseFault, fraction } from './choose-fault.ts';
import { faultyAnswer, inputTokens } from './faulty-answer.ts';
import { openAiProtocol } from './openai-protocol.ts';
import type { ErrorKind, FinishedAnswer, Protocol } from './protocol.ts';
import { headerOf, parseJson, readBody } from './read-request.ts';
import { RequestGate } from './request-gate.ts';
import { ScriptedBatches } from './scripted-batches.ts';
import type { ModelServerOptions, ServerAnswer, ServerBatches, ServerFault, ServerRequest } from './server-options.ts';
import { StatisticsCounter, type ServerStatistics } from './server-statistics.ts';

/** A running server. */
export interface ModelServer {
  /** Base URL of both protocols, with `/v1`. */
  readonly baseUrl: string;
  statistics(): ServerStatistics;
  /** Ends all connections and the server. */
  close(): Promise<void>;
}

const PROTOCOLS: readonly Protocol[] = [openAiProtocol, anthropicProtocol];

/**
 * Starts a server on this machine that speaks the OpenAI chat completions and the Anthropic messages protocols and answers by a
 * function of yours, with the limits and the faults you ask for. The same seed and the same requests give the same faults,
 * in whatever order the requests come.
 *
 * @example
 * ```ts
 * import { startModelServer } from '@dsgen/testkit';
 *
 * const server = await startModelServer({
 *   answer: ({ messages }) => `You said: ${messages.at(-1)?.content ?? ''}`,
 *   faults: { 'server-error': 0.1, reset: 0.05 },
 *   limits: { requestsPerSecond: 50, concurrency: 8 },
 * });
 * const response = await fetch(`${server.baseUrl}/chat/completions`, {
 *   method: 'POST',
 *   body: JSON.stringify({ model: 'any', messages: [{ role: 'user', content: 'Hello' }] }),
 * });
 * console.log(response.status, server.statistics().requests);
 * await server.close();
 * ```
 */
export async function startModelServer(options: ModelServerOptions = {}): Promise<ModelServer> {
  const scripted = new ScriptedServer(options);
  const server = createServer((request, response) => {
    scripted.handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  server.on('connection', (socket) => socket.once('close', scripted.connected()));
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1', backlog: 4096 }, resolve);
  });
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    statistics: () => scripted.statistics(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Call {
  readonly protocol: Protocol;
  readonly request: ServerRequest;
  readonly key: string;
  readonly fault: ServerFault | undefined;
  readonly idempotencyKey: string | undefined;
}

/** Of files and batches, of batches of messages, and of batch jobs. */
const BATCH_PATH = /^\/v1\/(?:files|batches|messages\/batches|batch\/jobs)(?:\/|$)/;

class ScriptedServer {
  readonly #options: ModelServerOptions;
  readonly #counter = new StatisticsCounter();
  readonly #gate: RequestGate;
  readonly #batches: ScriptedBatches | undefined;
  readonly #idempotencyKeys = new Set<string>();
  readonly #limitHeaders: ReadonlyMap<Protocol, Readonly<Record<string, string>>>;

  constructor(options: ModelServerOptions) {
    this.#options = options;
    this.#gate = new RequestGate(options.limits ?? {});
    this.#batches = options.batches === false ? undefined : this.#openBatches(options.batches ?? {});
    const rate = options.limits?.requestsPerSecond;
    this.#limitHeaders = new Map(
      PROTOCOLS.map((protocol) => [protocol, rate === undefined ? {} : protocol.limitHeaders(rate * 60)]),
    );
  }

  statistics(): ServerStatistics {
    return this.#counter.summary(this.#gate);
  }

  /** Counts a connection; the result is for its end. */
  connected(): () => void {
    return this.#counter.connected();
  }

  async handle(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    if (BATCH_PATH.test(incoming.url ?? '')) return this.#answerBatch(incoming, response);
    const protocol = PROTOCOLS.find(({ path }) => path === incoming.url);
    if (protocol === undefined || incoming.method !== 'POST') {
      response.writeHead(404).end('{"error":{"message":"Unknown path."}}');
      return;
    }
    if (!this.#gate.enter(performance.now())) {
      incoming.resume();
      this.#counter.request('refused');
      this.#sendError(response, protocol, 'rate');
      return;
    }
    let isAtWork = true;
    const leave = (): void => {
      if (isAtWork) this.#gate.leave();
      isAtWork = false;
    };
    response.once('close', leave);
    try {
      await this.#answer({ incoming, response, protocol, leave });
    } finally {
      leave();
    }
  }

  #openBatches(options: ServerBatches): ScriptedBatches {
    return new ScriptedBatches({
      ...options,
      seed: this.#options.seed ?? 1,
      onBatch: () => this.#counter.batch(),
      work: ({ body }, protocol) => {
        const request = protocol.parse(body);
        const answer = finishedAnswer(request, (this.#options.answer ?? echo)(request));
        this.#counter.charged(answer.usage);
        this.#counter.completed(keyOf(JSON.stringify(body)));
        return protocol.whole(answer, request.model);
      },
    });
  }

  async #answerBatch(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '' } = incoming;
    const protocol = url.includes('/messages/') ? anthropicProtocol : openAiProtocol;
    const body = await readBody(incoming);
    const key = protocol.keyOf(incoming.headers);
    if (this.#options.apiKey !== undefined && key !== this.#options.apiKey) {
      return this.#sendError(response, protocol, 'key');
    }
    const answer = this.#batches?.handle({ method, url, body, protocol });
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(answer ?? '{"error":{"message":"No such thing."}}');
  }

  async #answer({ incoming, response, protocol, leave }: Work): Promise<void> {
    const text = await readBody(incoming);
    const body = parseJson(text);
    if (body === undefined) return this.#sendError(response, protocol, 'request');
    const request = protocol.parse(body);
    const key = keyOf(text);
    const attempt = this.#counter.request(key);
    const { faults = {}, seed = 1 } = this.#options;
    const fault = chooseFault({ faults, seed, key, attempt });
    if (fault !== undefined) this.#counter.fault(fault);
    await this.#wait(key, attempt);
    leave();
    if (response.destroyed) return;
    const refusal = this.#refusal(request, protocol.keyOf(incoming.headers)) ?? errorOf(fault);
    if (refusal !== undefined) return this.#sendError(response, protocol, refusal, fault);
    const idempotencyKey = headerOf(incoming, 'idempotency-key');
    this.#charge(response, { protocol, request, key, fault, idempotencyKey });
  }

  /** Lets the model work, which is charged, and sends what it said. */
  #charge(response: ServerResponse, call: Call): void {
    const { request, key, fault, idempotencyKey } = call;
    const said = (this.#options.answer ?? echo)(request);
    const answer = finishedAnswer(request, said, fault);
    const isFree =
      this.#options.honoursIdempotencyKey === true &&
      idempotencyKey !== undefined &&
      this.#idempotencyKeys.has(idempotencyKey);
    if (idempotencyKey !== undefined) this.#idempotencyKeys.add(idempotencyKey);
    if (!isFree) this.#counter.charged(answer.usage);
    if (fault === 'reset') {
      response.destroy();
      return;
    }
    this.#counter.status(200);
    const isWhole = fault !== 'truncated' && fault !== 'broken-body';
    if (isWhole && !isFree) response.once('finish', () => this.#complete(key, idempotencyKey));
    this.#send(response, call, answer);
  }

  #complete(key: string, idempotencyKey: string | undefined): void {
    const isAgain = this.#counter.completed(key);
    this.#options.onCompleted?.({ isAgain, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) });
  }

  #send(response: ServerResponse, { protocol, request, fault }: Call, answer: FinishedAnswer): void {
    const type = request.isStream ? 'text/event-stream' : 'application/json';
    const body = request.isStream
      ? protocol.stream(answer, request.model)
      : [JSON.stringify(protocol.whole(answer, request.model))];
    response.writeHead(200, { 'content-type': type, ...this.#limitHeaders.get(protocol) });
    if (fault === 'broken-body') response.end('<html>502 Bad Gateway</html>');
    else if (fault === 'truncated') cut(response, body.join(''));
    else if (fault === 'slow') sendSlowly(response, body, this.#options.slowPieceMs ?? 20);
    else response.end(body.join(''));
  }

  #refusal(request: ServerRequest, key: string | undefined): ErrorKind | undefined {
    const { apiKey, models, supportsSchema = true, contextTokens, creditCalls } = this.#options;
    if (apiKey !== undefined && key !== apiKey) return 'key';
    if (models !== undefined && !models.includes(request.model)) return 'model';
    if (!supportsSchema && request.schema !== undefined) return 'schema';
    if (contextTokens !== undefined && inputTokens(request) > contextTokens) return 'context';
    return creditCalls !== undefined && this.#counter.completedCalls >= creditCalls ? 'credit' : undefined;
  }

  #sendError(response: ServerResponse, protocol: Protocol, kind: ErrorKind, fault?: ServerFault): void {
    const { status, body } = protocol.error(kind);
    this.#counter.status(status);
    const wantsWait = kind === 'rate' && fault !== 'rate-limited';
    response.writeHead(status, {
      'content-type': 'application/json',
      ...this.#limitHeaders.get(protocol),
      ...(wantsWait ? { 'retry-after': String(this.#options.retryAfterSeconds ?? 1) } : {}),
    });
    response.end(JSON.stringify(body));
  }

  async #wait(key: string, attempt: number): Promise<void> {
    const { latencyMs = 0, seed = 1 } = this.#options;
    const [least, most] = typeof latencyMs === 'number' ? [latencyMs, latencyMs] : latencyMs;
    const ms = least + (most - least) * fraction(`latency ${attempt} ${key}`, seed);
    if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  }
}

interface Work {
  readonly incoming: IncomingMessage;
  readonly response: ServerResponse;
  readonly protocol: Protocol;
  readonly leave: () => void;
}

function errorOf(fault: ServerFault | undefined): ErrorKind | undefined {
  if (fault === 'rate-limited' || fault === 'rate-limited-with-retry-after') return 'rate';
  if (fault === 'server-error') return 'server';
  return fault === 'overloaded' ? 'overloaded' : undefined;
}

/** Names a request by what it says. */
function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

function finishedAnswer(request: ServerRequest, said: string | ServerAnswer, fault?: ServerFault): FinishedAnswer {
  return faultyAnswer(request, typeof said === 'string' ? { text: said } : said, fault);
}

function echo({ messages }: ServerRequest): ServerAnswer {
  return { text: messages.at(-1)?.content ?? '' };
}

function cut(response: ServerResponse, body: string): void {
  response.write(body.slice(0, body.length / 2), () => response.destroy());
}

function sendSlowly(response: ServerResponse, events: readonly string[], pieceMs: number): void {
  const parts = events.length > 1 ? [...events] : (events.join('').match(/[^]{1,200}/g) ?? []);
  const timer = setInterval(() => {
    const part = parts.shift();
    if (part !== undefined && !response.destroyed) response.write(part);
    if (parts.length > 0 && !response.destroyed) return;
    clearInterval(timer);
    response.end();
  }, pieceMs);
}
