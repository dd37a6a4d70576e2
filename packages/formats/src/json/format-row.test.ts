import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRow } from './format-row.ts';

/** What Python's `str.splitlines` splits at. */
const lineEnds = [...'\n\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029'];

describe('formatRow', () => {
  it('writes one line that every line reader takes for one', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const line = formatRow({ text });
        expect(lineEnds.filter((character) => line.slice(0, -1).includes(character))).toEqual([]);
        expect(line.endsWith('\n')).toBe(true);
        expect(JSON.parse(line)).toEqual({ text });
      }),
    );
  });

  it('escapes the separators that JSON leaves raw', () => {
    expect(formatRow({ text: 'a\u2028b\u2029c\u0085d' })).toBe('{"text":"a\\u2028b\\u2029c\\u0085d"}\n');
  });
});
