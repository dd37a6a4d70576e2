import { expect, test } from 'vitest';
import { readRateHeaders, type Headers } from './rate-headers.ts';

const NOW_MS = Date.parse('2026-11-25T12:00:00Z');

const CASES: ReadonlyArray<readonly [Headers, object]> = [
  [{}, {}],
  [{ 'retry-after': '3' }, { retryAfterMs: 3_000 }],
  [{ 'retry-after': 'Wed, 25 Nov 2026 12:00:07 GMT' }, { retryAfterMs: 7_000 }],
  [{ 'retry-after': 'Wed, 25 Nov 2026 11:00:00 GMT' }, { retryAfterMs: 0 }],
  [{ 'retry-after': '-5' }, { retryAfterMs: 0 }],
  [{ 'retry-after': '99999999' }, { retryAfterMs: 3_600_000 }],
  [{ 'retry-after': 'soon' }, {}],
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, { retryAfterMs: 250 }],
  [{ 'x-ratelimit-limit-requests': '500' }, { requestsPerMinute: 500 }],
  [{ 'anthropic-ratelimit-requests-limit': ['50', '60'] }, { requestsPerMinute: 50 }],
  [{ 'x-ratelimit-limit-requests': '0' }, {}],
  [{ 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '1m30s' }, { exhaustedForMs: 90_000 }],
  [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '20ms' }, { exhaustedForMs: 20 }],
  [{ 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': 'later' }, {}],
  [
    { 'anthropic-ratelimit-tokens-remaining': '0', 'anthropic-ratelimit-tokens-reset': '2026-11-25T12:00:02Z' },
    { exhaustedForMs: 2_000 },
  ],
];

test.each(CASES)('reads %j as %j', (headers, facts) => {
  expect(readRateHeaders(headers, NOW_MS)).toEqual(facts);
});
