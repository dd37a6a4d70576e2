import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSensitive } from './find-sensitive.ts';
import { maskSensitive, Placeholders } from './mask-sensitive.ts';

describe('maskSensitive', () => {
  it('numbers values in order and gives equal ones the same placeholder', () => {
    const text = 'Ida@fjordmail.no, ola@fjordmail.no and ida@fjordmail.no; call 415-844-9759 or (415) 844-9759.';
    expect(maskSensitive(text, findSensitive(text))).toBe(
      '[EMAIL_1], [EMAIL_2] and [EMAIL_1]; call [PHONE_1] or [PHONE_1].',
    );
  });

  it('keeps numbers across the texts of a document', () => {
    const placeholders = new Placeholders();
    const masked = ['ida@fjordmail.no', 'ola@fjordmail.no', 'ida@fjordmail.no'].map((text) =>
      maskSensitive(text, findSensitive(text), placeholders),
    );
    expect(masked).toEqual(['[EMAIL_1]', '[EMAIL_2]', '[EMAIL_1]']);
  });

  it('leaves nothing to find, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const text = `${before} ida@fjordmail.no ${after}`;
        const masked = maskSensitive(text, findSensitive(text));
        expect(masked).not.toContain('ida@fjordmail.no');
      }),
    );
  });
});
