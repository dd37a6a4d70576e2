import type { Attributes } from './element-traits.ts';

/** Stands in inline text where a mark that leads to a note was. A private character, so that no text holds it. */
const NOTE_MARK = '\u{F8FE}';

const MARK = /^[\s[(]*(?:\d{1,3}|[¹²³⁰⁴-⁹]{1,3}|[*†‡§#]{1,3}|[a-z])[\s\])]*$/u;
const NOTE_TARGET = /#_?(?:ftn|fn|foot|note|cite[_-]?note|id\d|aen|f\d|edn|fntarg)/i;
const NOTE_CLASS = /(?:^|[\s_-])(?:foot-?note|footref|note-?ref|fn)(?:$|[\s_-])|footnote/i;

/** The text of a link, or a mark that nobody sees where the link leads to a note: `[1]` at the end of a sentence. */
export function withoutNoteReference(text: string, attributes: Attributes): string {
  const href = attributes['href'];
  if (href === undefined || !MARK.test(text)) return text;
  const isReference =
    /[¹²³⁰⁴-⁹]/u.test(text) ||
    NOTE_TARGET.test(href) ||
    NOTE_CLASS.test(attributes['class'] ?? '') ||
    attributes['role'] === 'doc-noteref' ||
    attributes['rel'] === 'footnote';
  return isReference ? NOTE_MARK : text;
}

/** Takes the marks away, with the brackets and the space before them. */
export function dropNoteMarks(text: string): string {
  return text.includes(NOTE_MARK)
    ? text.replaceAll(new RegExp(`\\s*[\\[(]?\\s*${NOTE_MARK}(?:\\s*[\\])])?`, 'gu'), '')
    : text;
}
