import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCharacters } from './clean-characters.ts';

describe('cleanCharacters', () => {
  it('leaves plain text, tabs and line ends alone', () => {
    expect(cleanCharacters('one\n\ttwo')).toBe('one\n\ttwo');
  });

  it('composes letters and spells ligatures out', () => {
    expect(cleanCharacters('e\u0301 o\ufb03ce \ufb01nd')).toBe('é office find');
  });

  it('turns every line end into a line feed and every space into a plain one', () => {
    expect(cleanCharacters('a\r\nb\rc\u0085d\u2029e\ff\u00a0g\u3000h')).toBe('a\nb\nc\nd\ne\nf g h');
  });

  it('joins words that a soft hyphen broke', () => {
    expect(cleanCharacters('infor\u00ad\n  mation, hy\u00adphen')).toBe('information, hyphen');
  });

  it('removes what nobody can see: controls, bidi, zero width, tags', () => {
    expect(cleanCharacters('a\0b\u0007c\u001b[31md\u202ee\u200bf\u{e0041}g\ufeffh\u2066i')).toBe('abc[31mdefghi');
  });

  it('replaces lone surrogates and keeps pairs', () => {
    expect(cleanCharacters('a\ud800b\udc00c😀')).toBe('a\ufffdb\ufffdc😀');
  });

  it('keeps joiners where a script or an emoji needs them, and drops them elsewhere', () => {
    expect(cleanCharacters('می\u200cخواهم')).toBe('می\u200cخواهم');
    expect(cleanCharacters('👩\u200d💻')).toBe('👩\u200d💻');
    expect(cleanCharacters('pass\u200dword')).toBe('password');
  });

  it('gives well-formed NFC text without controls for any input, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const cleaned = cleanCharacters(text);
        expect(cleaned.isWellFormed()).toBe(true);
        expect(cleaned).toBe(cleaned.normalize('NFC'));
        // eslint-disable-next-line no-control-regex -- checks for control characters
        expect(cleaned).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\ufeff]/);
        expect(cleanCharacters(cleaned)).toBe(cleaned);
      }),
    );
  });
});
