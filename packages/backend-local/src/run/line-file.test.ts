import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LineReader, openLineWriter } from './line-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-lines-'));
  path = join(folder, 'deep', 'lines.jsonl');
});
afterEach(() => rm(folder, { recursive: true }));

async function readAvailable(reader: LineReader): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of reader.lines()) lines.push(line);
  return lines;
}

describe('a file of lines', () => {
  it('is read while it is written, each line once and whole', async () => {
    const expected = Array.from({ length: 3000 }, (_, index) => `${index} ${'ä'.repeat(index % 400)}`);
    let isNew = false;
    const writer = await openLineWriter(path, () => {
      isNew = true;
    });
    const reader = await LineReader.open(path);
    const read: string[] = [];
    for (const [index, line] of expected.entries()) {
      await writer.append(line);
      if (index % 97 === 0) read.push(...(await readAvailable(reader)));
    }
    await writer.close();
    read.push(...(await readAvailable(reader)));
    await reader.close();
    expect(isNew).toBe(true);
    expect(read).toEqual(expected);
  });

  it('begins anew when it is opened for writing again', async () => {
    for (const line of ['old', 'new']) {
      const writer = await openLineWriter(path, () => undefined);
      await writer.append(line);
      await writer.close();
    }
    const reader = await LineReader.open(path);
    expect(await readAvailable(reader)).toEqual(['new']);
    await reader.close();
  });

  it('reports a disk that takes no more', async () => {
    const writer = await openLineWriter('/dev/full', () => undefined);
    await writer.append('lost');
    await expect(writer.close()).rejects.toMatchObject({ code: 'disk-full' });
  });
});
