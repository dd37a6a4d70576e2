import { codecs } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import type { DatasetSink, SinkFile } from './dataset-sink.ts';
import { MemorySink } from './fixtures/processed.ts';
import { OutputFile } from './output-file.ts';

/** Takes so many pieces, then fails as a full disk does. */
class FullSink implements DatasetSink {
  #room: number;

  constructor(room: number) {
    this.#room = room;
  }

  open(): Promise<SinkFile> {
    return Promise.resolve({
      write: () => {
        this.#room -= 1;
        return this.#room < 0 ? Promise.reject(new Error('the disk is full')) : Promise.resolve();
      },
      close: () => Promise.resolve({ bytes: 0, sha256: '' }),
    });
  }
}

function line(index: number): string {
  return `${JSON.stringify({ instruction: `Question ${index}`, input: '', output: 'x'.repeat(2000) })}\n`;
}

async function writeLines(file: OutputFile, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await file.addLine(line(index));
}

describe('a file that is written line by line', () => {
  it.each([
    [{ container: 'lines' }],
    [{ container: 'lines', compression: 'zstd' }],
    [{ container: 'tar', compression: 'gzip' }],
  ] as const)('tells what went wrong with %j where it is written to', async (packing) => {
    const file = await OutputFile.open('train', { sink: new FullSink(1), packing, codec: codecs.alpaca });
    async function write(): Promise<void> {
      await writeLines(file, 400);
      await file.close();
    }
    await expect(write()).rejects.toThrow('the disk is full');
    await file.abandon();
  });

  it('says which row a container has no place for', async () => {
    const sink = new MemorySink();
    const file = await OutputFile.open('train.csv', { sink, packing: { container: 'csv' }, codec: codecs.alpaca });
    await file.addLine('{"instruction":"Why?","input":"","output":"So.","history":[]}\n');
    await expect(file.close()).rejects.toMatchObject({ code: 'csv-not-flat' });
  });

  it('can be let go of at any time', async () => {
    const sink = new MemorySink();
    const file = await OutputFile.open('train.zst', { sink, packing: { container: 'lines', compression: 'zstd' } });
    await writeLines(file, 100);
    await file.abandon();
    await file.abandon();
    expect(sink.files.size).toBe(0);
  });

  it('is the same bytes however the lines come', async () => {
    const [one, other] = [new MemorySink(), new MemorySink()];
    for (const sink of [one, other]) {
      const packing = { container: 'lines', compression: 'gzip' } as const;
      const file = await OutputFile.open('train.gz', { sink, packing });
      for (let index = 0; index < 200; index += 1) {
        await file.addLine(line(index));
        if (sink === other && index % 7 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      await file.close();
    }
    expect(other.bytes).toEqual(one.bytes);
  });
});
