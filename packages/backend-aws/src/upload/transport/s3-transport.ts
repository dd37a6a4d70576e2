import type { S3Client } from '@aws-sdk/client-s3';
import { Pool } from 'undici';
import { createRequestSigner } from './sign-request.ts';
import type { S3Address } from './s3-address.ts';
import { answerError, TransferError } from './transfer-error.ts';

export interface S3TransportOptions {
  readonly address: S3Address;
  readonly credentials: S3Client['config']['credentials'];
  readonly maxConnections: number;
  /** How long the server may take to answer once it has the request. Default 60,000. */
  readonly answerTimeoutMs?: number;
}

export interface PutRequest {
  readonly key: string;
  /** Encoded and sorted; for parts. */
  readonly query?: string;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  readonly bytes: number;
  /** sha256 in hex when it is known anyway; the body is protected by `crc32` in any case. */
  readonly sha256?: string;
  /** Base64 of the four bytes. */
  readonly crc32: string;
  /** Only where no object is. */
  readonly ifAbsent?: boolean;
}

/** One attempt at a request each; see {@link withRetries} for more. */
export interface S3Transport {
  /** Gives the ETag. */
  put(request: PutRequest): Promise<string>;
  /** Forget the credentials: the next request asks the provider for new ones. */
  refreshCredentials(): void;
  /** Sign with this time from now on. */
  setClock(serverTime: Date): void;
  /** Ends all requests; they reject with `reason`. */
  destroy(reason: Error): Promise<void>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
const DEFAULT_ANSWER_TIMEOUT_MS = 60_000;
const MAX_ERROR_BODY = 64 * 1024;
const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** PUT of objects and parts, without what the SDK does beside it. */
export function createS3Transport(options: S3TransportOptions): S3Transport {
  const { address, credentials: provider, maxConnections, answerTimeoutMs = DEFAULT_ANSWER_TIMEOUT_MS } = options;
  const pool = new Pool(address.origin, {
    connections: maxConnections,
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: answerTimeoutMs,
    bodyTimeout: answerTimeoutMs,
  });
  const sign = createRequestSigner(address.region);
  let mustRefresh = false;
  let clockOffsetMs = 0;
  async function credentials() {
    const forceRefresh = mustRefresh;
    mustRefresh = false;
    return provider(forceRefresh ? { forceRefresh } : {});
  }
  return {
    async put(request) {
      const { key, query = '', body, bytes, sha256 = UNSIGNED, crc32, ifAbsent = false } = request;
      const path = `${address.basePath}${encodeKey(key)}`;
      const headers = sign(
        {
          method: 'PUT',
          host: address.host,
          path,
          query,
          headers: {
            'content-length': String(bytes),
            'x-amz-checksum-crc32': crc32,
            ...(ifAbsent ? { 'if-none-match': '*' } : {}),
          },
          payload: sha256,
        },
        await credentials(),
        new Date(Date.now() + clockOffsetMs),
      );
      return exchange(pool, { path: query === '' ? path : `${path}?${query}`, headers, body });
    },
    refreshCredentials() {
      mustRefresh = true;
    },
    setClock(serverTime) {
      clockOffsetMs = serverTime.getTime() - Date.now();
    },
    destroy: (reason) => pool.destroy(reason),
    close: () => pool.close(),
  };
}

interface Exchange {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

async function exchange(pool: Pool, { path, headers, body }: Exchange): Promise<string> {
  try {
    const answer = await pool.request({ method: 'PUT', path, headers, body: body as Uint8Array });
    if (answer.statusCode === 200) {
      await answer.body.dump();
      return String(answer.headers['etag'] ?? '');
    }
    const text = (await answer.body.text()).slice(0, MAX_ERROR_BODY);
    throw answerError(answer.statusCode, answer.headers, text);
  } catch (error) {
    if (error instanceof TransferError || (error as { code?: string }).code === undefined) throw error;
    throw new TransferError((error as { code: string }).code, (error as Error).message, { cause: error });
  }
}

/** S3 wants every byte but unreserved characters and `/` encoded. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
