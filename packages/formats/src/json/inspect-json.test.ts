import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectJson } from './inspect-json.ts';

function codes(text: string, maxDepth = 64): readonly string[] {
  return inspectJson(text, { maxDepth }).defects.map((defect) => defect.code);
}

function isParseable(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON texts with one character changed, removed or added: near misses, where parsers differ. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.nat(),
    fc.constantFrom('', '"', ',', ':', '{', ']', '\\', '\u0001', '0', 'e', '-'),
  )
  .map(([text, at, insert]) => {
    const position = at % (text.length + 1);
    return text.slice(0, position) + insert + text.slice(position + (at % 2));
  });

describe('inspectJson', () => {
  it('calls a text JSON exactly when JSON.parse does', () => {
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.json(), fc.string()), (text) => {
        expect(!codes(text).includes('json-syntax')).toBe(isParseable(text));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', ['duplicate-key']],
    ['{"a":1,"\\u0061":2}', ['duplicate-key']],
    ['{"a":{"b":1},"b":{"a":1}}', []],
    ['[9007199254740991]', []],
    ['[9007199254740993]', ['unsafe-number']],
    ['[12345678901234567890, -12345678901234567890]', ['unsafe-number', 'unsafe-number']],
    ['[1e400]', ['unsafe-number']],
    ['[0.1234567890123456789]', []],
    ['"\\ud83d\\ude00"', []],
    ['"\\ud83d"', ['lone-surrogate']],
    ['"\\ude00\\ud83d"', ['lone-surrogate', 'lone-surrogate']],
    ['"\\ud83d\\ud83d\\ude00"', ['lone-surrogate']],
    ['"a\\u0000b"', ['nul-character']],
    ['[1,]', ['json-syntax']],
    ['{"a":1,}', ['json-syntax']],
    ['[1] x', ['json-syntax']],
    ['01', ['json-syntax']],
    ['"tab\there"', ['json-syntax']],
    ['', ['json-syntax']],
    ['NaN', ['json-syntax']],
  ])('finds in %s: %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('refuses nesting beyond the limit without using the stack', () => {
    expect(codes('['.repeat(1_000_000), 128)).toEqual(['too-deep']);
    expect(codes('['.repeat(128) + ']'.repeat(128), 128)).toEqual([]);
  });

  it('finds where the value of a pointer starts', () => {
    const text = ' {"a": [1, {"b/c": "x"}]}';
    const { offsets } = inspectJson(text, { maxDepth: 8, locate: new Set(['/a', '/a/1/b~1c', '/missing']) });
    expect(text.slice(offsets.get('/a'))).toBe('[1, {"b/c": "x"}]}');
    expect(text.slice(offsets.get('/a/1/b~1c'))).toBe('"x"}]}');
    expect(offsets.has('/missing')).toBe(false);
  });

  it('keeps a syntax error even behind a flood of other defects', () => {
    const { defects } = inspectJson(`[${'1e999,'.repeat(100)}`, { maxDepth: 8 });
    expect(defects.length).toBe(20);
    expect(defects.at(-1)?.code).toBe('json-syntax');
  });
});
