/** Fences of lessons and books that are sections of their own, and what they are called where they have no heading. */
const SECTION_NAMES: ReadonlyMap<string, string> = new Map([
  ['challenge', 'Challenge'],
  ['exercise', 'Exercise'],
  ['discussion', 'Discussion'],
  ['solution', 'Solution'],
  ['keypoints', 'Key points'],
  ['objectives', 'Objectives'],
  ['questions', 'Questions'],
  ['prereq', 'Prerequisites'],
  ['prerequisites', 'Prerequisites'],
  ['checklist', 'Checklist'],
]);
/** What says something of the page as a whole, wherever it stands. */
const OF_THE_PAGE = new Set(['keypoints', 'objectives', 'questions', 'prereq', 'prerequisites']);
const HEADING = /^ {0,3}(?<marks>#{1,6})\s+(?<text>\S.*)$/;
const UNDERLINE = /^ {0,3}(?:=+|-+)\s*$/;
const PAGE_SECTION_LEVEL = 2;
const LOWEST_LEVEL = 6;

interface OpenSection {
  readonly name: string;
  readonly level: number;
  /** Level of the first heading inside, once there is one; all others keep their distance from it. */
  first: number | undefined;
}

/** The name of a section that a fence of this kind opens. */
export function sectionName(kind: string): string | undefined {
  return SECTION_NAMES.get(kind.toLowerCase());
}

/** The text of a heading line. */
export function headingText(line: string): string | undefined {
  return HEADING.exec(line)?.groups?.['text']?.replace(/\s+#+\s*$/, '');
}

/**
 * Puts what stands in fences such as `::: challenge` below headings of its own, so that an exercise, its solution and the
 * text around them never share a section. Text that goes on after them gets the heading it stood under again.
 */
export class SectionFences {
  readonly #open: OpenSection[] = [];
  /** The heading around the fences. */
  #outer: { readonly level: number; readonly text: string } | undefined;
  #isBehindFence = false;
  #previous = '';

  open(kind: string): void {
    const around = this.#open.at(-1)?.level ?? this.#outer?.level ?? 1;
    const level = OF_THE_PAGE.has(kind.toLowerCase()) ? PAGE_SECTION_LEVEL : Math.min(LOWEST_LEVEL, around + 1);
    this.#open.push({ name: sectionName(kind) ?? kind, level, first: undefined });
  }

  close(): void {
    this.#open.pop();
    this.#isBehindFence = this.#outer !== undefined;
  }

  /** The lines to write for a line of text: itself, below the heading that it needs. */
  place(line: string): readonly string[] {
    const section = this.#open.at(-1);
    if (section !== undefined) return line.trim() === '' ? [line] : inSection(section, line);
    const heading = this.#noteOuter(line);
    if (heading !== undefined) this.#isBehindFence = false;
    if (line.trim() === '' || !this.#isBehindFence || this.#outer === undefined) return [line];
    this.#isBehindFence = false;
    return [headingLine(this.#outer.level, this.#outer.text), '', line];
  }

  #noteOuter(line: string): string | undefined {
    const { marks, text } = HEADING.exec(line)?.groups ?? {};
    const isUnderlined = UNDERLINE.test(line) && this.#previous.trim() !== '';
    if (marks !== undefined && text !== undefined) this.#outer = { level: marks.length, text };
    else if (isUnderlined) this.#outer = { level: line.includes('=') ? 1 : 2, text: this.#previous.trim() };
    this.#previous = line;
    return text;
  }
}

function inSection(section: OpenSection, line: string): readonly string[] {
  const { marks, text } = HEADING.exec(line)?.groups ?? {};
  if (marks === undefined || text === undefined) {
    const isFirst = section.first === undefined;
    section.first ??= section.level;
    return isFirst ? ['', headingLine(section.level, section.name), '', line] : [line];
  }
  section.first ??= marks.length;
  return [headingLine(Math.min(LOWEST_LEVEL, section.level + Math.max(0, marks.length - section.first)), text)];
}

function headingLine(level: number, text: string): string {
  return `${'#'.repeat(level)} ${text}`;
}
