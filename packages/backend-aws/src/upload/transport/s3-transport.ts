import type { S3Client } from '@aws-sdk/client-s3';
import { createConnectionPool } from './connection-pool.ts';
import type { RequestBody } from './connection.ts';
import { createRequestSigner, type SigningCredentials } from './sign-request.ts';
import type { S3Address } from './s3-address.ts';
import { answerError } from './transfer-error.ts';

export interface S3TransportOptions {
  readonly address: S3Address;
  readonly credentials: S3Client['config']['credentials'];
  /** How long nothing may move on a connection, and so how long the server may take to answer. Default 60,000. */
  readonly answerTimeoutMs?: number;
}

export interface PutRequest {
  readonly key: string;
  /** Encoded and sorted; for parts. */
  readonly query?: string;
  readonly body: RequestBody;
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
  destroy(reason: unknown): void;
}

const DEFAULT_ANSWER_TIMEOUT_MS = 60_000;
const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** PUT of objects and parts, without what the SDK does beside it. */
export function createS3Transport(options: S3TransportOptions): S3Transport {
  const { address, answerTimeoutMs: idleTimeoutMs = DEFAULT_ANSWER_TIMEOUT_MS } = options;
  const pool = createConnectionPool({ origin: address.origin, idleTimeoutMs });
  const sign = createRequestSigner(address.region);
  const credentials = createCredentialsCache(options.credentials);
  let clockOffsetMs = 0;
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
        await credentials.get(),
        new Date(Date.now() + clockOffsetMs),
      );
      const head = requestHead(query === '' ? path : `${path}?${query}`, headers);
      const answer = await pool.exchange(head, body);
      if (answer.status !== 200) throw answerError(answer.status, answer.headers, answer.body);
      return answer.headers['etag'] ?? '';
    },
    refreshCredentials: () => credentials.forget(),
    setClock(serverTime) {
      clockOffsetMs = serverTime.getTime() - Date.now();
    },
    destroy: (reason) => pool.destroy(reason),
  };
}

/** Asking the provider takes longer than signing; a second is nothing to the life of credentials. */
const CREDENTIALS_FRESH_MS = 1_000;

function createCredentialsCache(provider: S3TransportOptions['credentials']) {
  let latest: { readonly credentials: SigningCredentials; readonly until: number } | undefined;
  let mustRefresh = false;
  return {
    async get(): Promise<SigningCredentials> {
      if (latest !== undefined && performance.now() < latest.until) return latest.credentials;
      const forceRefresh = mustRefresh;
      mustRefresh = false;
      const credentials = await provider(forceRefresh ? { forceRefresh } : {});
      latest = { credentials, until: performance.now() + CREDENTIALS_FRESH_MS };
      return credentials;
    },
    forget() {
      latest = undefined;
      mustRefresh = true;
    },
  };
}

/** What no header may hold: it would begin another one. */
const CONTROL = /[^\t\u0020-\u007e]/;

function requestHead(path: string, headers: Readonly<Record<string, string>>): string {
  let head = `PUT ${path} HTTP/1.1\r\n`;
  for (const name in headers) {
    const value = headers[name] ?? '';
    if (CONTROL.test(value)) throw new TypeError(`The header ${name} would hold ${JSON.stringify(value)}`);
    head += `${name}: ${value}\r\n`;
  }
  return `${head}\r\n`;
}

const NEEDS_NO_ENCODING = /^[\w./~-]*$/;

/** S3 wants every byte but unreserved characters and `/` encoded. */
function encodeKey(key: string): string {
  if (NEEDS_NO_ENCODING.test(key)) return key;
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
