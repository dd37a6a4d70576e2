import { describe, expect, it } from 'vitest';
import { lengthTable } from './length-table.ts';

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

describe('lengthTable', () => {
  it('counts the texts of each row against each context', async () => {
    const text =
      '{"instruction":"a b","input":"","output":"c"}\n{"instruction":"a b c d e","input":"","output":"f"}\noops\n';
    expect(await lengthTable(bytes(text), { count: words, contexts: [2, 3, 100] })).toEqual({
      rows: 2,
      tokens: 9,
      longest: 6,
      contexts: [
        { tokens: 2, fits: 0, exceeds: 2 },
        { tokens: 3, fits: 1, exceeds: 1 },
        { tokens: 100, fits: 2, exceeds: 0 },
      ],
    });
  });
});
