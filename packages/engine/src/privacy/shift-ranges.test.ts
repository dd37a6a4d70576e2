import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftRange } from './shift-ranges.ts';

describe('a range in a text of which parts are replaced', () => {
  it('holds the same words when it touches none of them', () => {
    const words = fc.array(
      fc.record({
        text: fc.stringMatching(/^[a-z]{1,6}$/),
        hidden: fc.boolean(),
        length: fc.integer({ min: 1, max: 12 }),
      }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        let before = '';
        let after = '';
        const replacements = [];
        const kept = [];
        for (const { text, hidden, length } of parts) {
          const range = { start: before.length, end: before.length + text.length };
          if (hidden) replacements.push({ ...range, length });
          else kept.push({ range, text });
          before += `${text} `;
          after += `${hidden ? '#'.repeat(length) : text} `;
        }
        for (const { range, text } of kept) {
          const { start, end } = shiftRange(range, replacements);
          expect(after.slice(start, end)).toBe(text);
        }
        for (const { length, ...range } of replacements) {
          const { start, end } = shiftRange(range, replacements);
          expect(after.slice(start, end)).toBe('#'.repeat(length));
        }
      }),
    );
  });

  it('takes in what stands for a part that it shares', () => {
    const replacements = [{ start: 5, end: 10, length: 3 }];
    expect(shiftRange({ start: 0, end: 7 }, replacements)).toEqual({ start: 0, end: 8 });
    expect(shiftRange({ start: 7, end: 12 }, replacements)).toEqual({ start: 5, end: 10 });
  });
});
