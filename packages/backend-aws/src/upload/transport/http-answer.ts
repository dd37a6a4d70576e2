import { TransferError } from './transfer-error.ts';

/** What a server answered to one request. */
export interface HttpAnswer {
  readonly status: number;
  /** By name in lower case; what came several times is separated by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether another request may follow on the same connection. */
  readonly keepsConnection: boolean;
}

/** Answers to PUT are short: an error in XML at most. */
const MAX_ANSWER_BYTES = 64 * 1024;
const END_OF_LINE = '\r\n';
const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * The answer in what has come from a connection so far (HTTP/1.1, RFC 9112); undefined while some of it is missing. Where nothing
 * says how long the body is, it goes on to the end of the connection.
 *
 * @throws TransferError when this is no answer, or too long a one
 */
export function parseAnswer(bytes: Buffer, hasEnded = false): HttpAnswer | undefined {
  const answer = parseHead(bytes, hasEnded);
  if (answer === undefined && bytes.byteLength > MAX_ANSWER_BYTES) {
    throw new TransferError('AnswerTooLong', `the server's answer has more than ${MAX_ANSWER_BYTES} bytes`);
  }
  return answer;
}

function parseHead(bytes: Buffer, hasEnded: boolean): HttpAnswer | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end === -1) return undefined;
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split(END_OF_LINE);
  const [, minor, code] = /^HTTP\/1\.([01]) (\d{3})(?: |$)/.exec(first) ?? malformed(first);
  const status = Number(code);
  const rest = bytes.subarray(end + END_OF_HEAD.byteLength);
  // Interim answers come before the one that counts.
  if (status >= 100 && status < 200 && status !== 101) return parseHead(rest, hasEnded);
  const headers = parseHeaders(lines);
  const body = parseBody(rest, { status, headers, hasEnded });
  if (body === undefined) return undefined;
  const keepsConnection =
    minor === '1' &&
    body.endsByItself &&
    body.end === rest.byteLength &&
    !/\bclose\b/i.test(headers['connection'] ?? '');
  return { status, headers, body: body.text, keepsConnection };
}

function parseHeaders(lines: readonly string[]): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) malformed(line);
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const earlier = headers[name];
    headers[name] = earlier === undefined ? value : `${earlier}, ${value}`;
  }
  return headers;
}

interface BodyFraming extends Pick<HttpAnswer, 'status' | 'headers'> {
  readonly hasEnded: boolean;
}

interface Body {
  readonly text: string;
  /** Where it ends in what came. */
  readonly end: number;
  readonly endsByItself: boolean;
}

function parseBody(bytes: Buffer, { status, headers, hasEnded }: BodyFraming): Body | undefined {
  if (status === 204 || status === 304) return { text: '', end: 0, endsByItself: true };
  if (headers['transfer-encoding'] !== undefined) return parseChunks(bytes, headers['transfer-encoding']);
  const length = headers['content-length'];
  if (length === undefined) {
    return hasEnded ? { text: bytes.toString(), end: bytes.byteLength, endsByItself: false } : undefined;
  }
  if (!/^\d+$/.test(length)) malformed(`content-length: ${length}`);
  const end = Number(length);
  return bytes.byteLength < end ? undefined : { text: bytes.toString('utf8', 0, end), end, endsByItself: true };
}

function parseChunks(bytes: Buffer, encoding: string): Body | undefined {
  if (encoding.toLowerCase() !== 'chunked') malformed(`transfer-encoding: ${encoding}`);
  const chunks: Buffer[] = [];
  for (let position = 0; ;) {
    const endOfSize = bytes.indexOf(END_OF_LINE, position);
    if (endOfSize === -1) return undefined;
    const line = bytes.toString('latin1', position, endOfSize);
    const [, digits = ''] = /^([0-9a-f]{1,8})(?:[ \t;]|$)/i.exec(line) ?? malformed(line);
    const start = endOfSize + END_OF_LINE.length;
    const size = Number.parseInt(digits, 16);
    if (size === 0) return endOfChunks(bytes, endOfSize, chunks);
    position = start + size + END_OF_LINE.length;
    if (bytes.byteLength < position) return undefined;
    chunks.push(bytes.subarray(start, start + size));
  }
}

/** Behind the last chunk come further headers, mostly none, and an empty line. */
function endOfChunks(bytes: Buffer, endOfSize: number, chunks: readonly Buffer[]): Body | undefined {
  const endOfTrailers = bytes.indexOf(END_OF_HEAD, endOfSize);
  if (endOfTrailers === -1) return undefined;
  return { text: Buffer.concat(chunks).toString(), end: endOfTrailers + END_OF_HEAD.byteLength, endsByItself: true };
}

function malformed(what: string): never {
  throw new TransferError('AnswerMalformed', `the server's answer is not HTTP: ${JSON.stringify(what.slice(0, 100))}`);
}
