import { describe, expect, it } from 'vitest';
import { cleanProse } from './clean-prose.ts';
import { createHyphenJudge } from './hyphenation.ts';

function clean(text: string, ...others: readonly string[]): string {
  return cleanProse(text, createHyphenJudge([text, ...others]));
}

describe('cleanProse', () => {
  it('undoes line wraps and collapses spaces', () => {
    expect(clean('  The  quick\n   brown\tfox ')).toBe('The quick brown fox');
  });

  it('keeps spaces inside code spans, whatever their fence', () => {
    expect(clean('run `a  b`  and ``c ` d``')).toBe('run `a  b` and ``c ` d``');
  });

  it('treats a backtick without a partner as text', () => {
    expect(clean('it`s  here')).toBe('it`s here');
  });

  it('keeps a hard break and drops the blanks around it', () => {
    expect(clean('Main Street 1 \u2028 Springfield')).toBe('Main Street 1\u2028Springfield');
  });

  it('puts no space into wrapped Chinese and Japanese', () => {
    expect(clean('今日は\n天気がいい')).toBe('今日は天気がいい');
  });

  it('joins a word broken at a line end', () => {
    expect(clean('more infor-\nmation')).toBe('more information');
  });

  it('keeps the hyphen of a compound that the document uses elsewhere', () => {
    expect(clean('a well-\nknown fact', 'This is well-known.')).toBe('a well-known fact');
  });

  it('keeps the hyphen between two words of the document', () => {
    expect(clean('a user-\nfriendly form', 'The user was friendly.')).toBe('a user-friendly form');
  });

  it('joins where the whole word occurs, even if both halves are words', () => {
    expect(clean('our under-\nstanding', 'under it, standing still, understanding all')).toBe('our understanding');
  });

  it('keeps hyphens before digits and capitals, and dashes', () => {
    expect(clean('2019-\n2020, Anglo-\nSaxon, this -\nthat')).toBe('2019-2020, Anglo-Saxon, this - that');
  });
});
