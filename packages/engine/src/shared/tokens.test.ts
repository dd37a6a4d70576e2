import { beforeAll, describe, expect, it } from 'vitest';
import { countTokens, loadTokenizer } from './tokens.ts';

beforeAll(loadTokenizer);

describe('countTokens', () => {
  it('counts o200k tokens', () => {
    expect(countTokens('')).toBe(0);
    expect(countTokens('hello world')).toBe(2);
  });

  it('counts ordinary long text as it counts it in one piece', () => {
    const text = 'The quick brown fox, aged 12345, jumps over the lazy dog. '.repeat(100);
    expect(countTokens(text)).toBe(100 * countTokens(text.slice(0, text.length / 100)) - 99);
  });

  it('takes text that looks like a special token for text', () => {
    expect(countTokens('<|endoftext|>')).toBeGreaterThan(1);
  });

  it('counts half a surrogate pair without failing', () => {
    expect(countTokens('\ud83d')).toBeGreaterThan(0);
  });

  it.each(['a', ' ', '\n', '1', '!', '漢', '😀', 'é', ' \n', 'ab1'])('finishes on a megabyte of %j', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(countTokens(text)).toBeGreaterThan(0);
  });
});
