/** Printable ASCII and line feeds need no work at all: most English documents take this path. */
const NEEDS_CLEANING = /[^\n\x20-\x7e]/;

/** Line ends of every kind but U+2028, which readers use for a hard line break. */
const LINE_ENDS = /\r\n?|[\u0085\u2029\v\f]/g;

/** Every space that is not U+0020; tabs stay, because code needs them. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

/** A soft hyphen that was used to break a line takes the line break with it. */
const BROKEN_AT_SOFT_HYPHEN = /\u00ad[ \t]*\n[ \t]*/g;

/**
 * Characters that are invisible, reorder text or hide instructions: C0 and C1 controls, soft hyphen, bidi controls,
 * zero-width spaces, invisible operators, tag characters, interlinear marks and non-characters.
 */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- removing control characters is the purpose
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{e0fff}]/gu;

/** Joiners shape letters in these scripts and glue emoji; anywhere else they are noise that breaks words. */
const JOINERS = /[\u200c\u200d]/g;
const NEEDS_JOINER =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;

const LIGATURES: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st',
};
const LIGATURE = /[\ufb00-\ufb06]/g;

/** Bullets that symbol fonts keep in the private-use area. */
const SYMBOL_BULLETS = /[\uf0a7\uf0b7\uf0d8\uf076]/g;

/**
 * Text without anything that a reader cannot see: LF line ends, plain spaces, no controls, ligatures spelt out, lone
 * surrogates replaced by U+FFFD, NFC. Used for prose and code alike; tabs, line structure and U+2028 stay.
 */
export function cleanCharacters(text: string): string {
  if (!NEEDS_CLEANING.test(text)) return text;
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(BROKEN_AT_SOFT_HYPHEN, '')
    .replace(SPACES, ' ')
    .replace(INVISIBLE, '')
    .replace(JOINERS, keepJoiner)
    .replace(LIGATURE, (ligature) => LIGATURES[ligature] ?? ligature)
    .replace(SYMBOL_BULLETS, '•')
    .normalize('NFC');
}

function keepJoiner(joiner: string, offset: number, text: string): string {
  return NEEDS_JOINER.test(text.slice(Math.max(0, offset - 2), offset)) ? joiner : '';
}
