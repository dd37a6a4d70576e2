import { DsgenError } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import { checkDataset } from './conformance/check-report.ts';
import { compress } from './containers/compression.ts';
import { convertBatches } from './convert-batches.ts';
import { convert } from './convert.ts';
import { dedupeRows } from './files/dedupe-rows.ts';
import { readDataset } from './read-dataset.ts';

/** Bad input as it comes, through every way in: each must report the same rows, and go on after them. */
interface Seen {
  readonly good: readonly number[];
  readonly bad: readonly string[];
}

type Way = (chunks: AsyncIterable<Uint8Array>) => Promise<Seen>;

const ways: Readonly<Record<string, Way>> = {
  readDataset: async (chunks) => seen(readDataset(chunks, { codec: codecs.alpaca })),
  convert: async (chunks) => seen(convert(chunks, { from: codecs.alpaca, to: codecs.openai })),
  dedupeRows: async (chunks) => seen(dedupeRows(chunks)),
  convertBatches: async (chunks) => {
    const bad: string[] = [];
    let rows = 0;
    for await (const batch of convertBatches(chunks, { from: codecs.alpaca, to: codecs.sharegpt })) {
      rows += batch.rows - batch.problems.length;
      for (const { line, issues } of batch.problems) bad.push(`${line} ${issues[0]?.code}`);
    }
    return { good: Array.from({ length: rows }, (_, index) => index), bad };
  },
};

interface Result {
  readonly ok: boolean;
  readonly line: number;
  readonly issues?: ReadonlyArray<{ readonly code: string }>;
}

async function seen(results: AsyncIterable<Result>): Promise<Seen> {
  const good: number[] = [];
  const bad: string[] = [];
  for await (const { ok, line, issues } of results) {
    if (ok) good.push(line);
    else bad.push(`${line} ${issues?.[0]?.code}`);
  }
  return { good, bad };
}

const GOOD = '{"instruction":"Why?","input":"","output":"So."}';

function row(json: string): string {
  return GOOD.replace('"So."', json);
}

async function* chunksOf(...parts: ReadonlyArray<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

/** A line of so many bytes that never was in memory as a whole. */
async function* withLongLine(bytes: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(1 << 20, 0x61);
  yield Buffer.from(`${GOOD}\n{"instruction":"`);
  for (let sent = 0; sent < bytes; sent += piece.length) yield piece;
  yield Buffer.from(`"}\n${GOOD}\n`);
}

async function* endlessCell(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('instruction,input,output\na?,,"');
  for (let sent = 0; sent < 40; sent += 1) yield Buffer.alloc(1 << 20, 0x61);
  yield Buffer.from('"\nb?,,B.\n');
}

describe.each(Object.keys(ways))('%s of hostile input', (name) => {
  const read = ways[name] ?? (() => Promise.reject(new Error(name)));

  it.each([
    ['duplicate keys', row('"a","output":"b"'), 'duplicate-key'],
    ['a key given twice under an escape', row('"a","\\u006futput":"b"'), 'duplicate-key'],
    ['a number beyond 2^53', row('"a","id":9007199254740993'), 'unsafe-number'],
    ['a number that is infinite', row('"a","id":1e999'), 'unsafe-number'],
    ['a lone surrogate', row('"\\ud83d"'), 'lone-surrogate'],
    ['two of them in the wrong order', row('"\\ude00\\ud83d"'), 'lone-surrogate'],
    ['a NUL', row('"\\u0000"'), 'nul-character'],
    ['a raw control character', row('"a\tb"'), 'json-syntax'],
    ['a row that is cut off', GOOD.slice(0, -4), 'json-syntax'],
    ['two rows on one line', GOOD + GOOD, 'json-syntax'],
    ['nesting without end', row('['.repeat(100_000)), 'too-deep'],
  ])('reports %s and reads the next row', async (_what, bad, code) => {
    const { good, bad: reported } = await read(chunksOf(`${GOOD}\n${bad}\n${GOOD}\n`));
    expect([good.length, reported]).toEqual([2, [`2 ${code}`]]);
  });

  it('reports a line of 100 MB without holding it, and reads the next row', async () => {
    const { good, bad } = await read(withLongLine(100 * 1024 * 1024));
    expect([good.length, bad]).toEqual([2, ['2 row-too-long']]);
  });

  it('takes a byte order mark, mixed line ends, blank lines and U+2028 for what they are', async () => {
    const separators = row('"a\u2028b\u2029c\u0085d"');
    const { good, bad } = await read(chunksOf(`\ufeff${GOOD}\r\n\r\n${GOOD}\n  \n${separators}\r\n${GOOD}`));
    expect([good.length, bad]).toEqual([4, []]);
  });

  it('reports bytes that are not UTF-8', async () => {
    const { good, bad } = await read(chunksOf(`${GOOD}\n{"instruction":"`, Buffer.from([0xc3, 0x28]), `"}\n${GOOD}\n`));
    expect([good.length, bad]).toEqual([2, ['2 invalid-utf8']]);
  });

  it.each(['gzip', 'zstd'] as const)(
    'reads what is whole of a cut %s file and says that it was cut',
    async (compression) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of compress(chunksOf(`${GOOD}\n`.repeat(50_000)), compression)) pieces.push(piece);
      const packed = Buffer.concat(pieces);
      const error = await read(chunksOf(packed.subarray(0, packed.length - 9))).catch((reason: unknown) => reason);
      expect(DsgenError.isInstance(error) && error.code).toBe('container-truncated');
    },
  );
});

describe('hostile input', () => {
  it('lets go of a quoted CSV cell that does not end, and says so', async () => {
    const results = await seen(readDataset(endlessCell(), { codec: codecs.alpaca, maxRowBytes: 1 << 20 }));
    expect(results).toEqual({ good: [3], bad: ['2 row-too-long'] });
  });

  it('tells rows of another format in the same file by line', async () => {
    const chat = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]}';
    const text = `${`${GOOD}\n`.repeat(150)}${chat}\n${GOOD}\n`;
    const { bad } = await seen(readDataset(chunksOf(text)));
    expect(bad).toEqual(['151 missing-field']);
    const { consumers } = await checkDataset(chunksOf(text));
    expect(consumers.every(({ accepted }) => accepted === 151)).toBe(true);
  });
});
