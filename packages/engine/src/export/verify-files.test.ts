import { describe, expect, it } from 'vitest';
import { verifyFiles } from './verify-files.ts';

const train = { name: 'train.jsonl', bytes: 3, sha256: 'a'.repeat(64), records: 1 };
const card = { name: 'README.md', bytes: 9, sha256: 'b'.repeat(64) };

describe('verifyFiles', () => {
  it('has nothing to say of files that are as they were written', () => {
    expect(verifyFiles([train, card], [card, train])).toEqual([]);
  });

  it('names missing, longer, edited and unlisted files', () => {
    const found = [
      { ...train, bytes: 4 },
      { name: 'z.txt', bytes: 0, sha256: '' },
      { name: 'a/b.txt', bytes: 0, sha256: '' },
    ];
    expect(verifyFiles([card, train], found).map(({ file, code }) => [file, code])).toEqual([
      ['README.md', 'file-missing'],
      ['train.jsonl', 'file-changed'],
      ['a/b.txt', 'file-unlisted'],
      ['z.txt', 'file-unlisted'],
    ]);
  });

  it('tells an edit that kept the length by its sha256', () => {
    const [problem] = verifyFiles([train], [{ ...train, sha256: 'c'.repeat(64) }]);
    expect(problem).toMatchObject({ code: 'file-changed', message: expect.stringContaining('cccccccccccc') });
  });
});
