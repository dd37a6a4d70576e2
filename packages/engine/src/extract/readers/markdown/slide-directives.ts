const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})/;
/** A heading whose text fills its slide. */
const FIT = /^(?<marks> {0,3}#{1,6}) *\[fit\] */;
/** `[.column]`, `[.autoscale: true]`: how a slide is laid out. */
const LAYOUT = /^\[\.[a-z][\w-]*(?::[^\]\n]{0,100})?\]\s*$/;
/** An alternative text of nothing but how the picture lies on its slide. */
const PICTURE_LAYOUT =
  /!\[(?:(?:inline|left|right|fit|fill|original|autoplay|loop|mute|scale|hide|\d{1,3}%)(?:[ ,]+|(?=\])))+\]/g;
const OF_SLIDES = /^ {0,3}#{1,6} *\[fit\]|^\[\.[a-z][\w-]*(?::[^\]\n]{0,100})?\][ \t]*$/m;
const RULE = /^---[ \t]*$/gm;
const FEWEST_RULES = 3;
/** A note of the presenter, up to the next blank line. */
const NOTE = /^\^(?:[ \t]+|$)/;

/**
 * Reads slides written for Deckset as the text they show: without the marks of layout and of the presenter's notes, and
 * without notes that are no sentences. Code keeps every character.
 */
export function dropSlideDirectives(markdown: string): string {
  const isDeck = OF_SLIDES.test(markdown);
  if (!isDeck && !(/^\^/m.test(markdown) && (markdown.match(RULE)?.length ?? 0) >= FEWEST_RULES)) return markdown;
  let fence: string | undefined;
  const paragraphs = markdown.split(/\n(?=[ \t]*\n)/).map((paragraph) => {
    const isText = fence === undefined;
    const lines = paragraph.split('\n').map((line) => {
      const mark = FENCE.exec(line)?.groups?.['fence'];
      if (fence !== undefined) {
        if (mark?.startsWith(fence) === true) fence = undefined;
        return line;
      }
      fence = mark;
      return mark === undefined ? shownLine(line) : line;
    });
    return isText ? shownNote(lines.join('\n')) : lines.join('\n');
  });
  return paragraphs.join('\n');
}

function shownLine(line: string): string {
  if (LAYOUT.test(line)) return '';
  return line.replace(FIT, '\n$<marks> ').replace(PICTURE_LAYOUT, '![]');
}

function shownNote(paragraph: string): string {
  const text = paragraph.replace(/^[ \t]*\n/, '');
  if (!NOTE.test(text)) return paragraph;
  const note = text.replace(NOTE, '');
  return /[.!?:]\s*$/.test(note) ? `\n${note}` : '';
}
