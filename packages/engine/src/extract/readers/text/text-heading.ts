/** A heading that plain text shows by its shape, and how many lines it takes. */
export interface TextHeading {
  readonly level: number;
  readonly text: string;
  readonly lines: number;
}

const UNDERLINE = /^([=\-~^*#+"'`_])\1{2,}$/;
/** Order of the underlines people use most; the rest come below. */
const UNDERLINE_LEVELS = '=-~^';
const ATX = /^(#{1,6}|={1,5})\s+(\S.{0,150})$/;
const NUMBERED = /^((?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,4}|(?:\d{1,2}|[IVX]{1,5})\.)\s{1,8}(\p{Lu}.{0,80})$/u;
const NAMED =
  /^(?:chapter|part|appendix|section|annex|kapitel|anhang|chapitre|annexe|capítulo)\s+(?:\d{1,3}|[IVXLC]{1,6}|[A-Z])\b.{0,80}$/i;
/** Legal texts end their headings with a stop: `4. Redistribution.` */
const SHORT_SENTENCE = /^\S+(?:\s+[\p{L}-]+){1,5}\.$/u;
const LONGEST_CAPITALS = 80;

/** The heading that stands at line `start` of a group, if the lines there look like one. */
export function headingOf(lines: readonly string[], start: number): TextHeading | undefined {
  const isAlone = start + 1 === lines.length;
  return underlined(lines.slice(start, start + 3)) ?? (isAlone ? singleLine(lines[start]?.trim() ?? '') : undefined);
}

/** `Title` over a rule, or between two. */
function underlined(lines: readonly string[]): TextHeading | undefined {
  const [first = '', second = '', third = ''] = lines.map((line) => line.trim());
  const isOverlined = UNDERLINE.test(first) && third === first && third !== '';
  const [text, rule] = isOverlined ? [second, third] : [first, second];
  const mark = UNDERLINE.exec(rule)?.[1];
  if (mark === undefined || text === '' || text.length > 150 || UNDERLINE.test(text)) return undefined;
  if (rule.length < Math.min(3, text.length) || rule.length < text.length * 0.5) return undefined;
  const rank = UNDERLINE_LEVELS.indexOf(mark);
  const level = isOverlined ? 1 : rank < 0 ? 5 : rank + 1;
  return { level, text, lines: isOverlined ? 3 : 2 };
}

function singleLine(line: string): TextHeading | undefined {
  const atx = ATX.exec(line);
  if (atx !== null) {
    const [, marks = '', text = ''] = atx;
    return { level: marks.length, text: text.replace(/\s[#=]+$/, ''), lines: 1 };
  }
  const numbered = NUMBERED.exec(line);
  if (numbered !== null && (!/[.;,:!?]$/.test(line) || SHORT_SENTENCE.test(line))) {
    const parts = numbered[1]?.split('.').filter(Boolean).length ?? 1;
    return { level: Math.min(6, parts), text: line, lines: 1 };
  }
  if (NAMED.test(line) && !/[.;,]$/.test(line)) return { level: 1, text: line, lines: 1 };
  return isCapitals(line) ? { level: 2, text: line, lines: 1 } : undefined;
}

/** A line of capitals, with at least one real word; shouting sentences end in punctuation. */
function isCapitals(line: string): boolean {
  if (line.length > LONGEST_CAPITALS || /[.;,!?:]$/.test(line) || /\p{Ll}/u.test(line)) return false;
  const letters = line.match(/\p{Lu}/gu)?.length ?? 0;
  return /\p{Lu}{3}/u.test(line) && letters * 2 > line.length;
}
