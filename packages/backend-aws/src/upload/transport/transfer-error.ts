/** An answer that is not a success, or no answer at all. `name` is S3's code for it, as with the SDK's errors. */
export class TransferError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number };
  /** What the server asks to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The server's clock. */
  readonly serverTime: Date | undefined;

  constructor(name: string, message: string, details: TransferErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = name;
    this.$metadata = details.status === undefined ? {} : { httpStatusCode: details.status };
    this.retryAfterMs = details.retryAfterMs;
    this.serverTime = details.serverTime;
  }
}

export interface TransferErrorDetails {
  readonly status?: number;
  readonly retryAfterMs?: number | undefined;
  readonly serverTime?: Date | undefined;
  readonly cause?: unknown;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Status without a body, which is what S3 answers to HEAD and some proxies to everything. */
const NAMES: Readonly<Record<number, string>> = {
  301: 'PermanentRedirect',
  403: 'AccessDenied',
  404: 'NoSuchKey',
  409: 'ConditionalRequestConflict',
  412: 'PreconditionFailed',
  429: 'SlowDown',
  503: 'SlowDown',
};

export function answerError(status: number, headers: Headers, body: string): TransferError {
  const name = /<Code>([^<]+)<\/Code>/.exec(body)?.[1] ?? NAMES[status] ?? 'InternalError';
  const message = /<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? `the server answered with status ${status}`;
  return new TransferError(name, message, {
    status,
    retryAfterMs: retryAfterMs(header(headers, 'retry-after')),
    serverTime: dateOf(header(headers, 'date')),
  });
}

/** Both forms of the header: seconds, and a date. */
function retryAfterMs(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1_000;
  const until = dateOf(value);
  return until === undefined ? undefined : Math.max(0, until.getTime() - Date.now());
}

function dateOf(value: string | undefined): Date | undefined {
  const date = new Date(value ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}
