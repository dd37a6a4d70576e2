/** What a provider says about its limits beside an answer. */
export interface RateFacts {
  /** Wait this long before any other call. */
  readonly retryAfterMs?: number;
  readonly requestsPerMinute?: number;
  /** Nothing is left of the allowance, which is full again after this long. */
  readonly exhaustedForMs?: number;
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Longer waits are taken for a mistake of the header. */
const LONGEST_WAIT_MS = 3_600_000;

/** Reads `Retry-After` (seconds or date) and the rate-limit headers of OpenAI and Anthropic; what is not there or unreadable is left out. */
export function readRateHeaders(headers: Headers, wallClockMs: number): RateFacts {
  const retryAfterMs =
    milliseconds(one(headers, 'retry-after-ms')) ?? secondsOrDate(one(headers, 'retry-after'), wallClockMs);
  const perMinute = positive(
    one(headers, 'x-ratelimit-limit-requests') ?? one(headers, 'anthropic-ratelimit-requests-limit'),
  );
  const exhaustedForMs = exhausted(headers, wallClockMs);
  return {
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(perMinute === undefined ? {} : { requestsPerMinute: perMinute }),
    ...(exhaustedForMs === undefined ? {} : { exhaustedForMs }),
  };
}

function exhausted(headers: Headers, wallClockMs: number): number | undefined {
  const waits = ['requests', 'tokens'].flatMap((what) => {
    const openAi = one(headers, `x-ratelimit-remaining-${what}`);
    const anthropic = one(headers, `anthropic-ratelimit-${what}-remaining`);
    if (openAi === '0') return [duration(one(headers, `x-ratelimit-reset-${what}`))];
    if (anthropic === '0') return [secondsOrDate(one(headers, `anthropic-ratelimit-${what}-reset`), wallClockMs)];
    return [];
  });
  const known = waits.filter((wait) => wait !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function one(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function secondsOrDate(value: string | undefined, wallClockMs: number): number | undefined {
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - wallClockMs;
  return bounded(wait);
}

function milliseconds(value: string | undefined): number | undefined {
  return value === undefined ? undefined : bounded(Number(value));
}

/** `1m30s`, `20ms`, `6s`. */
function duration(value: string | undefined): number | undefined {
  const parts = value?.match(/\d+(?:\.\d+)?(?:ms|[hms])/g);
  if (parts === undefined || parts === null) return undefined;
  return bounded(parts.reduce((total, part) => total + Number.parseFloat(part) * unitMs(part), 0));
}

function unitMs(part: string): number {
  if (part.endsWith('ms')) return 1;
  if (part.endsWith('s')) return 1000;
  return part.endsWith('m') ? 60_000 : 3_600_000;
}

function positive(value: string | undefined): number | undefined {
  const number = Number(value);
  return number > 0 && Number.isFinite(number) ? number : undefined;
}

function bounded(ms: number): number | undefined {
  return Number.isNaN(ms) ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, ms));
}
