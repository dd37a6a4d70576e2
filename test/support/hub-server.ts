import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file as a commit left it. */
interface HubFile {
  readonly content: Buffer;
  /** Held by its hash, apart from git. */
  readonly isLarge: boolean;
}

export interface HubServer extends AsyncDisposable {
  readonly url: string;
  /** Files of each repository, by `user/name`. */
  readonly repositories: ReadonlyMap<string, ReadonlyMap<string, HubFile>>;
  /** `private` or `public`, by `user/name`. */
  readonly visibility: ReadonlyMap<string, string>;
  /** Hashes of large files that have arrived, each time one did. */
  readonly arrivals: readonly string[];
  /** Answers every request with this status; undefined answers as usual. */
  failWith: number | undefined;
  /** Resolves when so many large files have arrived; later ones wait until they are let through. */
  holdAfter(arrivals: number): Promise<void>;
}

export const HUB_TOKEN = 'hf_test';
/** Of files beyond this, and of those that git would hold badly, only a pointer is committed. */
const LARGE_BYTES = 2000;

/**
 * Speaks the part of the hub's protocol that pushing a dataset needs: repositories, the tree, resolving a file, preupload, the LFS
 * batch with basic transfer, and commits.
 */
export async function startHubServer(): Promise<HubServer> {
  const hub = new Hub();
  const server = createServer((request, response) => {
    void hub.answer(request).then(
      (answer) => send(response, answer),
      (error: unknown) => send(response, { status: 400, json: { error: String(error) } }),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  hub.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(hub, {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly body?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

function send(response: ServerResponse, { status, json, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body ?? JSON.stringify(json ?? {}));
}

class Hub {
  url = '';
  readonly repositories = new Map<string, Map<string, HubFile>>();
  readonly visibility = new Map<string, string>();
  readonly arrivals: string[] = [];
  failWith: number | undefined;
  readonly #stored = new Map<string, Buffer>();
  #held: { readonly after: number; readonly reached: () => void } | undefined;

  holdAfter(after: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = { after, reached: resolve };
    return promise;
  }

  async answer(request: IncomingMessage): Promise<Answer> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    const path = decodeURIComponent(pathname);
    const body = await read(request);
    if (this.failWith !== undefined) return { status: this.failWith, json: { error: 'told to fail' } };
    const lfs = /^\/lfs\/([0-9a-f]{64})$/.exec(path)?.[1];
    if (lfs !== undefined) return this.#store(lfs, body);
    if (request.headers.authorization !== `Bearer ${HUB_TOKEN}`) {
      return { status: 401, json: { error: 'Invalid credentials in Authorization header' } };
    }
    if (path === '/api/repos/create') return this.#create(JSON.parse(body.toString()) as CreateRequest);
    const [, repository = '', action = '', file = ''] =
      /^\/(?:api\/)?datasets\/([^/]+\/[^/]+?)(?:\.git)?\/(preupload|tree|resolve|commit|info\/lfs\/objects\/batch)(?:\/main)?\/?(.*)$/.exec(
        path,
      ) ?? [];
    const files = this.repositories.get(repository);
    if (files === undefined) return { status: 404, json: { error: 'Repository not found' } };
    if (action === 'preupload') return { status: 200, json: { files: preupload(body) } };
    if (action === 'tree') return { status: 200, json: [...files].map(([name, entry]) => treeEntry(name, entry)) };
    if (action === 'resolve') return resolveFile(files.get(file), request.headers.range);
    if (action === 'commit') return this.#commit(files, body);
    return this.#batch(body);
  }

  #create({ name, organization, visibility }: CreateRequest): Answer {
    const repository = `${organization}/${name}`;
    if (organization === 'nobody') return { status: 404, json: { error: 'Not found' } };
    if (this.repositories.has(repository))
      return { status: 409, json: { error: 'You already created this dataset repo' } };
    this.repositories.set(
      repository,
      new Map([['.gitattributes', { content: Buffer.from('*.gz lfs\n'), isLarge: false }]]),
    );
    this.visibility.set(repository, visibility);
    return { status: 200, json: { url: `${this.url}/datasets/${repository}`, id: '1' } };
  }

  #batch(body: Buffer): Answer {
    const { objects } = JSON.parse(body.toString()) as { objects: ReadonlyArray<{ oid: string; size: number }> };
    const answers = objects.map(({ oid, size }) => ({
      oid,
      size,
      ...(!this.#stored.has(oid) && { actions: { upload: { href: `${this.url}/lfs/${oid}` } } }),
    }));
    return { status: 200, json: { transfer: 'basic', objects: answers } };
  }

  async #store(oid: string, content: Buffer): Promise<Answer> {
    if (this.#held !== undefined && this.arrivals.length >= this.#held.after) {
      this.#held.reached();
      await new Promise(() => {});
    }
    if (createHash('sha256').update(content).digest('hex') !== oid)
      return { status: 400, json: { error: 'wrong hash' } };
    this.#stored.set(oid, content);
    this.arrivals.push(oid);
    return { status: 200 };
  }

  #commit(files: Map<string, HubFile>, body: Buffer): Answer {
    for (const line of body.toString().split('\n')) {
      const { key, value } = JSON.parse(line) as { key: string; value: { path: string; content: string; oid: string } };
      if (key === 'deletedFile') files.delete(value.path);
      if (key === 'file') files.set(value.path, { content: Buffer.from(value.content, 'base64'), isLarge: false });
      if (key !== 'lfsFile') continue;
      const content = this.#stored.get(value.oid);
      if (content === undefined) return { status: 400, json: { error: `no object ${value.oid}` } };
      files.set(value.path, { content, isLarge: true });
    }
    return { status: 200, json: { commitOid: 'c0ffee', commitUrl: this.url, hookOutput: '' } };
  }
}

interface CreateRequest {
  readonly name: string;
  readonly organization: string;
  readonly visibility: string;
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function preupload(body: Buffer): readonly unknown[] {
  const { files } = JSON.parse(body.toString()) as { files: ReadonlyArray<{ path: string; size: number }> };
  return files.map(({ path, size }) => ({ path, uploadMode: size > LARGE_BYTES ? 'lfs' : 'regular' }));
}

function treeEntry(path: string, { content, isLarge }: HubFile): unknown {
  const oid = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  const lfs = { oid: createHash('sha256').update(content).digest('hex'), size: content.length, pointerSize: 130 };
  return { type: 'file', path, size: content.length, oid, ...(isLarge && { lfs }) };
}

function resolveFile(file: HubFile | undefined, range: string | undefined): Answer {
  if (file === undefined) return { status: 404, headers: { 'x-error-code': 'EntryNotFound' } };
  const { content } = file;
  const [, start = '0', end = String(content.length - 1)] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
  const body = content.subarray(Number(start), Number(end) + 1);
  const headers = {
    'content-type': 'application/octet-stream',
    'content-range': `bytes ${start}-${end}/${content.length}`,
    etag: '"1"',
  };
  return { status: range === undefined ? 200 : 206, body, headers };
}
