/**
 * Characters that NFC may change or join to another, surrogates, and all that were not looked at. What is left (Latin, Greek,
 * Cyrillic and Armenian letters, punctuation, currencies, Chinese characters) stays as it is whatever stands beside it.
 */
// oxlint-disable-next-line no-misleading-character-class -- these are ends of ranges, not letters with their marks.
const unstable = /[\u0300-\u0387\u0483-\u0489\u0591-\u200f\u205f-\u209f\u20c0-\u3000\u302a-\u4dff\ua000-\uffff]/;

/** Whether the text is surely what {@link normaliseText} would make of it. False means only that it needs a look. */
export function isSurelyStable(text: string): boolean {
  return !unstable.test(text);
}

/** NFC, with U+FFFD where a lone surrogate stands. */
export function normaliseText(text: string): string {
  return text.toWellFormed().normalize('NFC');
}
