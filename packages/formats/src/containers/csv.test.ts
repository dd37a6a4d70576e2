import { DsgenError, type CodecRecord } from '@dsgen/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codecs } from '../codecs.ts';
import { readDataset } from '../read-dataset.ts';
import { readCell, writeCell, writeCsv } from './csv.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

function record(question: string, passage: string, answer: string): CodecRecord {
  return {
    messages: [
      { role: 'user', content: question, ...(passage !== '' && { context: passage }) },
      { role: 'assistant', content: answer },
    ],
  };
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('=1+1', "'=1", '- a list item', '+1', '@x', '"', 'a,b', 'a\nb', 'tab\tb', "it's", '\ufffd'),
);
const spoken = cell.map((text) => `${text}.`);

describe('CSV', () => {
  it('gives back the records it took, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(spoken, cell, spoken), { minLength: 1 }), fc.nat(30), async (rows, size) => {
        // CSV has one line end; a lone CR inside a quoted cell survives, as part of CRLF it does not always.
        const texts = rows.map((row) => row.map((text) => text.replaceAll(/[\r\0]/g, ' ').normalize('NFC')));
        const records = texts.map(([question = '', passage = '', answer = '']) => record(question, passage, answer));
        const bytes = Buffer.concat(await collect(writeCsv(records, codecs.alpaca)));
        const results = await collect(readDataset(inChunks(bytes, size + 300)));
        expect(results.map((result) => (result.ok ? result.value : result))).toEqual(records);
      }),
      { numRuns: 100 },
    );
  });

  it('lets no cell begin like a formula, and takes the mark off again', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const written = writeCell(text).replace(/^"/, '');
        expect(written).not.toMatch(/^[=+\-@\t\r]/);
        expect(readCell(formulaSafe(text))).toBe(text);
      }),
    );
  });

  it('refuses rows that are not flat', async () => {
    const [message] = record('Why?', '', 'So.').messages;
    const turns = { messages: [...record('a', '', 'b').messages, ...record('Why?', '', 'So.').messages] };
    expect(message).toBeDefined();
    const error = await collect(writeCsv([turns], codecs.alpaca)).catch((reason: unknown) => reason);
    expect(DsgenError.isInstance(error) && error.code).toBe('csv-not-flat');
  });

  it('tells a row with too many cells and one that never closes, with its line', async () => {
    const text = 'prompt,completion\r\n"a\nb",c\r\nd,e,f\r\n"g"h,i\r\nj,"k';
    const results = await collect(readDataset(inChunks(Buffer.from(text), 5)));
    expect(results.map((result) => [result.ok, result.line])).toEqual([
      [true, 2],
      [false, 4],
      [false, 5],
      [false, 6],
    ]);
  });

  it('reads tabs and semicolons, and a byte order mark', async () => {
    for (const separator of ['\t', ';']) {
      const text = `\ufeffprompt${separator}completion\nWhy?${separator}So.\n`;
      expect(await collect(readDataset(inChunks(Buffer.from(text), 9)))).toMatchObject([{ ok: true, line: 2 }]);
    }
  });
});

function formulaSafe(text: string): string {
  const written = writeCell(text);
  return written.startsWith('"') && written.endsWith('"') && written.length > 1 && written !== text
    ? written.slice(1, -1).replaceAll('""', '"')
    : written;
}
