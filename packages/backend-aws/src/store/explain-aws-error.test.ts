import { BackendError, CancelledError } from '@dsgen/core';
import { expect, test } from 'vitest';
import { explainAwsError } from './explain-aws-error.ts';

function explain(error: unknown, signal?: AbortSignal): unknown {
  return explainAwsError(error, { action: 'upload to the bucket "docs"', signal });
}

function awsError(name: string, status?: number): Error {
  return Object.assign(new Error('the words of AWS'), {
    name,
    $metadata: status === undefined ? {} : { httpStatusCode: status },
  });
}

test.each([
  ['CredentialsProviderError', undefined, 'aws-credentials-missing'],
  ['ExpiredToken', 400, 'aws-credentials-expired'],
  ['InvalidAccessKeyId', 403, 'aws-credentials-invalid'],
  ['AccessDenied', 403, 'aws-access-denied'],
  ['PermanentRedirect', 301, 'aws-region-wrong'],
  ['NoSuchBucket', 404, 'bucket-missing'],
  ['RequestTimeTooSkewed', 403, 'clock-skewed'],
  ['SlowDown', 503, 'aws-throttled'],
  ['Unknown', 502, 'aws-unavailable'],
  ['Unheard', 418, 'aws-refused'],
])('%s with status %s is %s', (name, status, code) => {
  const explained = explain(awsError(name, status));
  expect(explained).toBeInstanceOf(BackendError);
  expect(explained).toMatchObject({ code, message: expect.stringContaining('Cannot upload to the bucket "docs": ') });
  expect((explained as BackendError).fix).toMatch(/\.$/);
});

test('a network failure is told by its cause', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  expect(explain(new Error('fetch failed', { cause: refused }))).toMatchObject({
    code: 'aws-unreachable',
    isRetryable: true,
  });
});

test('our own errors, those of nobody we know, and the reason of a stop stay what they are', () => {
  const ours = new CancelledError({ code: 'interrupted', message: 'Interrupted' });
  expect(explain(ours)).toBe(ours);
  const bug = new TypeError('undefined is not a function');
  expect(explain(bug)).toBe(bug);
  expect(explain(awsError('AbortError'), AbortSignal.abort(ours))).toBe(ours);
});
