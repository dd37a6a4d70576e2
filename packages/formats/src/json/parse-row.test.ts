import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectJson } from './inspect-json.ts';
import { parseRow } from './parse-row.ts';

/** Texts around every edge that the quick look must not miss. */
const edgyJson = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom('a', 'b', 'a\\u0062', '\\"', '\\\\'),
        fc.constantFrom('1', '"x:{["', '9007199254740993', '1e999', '"\\ud800"', '"\\u0000"', '[{"a":1}]', '"\\\\"'),
      ),
    )
    .map((members) => `{${members.map(([key, value]) => `"${key}":${value}`).join(',')}}`),
);

describe('parseRow', () => {
  it('finds with its quick look whatever the slow look finds', () => {
    fc.assert(
      fc.property(edgyJson, (text) => {
        const slow = inspectJson(text, { maxDepth: 128 }).defects.map((defect) => defect.code);
        const row = parseRow(text);
        expect(row.ok ? [] : row.issues.map((issue) => issue.code)).toEqual(slow);
      }),
      { numRuns: 3000 },
    );
  });

  it('names keys right where JSON.parse of some V8 versions does not', () => {
    // https://github.com/nodejs/node/issues/63785: a key with an escape may come out as a key seen before.
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 2 }), { maxLength: 4 }), (keys) => {
        const wellFormed = [...new Set(keys.map((key) => key.toWellFormed().replaceAll('\0', '0')))];
        const row = parseRow(`{${wellFormed.map((key) => `${JSON.stringify(key)}:[1]`).join(',')}}`);
        expect(row.ok && Object.entries(row.value as object).toSorted()).toEqual(
          wellFormed.map((key) => [key, [1]]).toSorted(),
        );
      }),
      { numRuns: 3000 },
    );
    parseRow('{"z":1,"\\\\":1}');
    expect(parseRow('{"z":1,"\\"":1}')).toEqual({ ok: true, value: { z: 1, '"': 1 } });
  });

  it('builds the same value either way', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        // Unlike a key with an escape, this pair of keys is never misread.
        const row = parseRow(`{"plain":${text},"\\u0061":${text}}`);
        if (!row.ok) return;
        const { plain, a } = row.value as Record<string, unknown>;
        expect(a).toEqual(plain);
        expect(JSON.stringify(plain)).toBe(text);
      }),
    );
  });

  it('tells line and column of a defect from where the row starts', () => {
    const row = parseRow('{\n  "a": 1,\n  "a": 2\n}', { start: { line: 7, column: 5 } });
    expect(row).toMatchObject({ ok: false, issues: [{ code: 'duplicate-key', pointer: '/a', line: 9, column: 3 }] });
  });

  it('keeps a key named __proto__ an ordinary key', () => {
    const row = parseRow('{"__proto__":{"polluted":true}}');
    expect(row.ok && Object.hasOwn(row.value as object, '__proto__')).toBe(true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('stays linear on a string of a million backslashes and quotes', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(500_000) });
    expect(parseRow(text).ok).toBe(true);
  });
});
