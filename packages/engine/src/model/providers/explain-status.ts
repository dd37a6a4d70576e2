import { readRateHeaders, type Headers } from '../schedule/rate-headers.ts';
import { ProviderError, type ProviderErrorKind } from './provider.ts';

export interface FailedResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  /** Whether the request asked for JSON of a schema. */
  readonly hasSchema: boolean;
  readonly wallClockMs: number;
}

const LONGEST_MESSAGE = 300;

/** The error that a response other than success means. */
export function explainStatus({ status, headers, body, hasSchema, wallClockMs }: FailedResponse): ProviderError {
  const message = providerMessage(body);
  return new ProviderError({
    kind: kindOf(status, body, hasSchema),
    detail: message === '' ? `HTTP status ${status}` : `HTTP status ${status}: ${message}`,
    rate: readRateHeaders(headers, wallClockMs),
    mayBeCharged: status >= 500 && status !== 529 && status !== 503,
  });
}

function kindOf(status: number, body: string, hasSchema: boolean): ProviderErrorKind {
  if (status === 401 || status === 403) return 'key';
  if (status === 402 || /insufficient_quota|credit balance is too low|billing_hard_limit/i.test(body)) return 'credit';
  if (status === 404) return 'model';
  if (status === 429) return 'rate';
  if (status === 503 || status === 529) return 'overloaded';
  if (status === 408 || status === 409 || status >= 500) return 'server';
  return kindOfBadRequest(body, hasSchema);
}

function kindOfBadRequest(body: string, hasSchema: boolean): ProviderErrorKind {
  if (/content_filter|content_policy|content management policy/i.test(body)) return 'filtered';
  if (/context.?length|context.?window|prompt is too long|too many tokens|exceeds? .{0,40}context/i.test(body)) {
    return 'context';
  }
  const isAboutSchema = /response_format|json_schema|output_format|output_config|structured output|grammar/i.test(body);
  return hasSchema && isAboutSchema ? 'schema' : 'request';
}

/** What the provider wrote for people, on one line, cut to length, without characters that steer a terminal. */
function providerMessage(body: string): string {
  const line = (errorMessage(body) ?? body).replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

function errorMessage(body: string): string | undefined {
  try {
    const value = JSON.parse(body) as { error?: { message?: unknown } | string; message?: unknown } | null;
    const message = typeof value?.error === 'object' ? value.error?.message : (value?.error ?? value?.message);
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
