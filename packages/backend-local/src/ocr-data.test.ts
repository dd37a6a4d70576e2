import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareOcrData } from './ocr-data.ts';

let store: string;
beforeEach(async () => {
  store = await mkdtemp(join(tmpdir(), 'dsgen-ocr-'));
  await mkdir(join(store, 'temporary'));
});
afterEach(() => rm(store, { recursive: true }));

describe('prepareOcrData', () => {
  it('unpacks the data of an installed language into the store, once', async () => {
    const folder = await prepareOcrData(store, 'eng');
    const before = await stat(join(folder, 'eng.traineddata'));
    expect(before.size).toBeGreaterThan(1_000_000);
    await prepareOcrData(store, 'eng');
    expect((await stat(join(folder, 'eng.traineddata'))).mtimeMs).toBe(before.mtimeMs);
    expect(await readdir(join(store, 'temporary'))).toEqual([]);
  });

  it('says which package a language needs', async () => {
    await expect(prepareOcrData(store, 'eng+tlh')).rejects.toMatchObject({
      code: 'ocr-data-missing',
      fix: 'Run: npm install @tesseract.js-data/tlh',
    });
  });

  it.each(['', '../eng', 'eng/..', 'english please'])('refuses %j as a language', async (language) => {
    await expect(prepareOcrData(store, language)).rejects.toMatchObject({ code: 'ocr-language-invalid' });
  });
});
