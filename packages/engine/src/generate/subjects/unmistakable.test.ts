import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer } from '../../shared/tokens.ts';
import { holdsUnmistakable } from './unmistakable.ts';

beforeAll(loadTokenizer);

describe('a word that means one thing wherever it is read', () => {
  it.each([
    'how do I open Logstash?',
    'a SeaweedFS volume',
    'run `cargo install`',
    'set `OMP_NUM_THREADS`',
    'ask Google',
  ])('is in %j', (text) => {
    expect(holdsUnmistakable(text)).toBe(true);
  });

  it.each([
    'what is a Router?',
    'the Sales Channel',
    'what is `T`?',
    'what is `drain`?',
    'what is an SLA?',
    'a channel',
  ])('is not in %j', (text) => {
    expect(holdsUnmistakable(text)).toBe(false);
  });
});
