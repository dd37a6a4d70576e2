import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRowSink } from './row-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-rows-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('openRowSink', () => {
  it('shows the file only when it is whole', async () => {
    const path = join(folder, 'rows.jsonl');
    const sink = await openRowSink(path);
    await sink.write('{"a":1}\n');
    expect(await readdir(folder)).not.toContain('rows.jsonl');
    await sink.write('{"a":2}\n');
    await sink.close();
    expect(await readFile(path, 'utf8')).toBe('{"a":1}\n{"a":2}\n');
    expect(await readdir(folder)).toEqual(['rows.jsonl']);
  });

  it('keeps the earlier file when the rows are discarded', async () => {
    const path = join(folder, 'rows.jsonl');
    await writeFile(path, 'earlier\n');
    const sink = await openRowSink(path);
    await sink.write('half');
    await sink.discard();
    expect(await readFile(path, 'utf8')).toBe('earlier\n');
    expect(await readdir(folder)).toEqual(['rows.jsonl']);
  });

  it('refuses a folder and a missing folder with the fix', async () => {
    await expect(openRowSink(folder)).rejects.toMatchObject({ code: 'output-is-folder' });
    await expect(openRowSink(join(folder, 'none', 'x.jsonl'))).rejects.toMatchObject({ code: 'file-enoent' });
  });
});
