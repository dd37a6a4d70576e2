import { codecRecords } from '@dsgen/testkit/conformance';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import { compress } from './containers/compression.ts';
import { convertBatches, type ConvertedBatch } from './convert-batches.ts';
import { convert, type ConvertedRow } from './convert.ts';
import type { FormatDetection } from './detect-format.ts';
import { formatRow } from './json/format-row.ts';
import type { RowLimits } from './json/limits.ts';
import { LossCounter } from './loss-counter.ts';

type Name = 'alpaca' | 'sharegpt' | 'openai';
const names = ['alpaca', 'sharegpt', 'openai'] as const;
const pairs = names.flatMap((from) => names.map((to) => [from, to] as const));

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The oracle: rows parsed and written anew, one by one. */
async function plainly(bytes: Uint8Array, from: Name, to: Name, limits: RowLimits = {}) {
  const losses = new LossCounter();
  const problems: ConvertedRow[] = [];
  let text = '';
  let rows = 0;
  for await (const row of convert(inChunks(bytes, 1000), { ...limits, from: codecs[from], to: codecs[to] })) {
    rows += 1;
    if (row.ok) {
      text += row.text;
      losses.add(row.losses, row.line);
    } else {
      problems.push(row);
    }
  }
  return { text, rows, problems, losses: losses.counts() };
}

interface Cut extends RowLimits {
  readonly size: number;
}

async function fast(bytes: Uint8Array, from: Name, to: Name, { size, ...limits }: Cut) {
  const batches: ConvertedBatch[] = [];
  const options = { ...limits, from: codecs[from], to: codecs[to] };
  for await (const batch of convertBatches(inChunks(bytes, size), options)) batches.push(batch);
  const losses = new LossCounter();
  for (const batch of batches) {
    for (const { rows, firstLine, ...loss } of batch.losses) losses.add([loss], firstLine, rows);
  }
  return {
    text: Buffer.concat(batches.map((batch) => batch.bytes)).toString(),
    rows: batches.reduce((sum, batch) => sum + batch.rows, 0),
    problems: batches.flatMap((batch) => batch.problems),
    losses: losses.counts(),
  };
}

/** As people and tools write rows: compact, as Python does it, with keys in another order, broken, or not at all JSON. */
function variants(row: object): readonly string[] {
  const line = JSON.stringify(row);
  return [
    formatRow(row).trimEnd(),
    line.replaceAll('":', '": ').replaceAll(',"', ', "').replaceAll('},{', '}, {'),
    JSON.stringify(Object.fromEntries(Object.entries(row).toReversed())),
    line.replaceAll('e', '\\u0065'),
    line.replaceAll('/', '\\/'),
    line.slice(0, -3),
    line.replace('"', '""'),
    `${line}\r`,
    ` ${line} `,
    line.replace('user', 'assistant').replace('human', 'gpt'),
    line.replaceAll('"}', '\\"}'),
    line.replace(/"(input|content|value)":"/, '"$1":"\t'),
  ];
}

function fileOf(from: Name): fc.Arbitrary<string> {
  const line = fc.tuple(codecRecords, fc.nat(30)).map(([record, choice]) => {
    const codec = codecs[from];
    if (codec.losses(record).some((loss) => loss.kind === 'blocked')) return choice % 3 === 0 ? '' : undefined;
    const all = variants(codec.encode(record));
    // Mostly rows that can be copied.
    return all[choice] ?? all[choice % 2];
  });
  return fc.array(line, { maxLength: 12 }).map((lines) => lines.filter((text) => text !== undefined).join('\n'));
}

describe.each(pairs)('convertBatches from %s to %s', (from, to) => {
  it('gives the bytes, problems and losses of convert, however the file is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fileOf(from), fc.integer({ min: 1, max: 3000 }), fc.boolean(), async (text, size, endsWell) => {
        const bytes = Buffer.from(endsWell ? `${text}\n` : text);
        expect(await fast(bytes, from, to, { size })).toEqual(await plainly(bytes, from, to));
      }),
      { numRuns: 150 },
    );
  });
});

describe('convertBatches', () => {
  it('does not join two broken lines into a row', async () => {
    const bytes = Buffer.from('{"instruction":"abc\n","input":"","output":"x"}\n');
    const result = await fast(bytes, 'alpaca', 'openai', { size: 100 });
    expect(result.text).toBe('');
    expect(result.problems.map((row) => row.line)).toEqual([1, 2]);
    expect(result).toEqual(await plainly(bytes, 'alpaca', 'openai'));
  });

  it('reports bytes that are not UTF-8 among lines that are', async () => {
    const good = Buffer.from('{"instruction":"a","input":"é","output":"b"}\n');
    const bytes = Buffer.concat([
      good,
      Buffer.from('{"instruction":"'),
      Buffer.from([0xff]),
      Buffer.from('"}\n'),
      good,
    ]);
    expect(await fast(bytes, 'alpaca', 'sharegpt', { size: 1 << 20 })).toEqual(
      await plainly(bytes, 'alpaca', 'sharegpt'),
    );
  });

  it('tells the format from the first rows, of compressed files too', async () => {
    const text = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]}\n'.repeat(300);
    const heard: string[] = [];
    const pieces: Uint8Array[] = [];
    const packed = compress([Buffer.from(text)], 'zstd');
    function onDetection({ format }: FormatDetection): void {
      heard.push(format ?? 'none');
    }
    for await (const { bytes } of convertBatches(packed, { to: codecs.alpaca, onDetection })) pieces.push(bytes);
    expect(heard).toEqual(['openai']);
    expect(Buffer.concat(pieces).toString().split('\n')).toHaveLength(301);
  });

  it('closes its source when the format cannot be told', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('{"topic":"x"}\n');
      } finally {
        isClosed = true;
      }
    }
    const batches = convertBatches(source(), { to: codecs.alpaca });
    await expect(batches.next()).rejects.toMatchObject({ code: 'format-not-detected' });
    expect(isClosed).toBe(true);
  });

  it.each([
    ['conversion-bad-row', '{"instruction":"a","input":"","output":"b"}\n{"instruction":1}\n'],
    ['conversion-loss', '{"instruction":"a","input":"","output":"b","lang":"en"}\n'],
  ])('stops with %s when strict', async (code, text) => {
    const options = { from: codecs.alpaca, to: codecs.openai, strict: true };
    const batches = convertBatches(inChunks(Buffer.from(text), 10), options);
    await expect(batches.next()).rejects.toMatchObject({ code });
  });

  it('lets go of rows beyond the limit and says so as convert does', async () => {
    const lines = [3, 100, 400, 5, 1000, 401, 7, 2000].map(
      (length) => `{"instruction":"${'é'.repeat(length)}","input":"","output":"b"}`,
    );
    const bytes = Buffer.from(lines.join('\n'));
    for (const size of [17, 300, 1500, 1 << 20]) {
      for (const maxRowBytes of [40, 900, 2100]) {
        const limited = { maxRowBytes };
        expect(await fast(bytes, 'alpaca', 'openai', { size, ...limited })).toEqual(
          await plainly(bytes, 'alpaca', 'openai', limited),
        );
      }
    }
  });

  it('takes a list, and formats it cannot copy, on the plain path', async () => {
    const list = Buffer.from('[{"instruction":"a","input":"","output":"b"}]');
    expect(await fast(list, 'alpaca', 'openai', { size: 7 })).toEqual(await plainly(list, 'alpaca', 'openai'));
  });
});
