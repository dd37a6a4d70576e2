import { expect, test } from 'vitest';
import { createRequestSigner } from './sign-request.ts';

/** The PUT example of Amazon's documentation of Signature Version 4 for S3. */
test('it signs as the documentation of S3 does', () => {
  const sign = createRequestSigner('us-east-1');
  const headers = sign(
    {
      method: 'PUT',
      host: 'examplebucket.s3.amazonaws.com',
      path: '/test%24file.text',
      query: '',
      headers: { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' },
      payload: '44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072',
    },
    { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
    new Date('2013-05-24T00:00:00Z'),
  );
  expect(headers['authorization']).toContain(
    'SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class',
  );
  expect(headers['authorization']).toMatch(
    /Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd$/,
  );
});

test('a session token is part of what is signed', () => {
  const sign = createRequestSigner('eu-west-1');
  const request = { method: 'PUT', host: 'h', path: '/k', query: '', headers: {}, payload: 'UNSIGNED-PAYLOAD' };
  const headers = sign(request, { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' }, new Date(0));
  expect(headers['x-amz-security-token']).toBe('c');
  expect(headers['authorization']).toContain('x-amz-security-token');
});
