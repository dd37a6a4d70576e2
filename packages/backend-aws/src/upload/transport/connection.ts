import { connect as connectPlain, isIP, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectSecure } from 'node:tls';
import { BLOCK_BYTES } from '../block-ring.ts';
import { parseAnswer, type HttpAnswer } from './http-answer.ts';
import { TransferError } from './transfer-error.ts';

export type RequestBody = Uint8Array | AsyncIterable<Uint8Array>;

export interface ConnectionOptions {
  /** `https://host` or `http://host:port`. */
  readonly origin: URL;
  /** How long nothing may move, in milliseconds: neither bytes of the request nor of the answer. */
  readonly idleTimeoutMs: number;
  readonly onClose: (connection: Connection) => void;
}

/**
 * One connection to a server and the request on it. A small object costs a client one call of the kernel to send and one to be
 * answered; what a general HTTP client does beside them is most of the processor time of its upload.
 */
export interface Connection {
  /** Since when nobody uses it, by `performance.now()`. */
  readonly idleSince: number;
  readonly isOpen: boolean;
  /**
   * Sends one request; another may follow when the answer is there. When it rejects, the body is not read any more.
   *
   * @throws TransferError for what happens to the connection; what the body throws
   */
  exchange(head: string, body: RequestBody): Promise<HttpAnswer>;
  /** The request under way rejects with `reason`. */
  destroy(reason: unknown): void;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Up to this size, head and body go out as one piece. */
const MAX_JOINED_BYTES = 64 * 1024;
const READ_BYTES = 4 * 1024;
/** Requests of the same kind differ by a few bytes. */
const SPARE_BYTES = 256;

export function openConnection(options: ConnectionOptions): Connection {
  return new SocketConnection(options);
}

class SocketConnection implements Connection {
  readonly #socket: Socket;
  readonly #onClose: (connection: Connection) => void;
  /** Memory that every small request goes out of: the one before is with the kernel when the next is made. */
  #outgoing = Buffer.alloc(0);
  #received: Buffer | undefined;
  #waiting: PromiseWithResolvers<HttpAnswer> | undefined;
  /** The body is still being sent. */
  #isSending = false;
  #idleSince = performance.now();
  #failure: unknown;

  constructor({ origin, idleTimeoutMs, onClose }: ConnectionOptions) {
    this.#onClose = onClose;
    const onread = { buffer: Buffer.allocUnsafeSlow(READ_BYTES), callback: this.#take.bind(this) };
    this.#socket = openSocket(origin, onread);
    this.#socket.once(origin.protocol === 'http:' ? 'connect' : 'secureConnect', () =>
      this.#socket.setTimeout(idleTimeoutMs),
    );
    this.#socket.setNoDelay(true);
    this.#socket.setTimeout(Math.min(CONNECT_TIMEOUT_MS, idleTimeoutMs));
    this.#socket.on('end', () => this.#end());
    this.#socket.on('timeout', () => this.destroy(new TransferError('ETIMEDOUT', 'the server does not answer')));
    this.#socket.on('error', (error) => (this.#failure ??= networkError(error)));
    this.#socket.on('close', () => this.#close());
  }

  get idleSince(): number {
    return this.#idleSince;
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed && this.#failure === undefined;
  }

  exchange(head: string, body: RequestBody): Promise<HttpAnswer> {
    if (!this.isOpen) return Promise.reject(this.#failure ?? connectionClosed());
    const waiting = Promise.withResolvers<HttpAnswer>();
    this.#waiting = waiting;
    if (body instanceof Uint8Array && body.byteLength <= MAX_JOINED_BYTES) {
      this.#socket.write(this.#join(head, body));
      return waiting.promise;
    }
    return this.#sendInBlocks(head, body instanceof Uint8Array ? blocksOf(body) : body, waiting.promise);
  }

  destroy(reason: unknown): void {
    this.#failure ??= reason;
    this.#socket.destroy();
  }

  /** Ends when both the answer is there and the body is no longer read, so that its memory can be used for something else. */
  async #sendInBlocks(
    head: string,
    blocks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    answered: Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    this.#isSending = true;
    // It may fail while a block is waited for; below it is told.
    answered.catch(() => undefined);
    try {
      await this.#write(Buffer.from(head, 'latin1'));
      for await (const block of blocks) await this.#write(block);
    } catch (error) {
      // An answer that came before the end of the body closed the connection; it counts all the same.
      this.destroy(error);
    } finally {
      this.#isSending = false;
    }
    return answered;
  }

  /** Waits until the kernel has the bytes. */
  #write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error ? reject(networkError(error)) : resolve()));
    });
  }

  #join(head: string, body: Uint8Array): Uint8Array {
    const bytes = head.length + body.byteLength;
    const isFree = this.#socket.writableLength === 0 && this.#outgoing.byteLength >= bytes;
    if (!isFree) this.#outgoing = Buffer.allocUnsafeSlow(bytes + SPARE_BYTES);
    this.#outgoing.write(head, 0, 'latin1');
    this.#outgoing.set(body, head.length);
    return this.#outgoing.subarray(0, bytes);
  }

  /** `buffer` holds the next piece afterwards. */
  #take(bytes: number, buffer: Uint8Array): boolean {
    const piece = Buffer.from(buffer.buffer, buffer.byteOffset, bytes);
    const received = this.#received === undefined ? piece : Buffer.concat([this.#received, piece]);
    this.#received = received;
    this.#lookForAnswer(false);
    if (this.#received === piece) this.#received = Buffer.from(piece);
    return true;
  }

  #end(): void {
    if (this.#received !== undefined) this.#lookForAnswer(true);
    this.destroy(connectionClosed());
  }

  #lookForAnswer(hasEnded: boolean): void {
    try {
      // Nobody asked: what comes is no answer.
      if (this.#waiting === undefined) throw connectionClosed();
      const answer = parseAnswer(this.#received ?? Buffer.alloc(0), hasEnded);
      if (answer !== undefined) this.#answer(answer);
    } catch (error) {
      this.destroy(error);
    }
  }

  #answer(answer: HttpAnswer): void {
    const waiting = this.#waiting;
    this.#received = undefined;
    this.#waiting = undefined;
    this.#idleSince = performance.now();
    if (!answer.keepsConnection || this.#isSending) this.destroy(connectionClosed());
    waiting?.resolve(answer);
  }

  #close(): void {
    this.#failure ??= connectionClosed();
    this.#waiting?.reject(this.#failure);
    this.#waiting = undefined;
    this.#onClose(this);
  }
}

function openSocket({ protocol, hostname, port }: URL, onread: OnReadOpts): Socket {
  // The brackets around an IPv6 address belong to the URL.
  const host = hostname.replace(/^\[|\]$/g, '');
  if (protocol === 'http:') return connectPlain({ host, port: Number(port || 80), onread });
  const servername = isIP(host) === 0 ? host : '';
  const options = { host, port: Number(port || 443), servername, ALPNProtocols: ['http/1.1'], onread };
  return connectSecure(options);
}

function* blocksOf(body: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset < body.byteLength; offset += BLOCK_BYTES)
    yield body.subarray(offset, offset + BLOCK_BYTES);
}

function networkError(error: NodeJS.ErrnoException): TransferError {
  return new TransferError(error.code ?? error.name, error.message, { cause: error });
}

function connectionClosed(): TransferError {
  return new TransferError('ECONNRESET', 'the server closed the connection');
}
