import type { ArtefactStore } from '@dsgen/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface ArtefactStoreHarness {
  readonly store: ArtefactStore;
  /** Called after each test; removes what the store left. */
  readonly dispose?: () => Promise<void>;
}

export interface ArtefactStoreConformanceOptions {
  /** Shown in the test report. */
  readonly name: string;
  /** A new, empty store for each test. */
  readonly create: () => Promise<ArtefactStoreHarness>;
  /** False where the server behind the store looks first and writes then, so that several of many writers may win. Default true. */
  readonly isRaceFree?: boolean;
}

const KEY = 'silver/extract@1/00ff/aa/document';

/**
 * The tests every artefact store must pass. Call it at the top level of a test file.
 *
 * @example
 * artefactStoreConformance({ name: 'memory', create: async () => ({ store: createMemoryArtefactStore() }) });
 */
export function artefactStoreConformance(options: ArtefactStoreConformanceOptions): void {
  describe(`artefact store: ${options.name}`, () => {
    let harness: ArtefactStoreHarness;
    let store: ArtefactStore;
    beforeEach(async () => {
      harness = await options.create();
      ({ store } = harness);
    });
    afterEach(() => harness.dispose?.());

    describe('get, read, head', () => {
      it('knows nothing of a key that was never put', async () => {
        expect(await store.get(KEY)).toBeUndefined();
        expect(await store.head(KEY)).toBeUndefined();
        expect(await collect(store.read(KEY))).toEqual(bytes(''));
      });

      it('gives back the bytes of a key', async () => {
        await store.put(KEY, bytes('some bytes'));
        expect(await store.get(KEY)).toEqual(bytes('some bytes'));
        expect(await collect(store.read(KEY))).toEqual(bytes('some bytes'));
        expect(await store.head(KEY)).toEqual({ key: KEY, bytes: 10 });
      });

      it('holds an empty artefact apart from a missing one', async () => {
        await store.put(KEY, bytes(''));
        expect(await store.get(KEY)).toEqual(bytes(''));
        expect(await store.head(KEY)).toEqual({ key: KEY, bytes: 0 });
      });

      it('gives bytes that are the reader’s own', async () => {
        const body = bytes('abc');
        await store.put(KEY, body);
        body.fill(0);
        (await store.get(KEY))?.fill(0);
        expect(await store.get(KEY)).toEqual(bytes('abc'));
      });
    });

    describe('put', () => {
      it('takes a stream of pieces', async () => {
        const large = new Uint8Array(300_000).fill(7);
        await store.put(KEY, streamOf([bytes('head '), large, bytes(' tail')]));
        const stored = await store.get(KEY);
        expect(stored?.byteLength).toBe(300_010);
        expect(stored?.subarray(0, 5)).toEqual(bytes('head '));
        expect(stored?.subarray(-5)).toEqual(bytes(' tail'));
      });

      it('replaces an artefact whole', async () => {
        await store.put(KEY, bytes('a longer first version'));
        expect(await store.put(KEY, bytes('second'))).toBe('written');
        expect(await store.get(KEY)).toEqual(bytes('second'));
      });

      it('keeps the first artefact when asked to write only where none is', async () => {
        expect(await store.put(KEY, bytes('first'), { ifAbsent: true })).toBe('written');
        expect(await store.put(KEY, bytes('second'), { ifAbsent: true })).toBe('exists');
        expect(await store.get(KEY)).toEqual(bytes('first'));
      });

      it.skipIf(options.isRaceFree === false)('lets exactly one of many writers win where none is', async () => {
        const writers = Array.from({ length: 12 }, (_, index) =>
          store.put(KEY, bytes(`writer ${index}`), { ifAbsent: true }),
        );
        const results = await Promise.all(writers);
        expect(results.filter((result) => result === 'written')).toHaveLength(1);
        const winner = results.indexOf('written');
        expect(await store.get(KEY)).toEqual(bytes(`writer ${winner}`));
      });

      it('leaves nothing of a body that breaks off', async () => {
        await expect(store.put(KEY, brokenStream())).rejects.toThrow('the source broke');
        expect(await store.head(KEY)).toBeUndefined();
        expect(await keysUnder(store, '')).toEqual([]);
      });

      it('leaves the old artefact when a replacement breaks off', async () => {
        await store.put(KEY, bytes('old'));
        await expect(store.put(KEY, brokenStream())).rejects.toThrow('the source broke');
        expect(await store.get(KEY)).toEqual(bytes('old'));
      });
    });

    describe('list', () => {
      it('gives the keys under a prefix in code unit order', async () => {
        const keys = ['b/2', 'b/10', 'b/1', 'b/sub/1', 'b-1', 'c', 'b/A', 'b.1'];
        for (const key of keys) await store.put(key, bytes(key));
        expect(await keysUnder(store, 'b/')).toEqual(['b/1', 'b/10', 'b/2', 'b/A', 'b/sub/1']);
        expect(await keysUnder(store, '')).toEqual(keys.toSorted());
      });

      it('treats a prefix as characters, not as a folder', async () => {
        for (const key of ['run/job-1', 'run/job-2', 'runs/job-1']) await store.put(key, bytes(key));
        expect(await keysUnder(store, 'run')).toEqual(['run/job-1', 'run/job-2', 'runs/job-1']);
        expect(await keysUnder(store, 'run/job-')).toEqual(['run/job-1', 'run/job-2']);
        expect(await keysUnder(store, 'nothing')).toEqual([]);
      });

      it('tells sizes', async () => {
        await store.put(KEY, bytes('12345'));
        for await (const info of store.list('silver/')) expect(info).toEqual({ key: KEY, bytes: 5 });
      });
    });

    describe('delete', () => {
      it('removes one key and no other', async () => {
        await store.put('a/1', bytes('1'));
        await store.put('a/2', bytes('2'));
        await store.delete('a/1');
        expect(await keysUnder(store, '')).toEqual(['a/2']);
      });

      it('accepts a key that is not there', async () => {
        await expect(store.delete(KEY)).resolves.toBeUndefined();
      });
    });

    describe('keys', () => {
      const bad = ['', '/a', 'a/', 'a//b', '.', '..', 'a/../b', './a', 'a b', 'a\\b', 'a\0b', 'a\nb', 'ä', '%2e%2e'];
      it.each(bad)('refuses %j', async (key) => {
        const refusal = expect.objectContaining({ code: 'artefact-key-invalid' });
        await expect(store.get(key)).rejects.toEqual(refusal);
        await expect(store.put(key, bytes('x'))).rejects.toEqual(refusal);
        await expect(store.head(key)).rejects.toEqual(refusal);
        await expect(store.delete(key)).rejects.toEqual(refusal);
        await expect(collect(store.read(key))).rejects.toEqual(refusal);
      });

      it('accepts every character the rules allow', async () => {
        const key = 'Az09@._=-/...a/a..b';
        await store.put(key, bytes('x'));
        expect(await keysUnder(store, '')).toEqual([key]);
      });
    });

    describe('signal', () => {
      it('rethrows the reason of a signal that is aborted already', async () => {
        const reason = new Error('stopped by the test');
        const signal = AbortSignal.abort(reason);
        await store.put(KEY, bytes('x'));
        await expect(store.get(KEY, { signal })).rejects.toBe(reason);
        await expect(store.put('b', bytes('x'), { signal })).rejects.toBe(reason);
        await expect(store.head(KEY, { signal })).rejects.toBe(reason);
        await expect(store.delete(KEY, { signal })).rejects.toBe(reason);
        await expect(collect(store.read(KEY, { signal }))).rejects.toBe(reason);
        await expect(keysUnder(store, '', signal)).rejects.toBe(reason);
        expect(await store.head('b')).toBeUndefined();
      });

      it('stops a put that is under way and leaves nothing of it', async () => {
        const controller = new AbortController();
        const reason = new Error('stopped by the test');
        async function* body(): AsyncGenerator<Uint8Array> {
          yield bytes('first piece');
          controller.abort(reason);
          yield bytes('second piece');
        }
        await expect(store.put(KEY, body(), { signal: controller.signal })).rejects.toBe(reason);
        expect(await store.head(KEY)).toBeUndefined();
      });
    });
  });
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(new TextEncoder().encode(text));
}

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

async function* brokenStream(): AsyncGenerator<Uint8Array> {
  yield bytes('half of a ');
  throw new Error('the source broke');
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: number[] = [];
  for await (const piece of stream) for (const byte of piece) pieces.push(byte);
  return Uint8Array.from(pieces);
}

async function keysUnder(store: ArtefactStore, prefix: string, signal?: AbortSignal): Promise<string[]> {
  const keys: string[] = [];
  for await (const info of store.list(prefix, signal === undefined ? {} : { signal })) keys.push(info.key);
  return keys;
}
