import { assert, constantFrom, integer, property, record, string, array } from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswer } from './http-answer.ts';

function parse(text: string, hasEnded?: boolean) {
  return parseAnswer(Buffer.from(text), hasEnded);
}

test('status, headers and body are told', () => {
  expect(parse('HTTP/1.1 200 OK\r\nETag: "abc"\r\nContent-Length: 2\r\nX-A: 1\r\nx-a:2 \r\n\r\nok')).toEqual({
    status: 200,
    headers: { etag: '"abc"', 'content-length': '2', 'x-a': '1, 2' },
    body: 'ok',
    keepsConnection: true,
  });
});

test.each([
  ['of an older version', 'HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n'],
  ['that says so', 'HTTP/1.1 200 OK\r\nConnection: keep-alive, Close\r\ncontent-length: 0\r\n\r\n'],
  ['with bytes behind it', 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nx'],
])('after an answer %s no other request follows', (_, text) => {
  expect(parse(text)).toMatchObject({ status: 200, keepsConnection: false });
});

test('what comes before the answer does not count', () => {
  expect(parse('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n')).toMatchObject({ status: 204 });
});

test('a body of unknown length goes on to the end of the connection', () => {
  const text = 'HTTP/1.1 403 Forbidden\r\n\r\n<Code>AccessDenied</Code>';
  expect(parse(text)).toBeUndefined();
  expect(parse(text, true)).toMatchObject({ body: '<Code>AccessDenied</Code>', keepsConnection: false });
});

test.each([
  ['SSH-2.0-OpenSSH_9.9\r\n\r\n'],
  ['HTTP/2 200\r\n\r\n'],
  ['HTTP/1.1 200 OK\r\nno header\r\n\r\n'],
  ['HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n'],
  ['HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
  ['HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n'],
  ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n-1\r\n'],
])('%j is refused', (text) => {
  expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'AnswerMalformed' }));
});

test('an answer without end is refused', () => {
  const endless = `HTTP/1.1 200 OK\r\nx: ${'y'.repeat(70_000)}`;
  expect(() => parse(endless)).toThrow(expect.objectContaining({ name: 'AnswerTooLong' }));
});

test('an answer is whole with its last byte and not before, however its body is framed', () => {
  const answers = record({
    status: integer({ min: 200, max: 599 }).filter((status) => status !== 204 && status !== 304),
    body: string({ unit: 'binary-ascii', maxLength: 40 }),
    framing: constantFrom('length', 'chunked'),
    cuts: array(integer({ min: 1, max: 7 }), { maxLength: 8 }),
  });
  assert(
    property(answers, ({ status, body, framing, cuts }) => {
      const bytes = Buffer.from(framing === 'length' ? withLength(status, body) : withChunks(status, body, cuts));
      for (let end = 0; end < bytes.byteLength; end += 1) expect(parseAnswer(bytes.subarray(0, end))).toBeUndefined();
      expect(parseAnswer(bytes)).toMatchObject({ status, body, keepsConnection: true });
    }),
  );
});

function withLength(status: number, body: string): string {
  return `HTTP/1.1 ${status} Because\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

function withChunks(status: number, body: string, cuts: readonly number[]): string {
  let rest = body;
  let text = `HTTP/1.1 ${status}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  for (const cut of [...cuts, body.length]) {
    const piece = rest.slice(0, cut);
    if (piece !== '') text += `${piece.length.toString(16)};x=y\r\n${piece}\r\n`;
    rest = rest.slice(cut);
  }
  return `${text}0\r\ntrailer: z\r\n\r\n`;
}
