import { DsgenError } from '@dsgen/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRows } from '../rows/read-rows.ts';
import { compress, compressionOfName, COMPRESSIONS, decompress, type Compression } from './compression.ts';

async function* inChunks(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield Buffer.from([0x1f, 0x8b, 0x08, 0x00]);
  throw new Error('disk gone');
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (DsgenError.isInstance(error) ? error.code : String(error)),
  );
}

const lines = Buffer.from(Array.from({ length: 100_000 }, (_, index) => `{"n":${index}}\n`).join(''));

describe.each(COMPRESSIONS)('%s', (compression: Compression) => {
  it('gives back what it took, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.integer({ min: 1, max: 700 }), async (bytes, size) => {
        // Random bytes could look compressed themselves; a first letter keeps them plain.
        const plain = Buffer.concat([Buffer.from('x'), bytes]);
        const packed = await collect(compress(inChunks(plain, size), compression));
        expect(await collect(decompress(inChunks(packed, size), { compression }))).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it('is read on the fly by readRows', async () => {
    const packed = compress(inChunks(lines), compression);
    let rows = 0;
    for await (const row of readRows(packed, { compression })) if (row.ok) rows += 1;
    expect(rows).toBe(100_000);
  });

  it('says that the data ends too early, after the rows before the end', async () => {
    const packed = await collect(compress(inChunks(lines), compression));
    let rows = 0;
    async function readAll(): Promise<void> {
      for await (const row of readRows(inChunks(packed.subarray(0, packed.length - 20)), { compression })) {
        if (row.ok) rows += 1;
      }
    }
    expect(await codeOf(readAll())).toBe('container-truncated');
    expect(rows).toBeGreaterThan(0);
  });

  it('says that the data is damaged', async () => {
    const packed = await collect(compress(inChunks(lines), compression));
    packed.fill(0xff, packed.length >> 1);
    expect(await codeOf(collect(decompress(inChunks(packed), { compression })))).toMatch(/^container-/);
  });

  it('closes its source when the reader leaves early', async () => {
    let isClosed = false;
    const packed = await collect(compress(inChunks(lines), compression));
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        yield* inChunks(packed, 10);
      } finally {
        isClosed = true;
      }
    }
    for await (const row of readRows(source(), { compression })) if (row.ok) break;
    await expect.poll(() => isClosed).toBe(true);
  });
});

describe('decompress', () => {
  it.each(['gzip', 'zstd'] as const)(
    'reads pieces of %s in a row as one, however they are cut',
    async (compression) => {
      const texts = Array.from({ length: 9 }, (_, index) => `${String(index).repeat(index * 5000)}\n`);
      const packed = await Promise.all(
        texts.map((text) => collect(compress(inChunks(Buffer.from(text)), compression))),
      );
      for (const size of [1, 7, 1000, 1_000_000]) {
        const plain = await collect(decompress(inChunks(Buffer.concat(packed), size)));
        expect(plain.toString()).toBe(texts.join(''));
      }
    },
  );

  it('passes plain bytes on', async () => {
    expect(await collect(decompress(inChunks(lines)))).toEqual(lines);
    expect(await collect(decompress(inChunks(Buffer.alloc(0))))).toEqual(Buffer.alloc(0));
  });

  it('passes errors of the source on unchanged', async () => {
    await expect(collect(decompress(failing()))).rejects.toThrow('disk gone');
  });

  it('knows the names of compressed files', () => {
    expect(['a.jsonl.gz', 'a.ZST', 'a.br', 'a.jsonl', 'gz'].map(compressionOfName)).toEqual([
      'gzip',
      'zstd',
      'brotli',
      undefined,
      undefined,
    ]);
  });
});
