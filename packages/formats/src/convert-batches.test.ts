import { codecRecords } from '@dsgen/testkit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import { convertBatches, type ConvertedBatch } from './convert-batches.ts';
import { convert, type ConvertedRow } from './convert.ts';
import { formatRow } from './json/format-row.ts';
import { LossCounter } from './loss-counter.ts';

type Name = 'alpaca' | 'sharegpt' | 'openai';
const names = ['alpaca', 'sharegpt', 'openai'] as const;
const pairs = names.flatMap((from) => names.map((to) => [from, to] as const));

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

/** The oracle: rows parsed and written anew, one by one. */
async function plainly(bytes: Uint8Array, from: Name, to: Name) {
  const losses = new LossCounter();
  const problems: ConvertedRow[] = [];
  let text = '';
  let rows = 0;
  for await (const row of convert(inChunks(bytes, 1000), { from: codecs[from], to: codecs[to] })) {
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

async function fast(bytes: Uint8Array, from: Name, to: Name, size: number) {
  const batches: ConvertedBatch[] = [];
  const options = { from: codecs[from], to: codecs[to] };
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
        expect(await fast(bytes, from, to, size)).toEqual(await plainly(bytes, from, to));
      }),
      { numRuns: 150 },
    );
  });
});

describe('convertBatches', () => {
  it('does not join two broken lines into a row', async () => {
    const bytes = Buffer.from('{"instruction":"abc\n","input":"","output":"x"}\n');
    const result = await fast(bytes, 'alpaca', 'openai', 100);
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
    expect(await fast(bytes, 'alpaca', 'sharegpt', 1 << 20)).toEqual(await plainly(bytes, 'alpaca', 'sharegpt'));
  });

  it('takes a list, and formats it cannot copy, on the plain path', async () => {
    const list = Buffer.from('[{"instruction":"a","input":"","output":"b"}]');
    expect(await fast(list, 'alpaca', 'openai', 7)).toEqual(await plainly(list, 'alpaca', 'openai'));
  });
});
