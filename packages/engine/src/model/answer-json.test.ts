import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJson } from './answer-json.ts';

test.each([
  ['{"a":1}', { a: 1 }],
  [' [1, 2] ', [1, 2]],
  ['```json\n{"a": "b"}\n```', { a: 'b' }],
  ['Here you are:\n```\n{"a": 1}\n```\nAnything else?', { a: 1 }],
  ['```json\n{"a": 1}', { a: 1 }],
  ['The answer is {"a": "with } and \\" inside"}. Done.', { a: 'with } and " inside' }],
  ['As [1 said] before: {"a": [1, {"b": 2}]}', { a: [1, { b: 2 }] }],
  ['{"a":1}{"a":1}', { a: 1 }],
  ['It is "quoted" and then {"a": 1}', { a: 1 }],
])('finds the JSON in %j', (text, value) => {
  expect(findJson(text)).toEqual({ value });
});

test.each(['', 'No JSON here.', '{"a": 1', '{a: 1}', '[1, 2', '} {', '```json\n```'])('finds none in %j', (text) => {
  expect(findJson(text)).toBeUndefined();
});

test('finds any value between any words without brackets', () => {
  const words = fc.stringMatching(/^[a-z .,:"']{0,40}$/);
  fc.assert(
    fc.property(words, fc.dictionary(fc.string(), fc.jsonValue()), words, (before, object, after) => {
      const value: unknown = JSON.parse(JSON.stringify(object));
      expect(findJson(`${before}\n${JSON.stringify(value)}\n${after}`)).toEqual({ value });
    }),
  );
});

test('reads a megabyte of open brackets', () => {
  expect(findJson('[{'.repeat(500_000))).toBeUndefined();
});
