import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Headers } from '../schedule/rate-headers.ts';
import { ProviderError } from './provider.ts';

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

export interface PostResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** A model's answer is text; more than this is not one. */
const MAX_RESPONSE_BYTES = 32_000_000;
/** Silence after which a connection counts as dead: models that think before they write are silent for minutes. */
const SILENCE_MS = 600_000;

/** Posts JSON over kept connections: a quarter of the CPU that `fetch` takes, measured in `bench/models`. */
export class JsonPoster {
  readonly #agents = {
    'http:': new HttpAgent({ keepAlive: true, maxFreeSockets: 1024 }),
    'https:': new HttpsAgent({ keepAlive: true, maxFreeSockets: 1024 }),
  };

  /**
   * The whole response, whatever its status.
   *
   * @throws ProviderError `network` when the connection fails or breaks off
   * @throws the signal's reason when aborted
   */
  post(url: URL, { headers, body, signal }: PostOptions): Promise<PostResponse> {
    const isSecure = url.protocol === 'https:';
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const request = (isSecure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        agent: this.#agents[isSecure ? 'https:' : 'http:'],
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      });
      let isSent = false;
      function abort(): void {
        request.destroy();
        reject(signal.reason as Error);
      }
      function fail(error: unknown): void {
        signal.removeEventListener('abort', abort);
        request.destroy();
        reject(error instanceof ProviderError ? error : brokenConnection(error, isSent));
      }
      signal.addEventListener('abort', abort, { once: true });
      request.setTimeout(SILENCE_MS, () => fail(new Error(`silent for ${SILENCE_MS / 1000} s`)));
      request.on('error', fail);
      request.once('finish', () => {
        isSent = true;
      });
      request.once('response', (response) => {
        function finish(text: string): void {
          signal.removeEventListener('abort', abort);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        }
        readText(response).then(finish, fail);
      });
      request.end(body);
    });
  }

  close(): void {
    for (const agent of Object.values(this.#agents)) agent.destroy();
  }
}

function readText(response: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    response.on('data', (part: Buffer) => {
      bytes += part.byteLength;
      parts.push(part);
      if (bytes > MAX_RESPONSE_BYTES) reject(new Error(`the answer is larger than ${MAX_RESPONSE_BYTES} bytes`));
    });
    response.once('end', () => {
      if (response.complete) resolve(parts.length === 1 ? String(parts[0]) : Buffer.concat(parts).toString('utf8'));
      else reject(new Error('the answer broke off'));
    });
    response.on('error', reject);
  });
}

function brokenConnection(error: unknown, isSent: boolean): ProviderError {
  const { code, message } = error as NodeJS.ErrnoException;
  return new ProviderError({
    kind: 'network',
    detail: `the connection failed: ${code ?? message}`,
    mayBeCharged: isSent,
  });
}
