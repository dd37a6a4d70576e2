import type { Backend, CursorOptions } from '@dsgen/core';
import { RegionalBackends, type RegionalOptions } from './regional-backends.ts';

/**
 * The back end of a deployment in several Regions. A call that its Region does not answer goes to the next, with the same
 * idempotency key; streams go on at their cursor.
 *
 * @example
 * const backend = createRegionalBackend({ regions: [virginia, ireland], onMove: ({ to }) => console.warn(`now in ${to}`) });
 */
export function createRegionalBackend(options: RegionalOptions): Backend {
  const regions = new RegionalBackends(options);
  return {
    specificationVersion: 1,
    name: 'aws',
    corpora: corporaOf(regions),
    jobs: jobsOf(regions),
    datasets: datasetsOf(regions),
    close: () => regions.close(),
  };
}

function corporaOf(regions: RegionalBackends): Backend['corpora'] {
  return {
    create: (input, call) => regions.call(({ corpora }) => corpora.create(input, call), call?.signal),
    // A stream of documents is spent after one attempt, so it has one Region.
    add: (id, documents, call) => regions.call(({ corpora }) => corpora.add(id, documents, call), call?.signal),
    seal: (id, call) => regions.call(({ corpora }) => corpora.seal(id, call), call?.signal),
    list: (call) => regions.stream(({ corpora }, seen) => skip(corpora.list(call), seen), call?.signal),
    get: (id, call) => regions.call(({ corpora }) => corpora.get(id, call), call?.signal),
    documents: (id, call) =>
      regions.stream(({ corpora }, seen) => skip(corpora.documents(id, call), seen), call?.signal),
    delete: (id, call) => regions.call(({ corpora }) => corpora.delete(id, call), call?.signal),
    async link(input, call) {
      const corpus = await regions.call(({ corpora, name }) => {
        if (corpora.link === undefined) throw new TypeError(`the back end ${name} cannot see files`);
        return corpora.link(input, call);
      }, call?.signal);
      regions.remember(input);
      return corpus;
    },
  };
}

function jobsOf(regions: RegionalBackends): Backend['jobs'] {
  return {
    submit: (input, call) => regions.call(({ jobs }) => jobs.submit(input, call), call?.signal),
    get: (id, call) => regions.call(({ jobs }) => jobs.get(id, call), call?.signal),
    list: (call) => regions.stream(({ jobs }, seen) => skip(jobs.list(call), seen), call?.signal),
    cancel: (id, call) => regions.call(({ jobs }) => jobs.cancel(id, call), call?.signal),
    resume: (id, call) => regions.call(({ jobs }) => jobs.resume(id, call), call?.signal),
    events: (id, call) => regions.stream(({ jobs }, seen) => jobs.events(id, after(call, seen)), call?.signal),
    records: (id, call) => regions.stream(({ jobs }, seen) => jobs.records(id, after(call, seen)), call?.signal),
  };
}

function datasetsOf(regions: RegionalBackends): Backend['datasets'] {
  return {
    list: (call) => regions.stream(({ datasets }, seen) => skip(datasets.list(call), seen), call?.signal),
    get: (id, call) => regions.call(({ datasets }) => datasets.get(id, call), call?.signal),
    records: (id, call) =>
      regions.stream(({ datasets }, seen) => datasets.records(id, after(call, seen)), call?.signal),
    delete: (id, call) => regions.call(({ datasets }) => datasets.delete(id, call), call?.signal),
    read: (input, call) => readFrom(regions, input, call?.signal),
  };
}

/** Pieces have no common cursor: after a failure the bytes that came are left out. */
async function* readFrom(
  regions: RegionalBackends,
  input: { readonly datasetId: string; readonly file: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const options = signal === undefined ? {} : { signal };
  let given = 0;
  const pieces = regions.stream(({ datasets, name }) => {
    if (datasets.read === undefined) throw new TypeError(`the back end ${name} gives no files`);
    return skipBytes(datasets.read(input, options), given);
  }, signal);
  for await (const piece of pieces) {
    given += piece.byteLength;
    yield piece;
  }
}

async function* skipBytes(pieces: AsyncIterable<Uint8Array>, bytes: number): AsyncGenerator<Uint8Array> {
  let left = bytes;
  for await (const piece of pieces) {
    if (piece.byteLength > left) yield piece.subarray(left);
    left = Math.max(0, left - piece.byteLength);
  }
}

async function* skip<Item>(items: AsyncIterable<Item>, count: number): AsyncGenerator<Item> {
  let left = count;
  for await (const item of items) {
    if (left === 0) yield item;
    else left -= 1;
  }
}

function after(call: CursorOptions | undefined, seen: number): CursorOptions {
  return { ...call, after: (call?.after ?? 0) + seen };
}
