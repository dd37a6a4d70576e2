import { DsgenError, type CodecRecord } from '@dsgen/core';
import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { extract, pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';
import { codecs } from '../codecs.ts';
import { readDataset } from '../read-dataset.ts';
import { compress } from './compression.ts';
import { readTar, writeTar, type TarEntry } from './tar.ts';
import { webDatasetEntries } from './web-dataset.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

async function archive(entries: Iterable<TarEntry>): Promise<Buffer> {
  return Buffer.concat(await collect(writeTar(entries)));
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (DsgenError.isInstance(error) ? error.code : String(error)),
  );
}

const files = fc.array(
  fc.record({ name: fc.stringMatching(/^[a-z0-9/_.-]{1,60}$/), body: fc.uint8Array({ maxLength: 1500 }) }),
  { maxLength: 5 },
);

describe('tar', () => {
  it('writes files from streams as it writes their bytes', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 700 }), async (entries, size) => {
        const streamed = entries.map(({ name, body }) => ({
          name,
          body: { bytes: body.length, chunks: inChunks(body, size) },
        }));
        expect(Buffer.concat(await collect(writeTar(streamed)))).toEqual(await archive(entries));
      }),
    );
  });

  it.each([[3], [5]])('stops at a file that is %d bytes long and not the 4 that were announced', async (bytes) => {
    const body = { bytes: 4, chunks: inChunks(new Uint8Array(bytes), 2) };
    expect(await codeOf(collect(writeTar([{ name: 'a', body }])))).toBe('tar-entry-changed');
  });

  it('refuses a file that is longer than its header can say', async () => {
    const body = { bytes: 8 ** 11, chunks: inChunks(new Uint8Array(0), 1) };
    expect(await codeOf(collect(writeTar([{ name: 'a', body }])))).toBe('tar-entry-too-large');
  });

  it('reads what it wrote, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 900 }), async (entries, size) => {
        const read = await collect(readTar(inChunks(await archive(entries), size)));
        expect(read.map(({ name, body }) => [name, [...body]])).toEqual(
          entries.map(({ name, body }) => [name, [...body]]),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('writes what other readers read', async () => {
    const extractor = extract();
    Readable.from([await archive([{ name: 'a/b.json', body: Buffer.from('{}\n') }])]).pipe(extractor);
    const found: unknown[] = [];
    for await (const entry of extractor) {
      const { name, mode, uid, size, mtime } = entry.header;
      found.push({ name, mode, uid, size, mtime: mtime?.getTime() });
      entry.resume();
    }
    expect(found).toEqual([{ name: 'a/b.json', mode: 0o644, uid: 0, size: 3, mtime: 0 }]);
  });

  it('reads long names, folders and links of other writers', async () => {
    const packer = pack();
    const name = `${'deep/'.repeat(60)}row.json`;
    packer.entry({ name: 'folder', type: 'directory' });
    packer.entry({ name: 'link', type: 'symlink', linkname: '/etc/passwd' });
    packer.entry({ name }, 'long');
    packer.entry({ name: 'short.json' }, 'short');
    packer.finalize();
    const entries = await collect(readTar(Readable.from(packer)));
    expect(entries.map((entry) => [entry.name, Buffer.from(entry.body).toString()])).toEqual([
      [name, 'long'],
      ['short.json', 'short'],
    ]);
  });

  it.each([
    ['container-truncated', (bytes: Buffer) => bytes.subarray(0, 700)],
    ['container-corrupt', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 1024), Buffer.alloc(512, 7)])],
    ['tar-entry-too-long', (bytes: Buffer) => bytes],
  ])('answers damage with %s', async (code, damage) => {
    const bytes = damage(await archive([{ name: 'a', body: Buffer.alloc(300) }]));
    const maxEntryBytes = code === 'tar-entry-too-long' ? 200 : 1000;
    expect(await codeOf(collect(readTar(inChunks(bytes, 100), { maxEntryBytes })))).toBe(code);
  });

  it('refuses a name that would not fit', async () => {
    expect(await codeOf(archive([{ name: 'x'.repeat(101), body: Buffer.alloc(0) }]))).toBe('tar-name');
  });
});

describe('a WebDataset shard', () => {
  const records: readonly CodecRecord[] = Array.from({ length: 20 }, (_, index) => ({
    messages: [
      { role: 'user', content: `Question ${index}?` },
      { role: 'assistant', content: 'Answer.' },
    ],
  }));

  it('is read as any dataset, compressed or not', async () => {
    const plain = Buffer.concat(await collect(writeTar(webDatasetEntries(records, codecs.openai))));
    const packed = Buffer.concat(await collect(compress([plain], 'zstd')));
    for (const bytes of [plain, packed]) {
      const results = await collect(readDataset(inChunks(bytes, 777)));
      expect(results).toEqual(records.map((value, index) => ({ ok: true, value, line: index + 1 })));
    }
  });

  it('names its samples so that they sort as numbers', async () => {
    const entries = await collect(webDatasetEntries(records, codecs.openai));
    expect(entries[12]?.name).toBe('000000012.json');
  });
});
