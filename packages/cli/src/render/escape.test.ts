import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLines, escapeText, toJson } from './escape.ts';

const UNSAFE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

describe('escapeText', () => {
  it('shows terminal escapes instead of sending them', () => {
    expect(escapeText('\u001b[31mred\u0007')).toBe(String.raw`\x1b[31mred\x07`);
    expect(escapeText('\u009b2J')).toBe(String.raw`\x9b2J`);
  });

  it('shows line ends, tabs and bidi controls, so that a name stays on its line and in its order', () => {
    expect(escapeText('a\nb\tc')).toBe(String.raw`a\nb\tc`);
    expect(escapeText('safe\u202egpj.exe')).toBe(String.raw`safe\u202egpj.exe`);
  });

  it('shows lone surrogates and keeps whole characters', () => {
    expect(escapeText('\ud83d')).toBe(String.raw`\ud83d`);
    expect(escapeText('naïve 日本 👩‍💻')).toBe('naïve 日本 👩‍💻');
  });

  it('lets nothing unsafe through, whatever the text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(UNSAFE.test(escapeText(text))).toBe(false);
      }),
    );
  });
});

describe('escapeLines', () => {
  it('keeps the lines of a text and nothing else of its control characters', () => {
    expect(escapeLines('one\r\ntwo\u001b[0m\n\tthree')).toBe(`one\ntwo${String.raw`\x1b`}[0m\n  three`);
  });
});

describe('toJson', () => {
  it('means the same and holds nothing a terminal obeys', () => {
    const value = { name: '\u009b2J \u202e \u001b[0m \u007f naïve' };
    expect(UNSAFE.test(toJson(value).replaceAll('\n', ''))).toBe(false);
    expect(JSON.parse(toJson(value))).toEqual(value);
  });
});
