import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from '../codecs.ts';
import { writeParquet } from '../parquet/write-parquet.ts';
import { readParquetLines } from '../parquet/read-parquet-lines.ts';
import { dedupeRows, type DedupeRowsOptions } from './dedupe-rows.ts';
import { LineTable } from './line-table.ts';
import { mergeRows } from './merge-rows.ts';
import type { NearTexts } from './near-texts.ts';
import { rowStatistics } from './row-statistics.ts';
import { sampleRows, type SampleRowsOptions } from './sample-rows.ts';
import { splitRows, type SplitRowsOptions } from './split-rows.ts';

async function* chunksOf(text: string, size = 100): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function numbered(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => `{"n":${index + from}}\n`).join('');
}

function alpaca(question: string, answer: string): string {
  return `{"instruction":${JSON.stringify(question)},"input":"","output":${JSON.stringify(answer)}}\n`;
}

/** Texts are near when they begin with the same letter. */
function sameInitial(): NearTexts {
  const initials: string[] = [];
  return {
    findAndAdd(text) {
      const index = initials.indexOf(text.slice(0, 1));
      initials.push(text.slice(0, 1));
      return index === -1 ? undefined : index;
    },
  };
}

async function sampled(text: string, options: SampleRowsOptions): Promise<readonly string[]> {
  const rows = await collect(sampleRows(chunksOf(text), options));
  return rows.map((row) => (row.ok ? row.text.trimEnd() : 'bad'));
}

describe('sampleRows', () => {
  it('takes as many rows as asked for, in file order, the same ones each time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.integer({ min: 1, max: 70 }), fc.nat(), async (rows, count, seed) => {
        const first = await sampled(numbered(rows), { count, seed });
        expect(first).toHaveLength(Math.min(rows, count));
        const numbers = first.map((row) => (JSON.parse(row) as { n: number }).n);
        expect(numbers).toEqual([...new Set(numbers)].toSorted((left, right) => left - right));
        expect(await sampled(numbered(rows), { count, seed })).toEqual(first);
      }),
    );
  });

  it('takes every row as often as any other', async () => {
    const taken = new Map<string, number>();
    for (let seed = 0; seed < 400; seed += 1) {
      for (const row of await sampled(numbered(10), { count: 3, seed })) taken.set(row, (taken.get(row) ?? 0) + 1);
    }
    // 120 expected of each; six standard deviations are 55.
    expect([...taken.values()].every((times) => times > 65 && times < 175)).toBe(true);
    expect(taken.size).toBe(10);
  });

  it('takes about a share, and the same rows when others are added', async () => {
    const some = await sampled(numbered(2000), { share: 0.25, seed: 7 });
    expect(some.length).toBeGreaterThan(400);
    expect(some.length).toBeLessThan(600);
    const more = await sampled(numbered(500, 5000) + numbered(2000), { share: 0.25, seed: 7 });
    expect(more.filter((row) => (JSON.parse(row) as { n: number }).n < 2000)).toEqual(some);
    expect(await sampled(numbered(50), { share: 1 })).toHaveLength(50);
  });

  it('gives rows that cannot be read, and refuses sizes that mean nothing', async () => {
    expect(await sampled('{"n":1}\nnope\n', { count: 5 })).toEqual(['bad', '{"n":1}']);
    for (const size of [{}, { count: 0 }, { count: 1.5 }, { share: 0 }, { share: 1.1 }, { count: 1, share: 0.5 }]) {
      await expect(sampled('', size)).rejects.toMatchObject({ code: 'sample-size' });
    }
  });
});

async function split(text: string, options: Omit<SplitRowsOptions, 'shares'> = {}) {
  const shares = { train: 0.8, validation: 0.1, test: 0.1 };
  const rows = await collect(splitRows(chunksOf(text), { shares, ...options }));
  return rows.map((row) => (row.ok ? row.split : 'bad'));
}

describe('splitRows', () => {
  it('deals every row to one split, about by the shares, the same each time', async () => {
    const dealt = await split(numbered(3000), { seed: 3 });
    const counts = ['train', 'validation', 'test'].map((name) => dealt.filter((one) => one === name).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3000);
    expect(counts[0]).toBeGreaterThan(2250);
    expect(counts[1]).toBeGreaterThan(200);
    expect(counts[2]).toBeGreaterThan(200);
    expect(await split(numbered(3000), { seed: 3 })).toEqual(dealt);
    expect(await split(numbered(3000), { seed: 4 })).not.toEqual(dealt);
  });

  it('keeps the split of a row whatever stands around it or however it is written', async () => {
    const alone = await split(numbered(100));
    expect((await split(numbered(50, 1000) + numbered(100))).slice(50)).toEqual(alone);
    const spaced = numbered(100).replaceAll(':', ' : ');
    expect(await split(spaced)).toEqual(alone);
  });

  it.each(['source', '/source', '/deep/0/source'])('keeps groups by %s together', async (by) => {
    const rows = Array.from({ length: 300 }, (_, index) => {
      const source = { name: `document ${index % 17}` };
      return `${JSON.stringify({ n: index, source, deep: [{ source }] })}\n`;
    });
    const dealt = await split(rows.join(''), { by, seed: 1 });
    for (let group = 0; group < 17; group += 1) {
      expect(new Set(dealt.filter((_, index) => index % 17 === group)).size).toBe(1);
    }
    expect(new Set(dealt).size).toBeGreaterThan(1);
  });

  it('keeps near rows with the earliest of them', async () => {
    const texts = Array.from({ length: 200 }, (_, index) => alpaca(`${'abcdefgh'[index % 8]} ${index}`, 'So.'));
    const dealt = await split(texts.join(''), { near: sameInitial() });
    for (let letter = 0; letter < 8; letter += 1) {
      expect(new Set(dealt.filter((_, index) => index % 8 === letter)).size).toBe(1);
    }
  });

  it('gives nothing to a split whose share is 0', async () => {
    const rows = await collect(splitRows(chunksOf(numbered(200)), { shares: { a: 0, b: 3, c: 0 } }));
    expect(new Set(rows.map((row) => row.ok && row.split))).toEqual(new Set(['b']));
  });

  it('says what is wrong with shares, fields and groups', async () => {
    const zero = collect(splitRows(chunksOf('{"a":1}\n'), { shares: { train: 0 } }));
    await expect(zero).rejects.toMatchObject({ code: 'split-shares' });
    await expect(split('{"a":1}\n{"b":1}\n', { by: 'a' })).rejects.toMatchObject({ code: 'field-missing' });
    await expect(split('{"a":1}\n', { by: '' })).rejects.toMatchObject({ code: 'field-invalid' });
    await expect(split('', { by: 'a', near: sameInitial() })).rejects.toMatchObject({ code: 'split-groups' });
  });
});

async function duplicates(text: string, options?: DedupeRowsOptions) {
  const rows = await collect(dedupeRows(chunksOf(text), options));
  return rows.map((row) => (row.ok ? (row.duplicate ?? 'kept') : 'bad'));
}

describe('dedupeRows', () => {
  it('knows equal rows whatever the order of their keys and their spaces', async () => {
    const text =
      '{"a":1,"b":[1,{"x":1,"y":2}]}\n{ "b": [1, {"y": 2, "x": 1}], "a": 1 }\n{"a":1,"b":[{"x":1,"y":2},1]}\n';
    expect(await duplicates(text)).toEqual(['kept', { kind: 'equal', ofLine: 1 }, 'kept']);
  });

  it('keeps exactly the first of every value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40), { maxLength: 300 }), async (values) => {
        const kept = await duplicates(values.map((n) => `{"n":${n}}\n`).join(''));
        const expected = values.map((n, index) =>
          values.indexOf(n) === index ? 'kept' : { kind: 'equal', ofLine: values.indexOf(n) + 1 },
        );
        expect(kept).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('compares one field, or the texts for near ones', async () => {
    const text = alpaca('a?', 'x') + alpaca('a?', 'y') + alpaca('b?', 'z') + alpaca('a!', 'w');
    expect(await duplicates(text, { by: 'instruction' })).toEqual([
      'kept',
      { kind: 'equal', ofLine: 1 },
      'kept',
      'kept',
    ]);
    const near = { kind: 'near', ofLine: 1 };
    expect(await duplicates(text, { near: sameInitial() })).toEqual(['kept', near, 'kept', near]);
  });
});

describe('mergeRows', () => {
  it('gives the rows of one file after the other, whatever their containers', async () => {
    const record = {
      messages: [
        { role: 'user', content: 'c?' },
        { role: 'assistant', content: 'C.' },
      ],
    } as const;
    const pieces = await collect(writeParquet([record], codecs.alpaca));
    const bytes = Buffer.concat(pieces);
    const parquet = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const sources = [
      { name: 'list', open: () => chunksOf(`[\n${alpaca('a?', 'A.').replaceAll(',', ',\n')}]`) },
      { name: 'csv', open: () => chunksOf('instruction,input,output\r\nb?,,B.\r\n') },
      { name: 'parquet', open: () => readParquetLines(parquet) },
    ];
    const rows = await collect(mergeRows(sources));
    expect(rows.map((row) => row.ok && row.text)).toEqual(
      ['a', 'b', 'c'].map((text) => alpaca(`${text}?`, `${text.toUpperCase()}.`)),
    );
    expect(rows.map(({ source }) => source)).toEqual(['list', 'csv', 'parquet']);
  });

  it('refuses files of different formats and closes what it opened', async () => {
    let isClosed = false;
    async function* chat(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('{"messages":[{"role":"user","content":"Hi"}]}\n');
      } finally {
        isClosed = true;
      }
    }
    const sources = [
      { name: 'empty', open: () => chunksOf('') },
      { name: 'one', open: () => chunksOf(alpaca('a?', 'A.')) },
      { name: 'other', open: chat },
    ];
    const error = await collect(mergeRows(sources)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      code: 'merge-formats',
      message: expect.stringContaining('"other" failed: its rows are openai') as string,
    });
    expect(isClosed).toBe(true);
  });
});

describe('rowStatistics', () => {
  it('counts formats, columns, turns, tokens and duplicates', async () => {
    const text = `${alpaca('a b?', 'c') + alpaca('a b?', 'c')}{"instruction":"x","input":null,"output":"y","tags":["t"]}\nnope\n[1]\n`;
    expect(await rowStatistics(chunksOf(text), { count: (words) => words.split(/\s+/).length })).toEqual({
      rows: 5,
      unreadable: 1,
      formats: { alpaca: 3, unknown: 1 },
      columns: [
        { name: 'instruction', rows: 3, kinds: { string: 3 } },
        { name: 'input', rows: 3, kinds: { string: 2, null: 1 } },
        { name: 'output', rows: 3, kinds: { string: 3 } },
        { name: 'tags', rows: 1, kinds: { list: 1 } },
      ],
      duplicates: 1,
      turns: [[2, 3]],
      tokens: expect.anything() as unknown,
    });
  });

  it('counts what comes after many columns as one', async () => {
    const row = Object.fromEntries(Array.from({ length: 800 }, (_, index) => [`c${index}`, 1]));
    const { columns } = await rowStatistics(chunksOf(`${JSON.stringify(row)}\n`, 1 << 16));
    expect(columns).toHaveLength(501);
    expect(columns.at(-1)).toMatchObject({ rows: 300, kinds: { number: 300 } });
  });
});

describe('LineTable', () => {
  it('remembers the first line of every key while it grows', () => {
    const table = new LineTable();
    for (let line = 1; line <= 20_000; line += 1) expect(table.findOrAdd(`key ${line}`, line)).toBeUndefined();
    for (let line = 1; line <= 20_000; line += 97) expect(table.findOrAdd(`key ${line}`, line + 1)).toBe(line);
    expect(table.size).toBe(20_000);
  });
});
