import { assertArtefactKey, type ArtefactStore } from '@dsgen/core';

/** An artefact store that forgets everything with the process: for tests of what uses one. */
export function createMemoryArtefactStore(): ArtefactStore {
  const bodies = new Map<string, Uint8Array>();
  return {
    specificationVersion: 1,
    async get(key, options) {
      check(key, options?.signal);
      return bodies.get(key)?.slice();
    },
    async *read(key, options) {
      check(key, options?.signal);
      const body = bodies.get(key);
      if (body !== undefined) yield body.slice();
    },
    async put(key, body, options) {
      check(key, options?.signal);
      const bytes = await collect(body, options?.signal);
      if (options?.ifAbsent === true && bodies.has(key)) return 'exists';
      bodies.set(key, bytes);
      return 'written';
    },
    async head(key, options) {
      check(key, options?.signal);
      const body = bodies.get(key);
      return body === undefined ? undefined : { key, bytes: body.byteLength };
    },
    async *list(prefix, options) {
      for (const key of [...bodies.keys()].filter((name) => name.startsWith(prefix)).toSorted()) {
        options?.signal?.throwIfAborted();
        const body = bodies.get(key);
        if (body !== undefined) yield { key, bytes: body.byteLength };
      }
    },
    async delete(key, options) {
      check(key, options?.signal);
      bodies.delete(key);
    },
  };
}

function check(key: string, signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
  assertArtefactKey(key);
}

async function collect(
  body: Uint8Array | AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body.slice();
  const pieces: Uint8Array[] = [];
  for await (const piece of body) {
    signal?.throwIfAborted();
    pieces.push(piece.slice());
  }
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
