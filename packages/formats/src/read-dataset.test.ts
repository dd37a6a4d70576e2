import { DsgenError, type CodecRecord, type ReadResult } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { codecs } from './codecs.ts';
import type { FormatDetection } from './detect-format.ts';
import { readDataset, type ReadDatasetOptions } from './read-dataset.ts';
import { writeRows } from './rows/write-rows.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

function read(text: string, options?: ReadDatasetOptions): Promise<readonly ReadResult<CodecRecord>[]> {
  return collect(readDataset(bytes(text), options));
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const good = '{"instruction":"Why?","input":"","output":"So."}';

describe('readDataset', () => {
  it('gives back the records that writeRows wrote', async () => {
    const records: readonly CodecRecord[] = Array.from({ length: 500 }, (_, index) => ({
      messages: [
        { role: 'user', content: `Question ${index}?`, context: 'x'.repeat(index) },
        { role: 'assistant', content: `Answer ${index}.` },
      ],
    }));
    const results = await collect(readDataset(writeRows(records, codecs.alpaca)));
    expect(results.slice(1)).toEqual(records.slice(1).map((value, index) => ({ ok: true, value, line: index + 2 })));
  });

  it('tells the format first, then reads', async () => {
    const heard: FormatDetection[] = [];
    const results = await read(`${good}\n${good}`, { onDetection: (detection) => heard.push(detection) });
    expect(results.map((result) => result.ok)).toEqual([true, true]);
    expect(heard).toMatchObject([{ format: 'alpaca', confidence: 1 }]);
  });

  it('places a defect of a value at its line and column', async () => {
    const results = await read(`${good}\n{"instruction":"é?","input":"","output":{"answer":1}}`);
    expect(results[1]).toMatchObject({
      ok: false,
      issues: [{ code: 'wrong-type', pointer: '/output', line: 2, column: 41 }],
    });
  });

  it('places something missing at what should hold it, inside a list too', async () => {
    const text =
      '[\n  {"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]},\n  {"messages":[{"role":"user"}]}\n]';
    const results = await read(text);
    expect(results[1]).toMatchObject({
      ok: false,
      line: 3,
      issues: [{ code: 'missing-field', pointer: '/messages/0/content', line: 3, column: 16 }],
    });
  });

  it('reports all defects of a row at once', async () => {
    const [result] = await read('{"instruction":1,"input":[],"output":null}', { codec: codecs.alpaca });
    expect(result?.ok === false && result.issues.map((issue) => issue.pointer)).toEqual([
      '/instruction',
      '/input',
      '/output',
    ]);
  });

  it('notes columns that it leaves out, with their place', async () => {
    const [result] = await read('{"instruction":"Why?","input":"","output":"So.","lang":"en","gap":null}');
    expect(result).toMatchObject({ ok: true, notes: [{ code: 'unknown-column', pointer: '/lang', column: 56 }] });
  });

  it('refuses to guess and says what to do', async () => {
    const error = await rejection(read('{"topic":"x"}\n'));
    expect(DsgenError.isInstance(error) && error.code).toBe('format-not-detected');
    expect(DsgenError.isInstance(error) && error.fix).toContain('alpaca, sharegpt, openai');
  });

  it('reports the defects of a file in which no row can be read', async () => {
    const results = await read('not json\nat all\n');
    expect(results.map((result) => result.ok)).toEqual([false, false]);
  });

  it('gives the first record before the source has ended, once the format is known', async () => {
    let pulled = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        pulled += 1;
        yield Buffer.from(`${good}\n`);
      }
    }
    for await (const result of readDataset(endless(), { codec: codecs.alpaca })) if (result.ok) break;
    expect(pulled).toBeLessThan(10);
  });
});
