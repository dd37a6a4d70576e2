import { createHmac, createSecretKey, hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join, relative } from 'node:path';

/**
 * `node bench/upload/bare.ts FOLDER BUCKET ENDPOINT`: sends the same requests as an uploader and does nothing else: no hashing, no
 * checking, no memory of what was sent, no retries. No uploader can be much faster against the same server.
 */
const CONNECTIONS = 16;
const PART_BYTES = 8 * 1024 * 1024;
const BLOCK_BYTES = 256 * 1024;
const PAYLOAD = 'UNSIGNED-PAYLOAD';
const [folder = '', bucket = '', endpoint = ''] = process.argv.slice(2);
const { AWS_ACCESS_KEY_ID: keyId = '', AWS_SECRET_ACCESS_KEY: secret = '', AWS_REGION: region = '' } = process.env;
const { host, hostname, port } = new URL(endpoint);
const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`;
const signingKey = createSecretKey(
  scope.split('/').reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`)),
);

export interface Request {
  readonly path: string;
  readonly query: string;
  readonly file: number;
  readonly offset: number;
  readonly bytes: number;
  readonly done: (answer: string) => void;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function headOf({ path, query, bytes }: Request): string {
  const headers = `content-length:${bytes}\nhost:${host}\nx-amz-content-sha256:${PAYLOAD}\nx-amz-date:${time}\n`;
  const names = 'content-length;host;x-amz-content-sha256;x-amz-date';
  const canonical = `PUT\n${path}\n${query}\n${headers}\n${names}\n${PAYLOAD}`;
  const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${hash('sha256', canonical)}`;
  const signature = createHmac('sha256', signingKey).update(text).digest('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return `PUT ${path}${query && `?${query}`} HTTP/1.1\n${headers}authorization:${authorization}\n\n`.replaceAll(
    '\n',
    '\r\n',
  );
}

/** Sends requests one after the other until there are no more. */
async function send(requests: Iterator<Request>): Promise<void> {
  const socket = connect({ host: hostname, port: Number(port) }).setNoDelay(true);
  const memory = Buffer.allocUnsafeSlow(BLOCK_BYTES);
  for (let next = requests.next(); next.done !== true; next = requests.next()) {
    const request = next.value;
    const answer = answerOf(socket);
    let used = memory.write(headOf(request), 'latin1');
    for (let sent = 0; sent < request.bytes;) {
      const bytes = Math.min(BLOCK_BYTES - used, request.bytes - sent);
      readSync(request.file, memory, used, bytes, request.offset + sent);
      await new Promise((resolve) => socket.write(memory.subarray(0, used + bytes), resolve));
      sent += bytes;
      used = 0;
    }
    request.done(await answer);
  }
  socket.destroy();
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once('data', (answer) => {
      const text = answer.toString('latin1');
      if (text.startsWith('HTTP/1.1 200')) resolve(text);
      else reject(new Error(text));
    });
  });
}

async function sendAll(requests: Iterable<Request>): Promise<void> {
  const shared = requests[Symbol.iterator]();
  await Promise.all(Array.from({ length: CONNECTIONS }, () => send(shared)));
}

function* wholeFiles(paths: readonly string[]): Generator<Request> {
  for (const path of paths) {
    const file = openSync(path, 'r');
    const { size: bytes } = fstatSync(file);
    const key = `/${bucket}/${relative(folder, path)}`;
    yield { path: key, query: '', file, offset: 0, bytes, done: () => closeSync(file) };
  }
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const large = files.filter((path) => statSync(path).size > PART_BYTES);
await sendAll(wholeFiles(files.filter((path) => !large.includes(path))));
if (large.length > 0) {
  // The SDK takes longer to load than a thousand small files to send.
  const { sendInParts } = await import('./bare-multipart.ts');
  await sendInParts({ folder, bucket, endpoint, region }, large, sendAll);
}
