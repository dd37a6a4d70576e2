import type { ReadResult } from '@dsgen/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRow } from '../json/format-row.ts';
import { readRows, type ReadRowsOptions } from './read-rows.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

async function read(
  input: string | Uint8Array,
  options: ReadRowsOptions & { readonly chunkBytes?: number } = {},
): Promise<readonly ReadResult<unknown>[]> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  return collect(readRows(inChunks(bytes, options.chunkBytes ?? 7), options));
}

function issueOf(result: ReadResult<unknown> | undefined) {
  return result?.ok === false ? result.issues[0] : undefined;
}

const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), { minLength: 1, maxLength: 6 });

async function* failingSource(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('{"a":1}\n');
  throw new Error('disk gone');
}

describe('readRows', () => {
  it('reads JSON Lines and lists alike, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), fc.nat(2), async (values, chunkBytes, indent) => {
        const clean = JSON.parse(JSON.stringify(values)) as unknown[];
        const expected = clean.map((value) => ({ ok: true, value }));
        const list = JSON.stringify(clean, undefined, indent);
        expect(await read(clean.map(formatRow).join(''), { chunkBytes })).toMatchObject(expected);
        expect(await read(list, { chunkBytes })).toMatchObject(expected);
      }),
    );
  });

  it('takes a byte order mark, CRLF, blank lines and a last line without its end', async () => {
    const results = await read('\ufeff{"a":1}\r\n\r\n{"a":2}\n   \n{"a":3}');
    expect(results).toEqual([
      { ok: true, value: { a: 1 }, line: 1 },
      { ok: true, value: { a: 2 }, line: 3 },
      { ok: true, value: { a: 3 }, line: 5 },
    ]);
  });

  it('gives nothing for nothing', async () => {
    expect(await read('')).toEqual([]);
    expect(await read('\ufeff')).toEqual([]);
    expect(await read(' \n\n')).toEqual([]);
    expect(await read('[]')).toEqual([]);
    expect(await read(' [ ]\n')).toEqual([]);
  });

  it('reports a bad line with its place and goes on', async () => {
    const results = await read('{"a":1}\n{"a":tru}\n{"a":2}\n');
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(results[1]).toMatchObject({ line: 2, raw: '{"a":tru}' });
    expect(issueOf(results[1])).toMatchObject({ code: 'json-syntax', line: 2, column: 6, pointer: '/a' });
  });

  it('reports bytes that are not UTF-8 with their column', async () => {
    const line = Buffer.concat([Buffer.from('{"a":1}\n{"é\ufffd":"'), Buffer.from([0xe9]), Buffer.from('"}\n{"a":2}')]);
    const results = await read(line);
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(issueOf(results[1])).toMatchObject({ code: 'invalid-utf8', line: 2, column: 8 });
    expect(issueOf(results[1])?.message).toContain('0xe9');
  });

  it('says what UTF-16 is', async () => {
    const [result] = await read(Buffer.from('\ufeff{"a":1}', 'utf16le'));
    expect(issueOf(result)?.message).toContain('UTF-16');
  });

  it('does not take U+2028 for a line end', async () => {
    expect(await read('{"a":"x\u2028y"}\n')).toEqual([{ ok: true, value: { a: 'x\u2028y' }, line: 1 }]);
  });

  it('lets go of a row beyond the limit, keeps its head, and reads the next', async () => {
    const long = JSON.stringify({ a: 'x'.repeat(100_000) });
    for (const input of [`${long}\n{"b":1}\n`, `[${long},{"b":1}]`]) {
      const results = await read(input, { maxRowBytes: 5000, chunkBytes: 999 });
      expect(issueOf(results[0])).toMatchObject({ code: 'row-too-long', line: 1 });
      expect(results[0]?.ok === false && results[0].raw.length).toBeLessThan(5000);
      expect(results[1]).toMatchObject({ ok: true, value: { b: 1 } });
    }
  });

  it('refuses a row that nests too deep and reads the next', async () => {
    const results = await read(`${'['.repeat(200)}\n{"a":1}`, { maxDepth: 16 });
    expect(results.length).toBeGreaterThan(0);
    const lines = await read(`{"a":${'['.repeat(200)}${']'.repeat(200)}}\n{"a":1}`, { maxDepth: 16 });
    expect(issueOf(lines[0])).toMatchObject({ code: 'too-deep', line: 1 });
    expect(lines[1]).toMatchObject({ ok: true });
  });

  it('places a defect inside a list by line and column, with wide characters before it', async () => {
    const results = await read('[{"a":"é😀"}, {"b":nope},\n {"c":1}]');
    expect(results.map((result) => result.ok)).toEqual([true, false, true]);
    expect(issueOf(results[1])).toMatchObject({ line: 1, column: 20 });
    expect(results[2]).toMatchObject({ line: 2 });
  });

  it('reads what is whole of a list that was cut off, and says that it was', async () => {
    const results = await read('[{"a":1},\n{"a":2}');
    expect(results.map((result) => result.ok)).toEqual([true, true, false]);
    expect(issueOf(results[2])).toMatchObject({ code: 'json-syntax', line: 2, column: 8 });
    const torn = await read('[{"a":1},\n{"a":"b');
    expect(torn.map((result) => result.ok)).toEqual([true, false, false]);
  });

  it.each([
    ['[{"a":1},,{"a":2}]', [true, false, true]],
    ['[{"a":1},]', [true, false]],
    ['[,{"a":1}]', [false, true]],
    ['[{"a":1}] trailing', [true, false]],
    ['[{"a":1} {"b":2}, {"c":3}]', [false, true]],
    ['["]", "}", {"a":"],[\\""}]', [true, true, true]],
  ])('reads the list %s as far as it goes', async (text, expected) => {
    const results = await read(text);
    expect(results.map((result) => result.ok)).toEqual(expected);
  });

  it('reads a list that begins after a line of its own', async () => {
    expect(await read('\n\n[\n{"a":1}\n]\n')).toEqual([{ ok: true, value: { a: 1 }, line: 4 }]);
  });

  it('closes the source when the reader leaves early', async () => {
    let isClosed = false;
    async function* source(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('{"a":1}\n');
      } finally {
        isClosed = true;
      }
    }
    for await (const row of readRows(source())) if (row.ok) break;
    expect(isClosed).toBe(true);
  });

  it('stops with the reason of the signal', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    async function* source(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"a":1}\n{"a":2}\n');
      controller.abort(reason);
      yield Buffer.from('{"a":3}\n');
    }
    await expect(collect(readRows(source(), { signal: controller.signal }))).rejects.toBe(reason);
  });

  it('lets a failing source reject', async () => {
    await expect(collect(readRows(failingSource()))).rejects.toThrow('disk gone');
  });
});
