import { isContentsLine } from './contents-line.ts';
import { boxAround, centerY, type PageTable, type RunLine, type TextRun } from './page-content.ts';

/** Strong right-to-left letters: Hebrew, Arabic and their presentation forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;
/** A gap wider than this share of the font size is a space that the page does not spell out. */
const SPACE_GAP = 0.13;

/** Groups the runs and tables of one column into lines from top to bottom. */
export function toLines(runs: readonly TextRun[], tables: readonly PageTable[] = []): RunLine[] {
  const rows: TextRun[][] = [];
  for (const run of runs.toSorted((one, other) => centerY(one) - centerY(other) || one.left - other.left)) {
    const row = rows.at(-1);
    if (row !== undefined && sharesLine(row, run)) row.push(run);
    else rows.push([run]);
  }
  const lines = [...rows.map(toLine), ...tables.map(tableLine)];
  return lines
    .filter(({ text, table }) => text !== '' || table !== undefined)
    .toSorted((one, other) => centerY(one) - centerY(other));
}

/** A run belongs to the row when it overlaps it by half of its height; raised and lowered characters overlap by less. */
function sharesLine(row: readonly TextRun[], run: TextRun): boolean {
  return row.some((other) => {
    const overlap = Math.min(other.bottom, run.bottom) - Math.max(other.top, run.top);
    const smaller = Math.min(other.bottom - other.top, run.bottom - run.top);
    return overlap > smaller * (isScript(run, other) || isScript(other, run) ? 0.3 : 0.55);
  });
}

function isScript(small: TextRun, large: TextRun): boolean {
  return small.text.trim().length <= 3 && small.bottom - small.top < (large.bottom - large.top) * 0.75;
}

function toLine(row: readonly TextRun[]): RunLine {
  const runs = row.toSorted((one, other) => one.left - other.left);
  const main = mainStyle(runs);
  const text = joinRuns(runs, main.size);
  return {
    ...boxAround(runs),
    text,
    size: main.size,
    isBold: share(runs, ({ isBold }) => isBold) > 0.8,
    isItalic: share(runs, ({ isItalic }) => isItalic) > 0.8,
    isMonospace: share(runs, ({ isMonospace }) => isMonospace) > 0.8,
    isContentsEntry: isContentsLine(text, runs, main.size),
    runs,
  };
}

/** A table that stands for a line. */
export function tableLine(table: PageTable): RunLine {
  const { left, top, right, bottom } = table;
  return {
    left,
    top,
    right,
    bottom,
    text: '',
    size: 0,
    isBold: false,
    isItalic: false,
    isMonospace: false,
    isContentsEntry: false,
    runs: [],
    table,
  };
}

/** The run with the most characters sets the line's size. */
function mainStyle(runs: readonly TextRun[]): TextRun {
  return runs.reduce((main, run) => (run.text.length > main.text.length ? run : main));
}

function share(runs: readonly TextRun[], has: (run: TextRun) => boolean): number {
  const total = runs.reduce((sum, { text }) => sum + text.length, 0);
  const counted = runs.reduce((sum, run) => sum + (has(run) ? run.text.length : 0), 0);
  return total === 0 ? 0 : counted / total;
}

function joinRuns(runs: readonly TextRun[], size: number): string {
  let text = '';
  let previous: TextRun | undefined;
  for (const run of runs) {
    const piece = previous === undefined ? run.text : withoutNoteMark(previous, run);
    const needsSpace = previous !== undefined && run.left - previous.right > size * SPACE_GAP;
    if (needsSpace && piece !== '' && !text.endsWith(' ') && !/^[\s.,;:!?)\]]/.test(piece)) text += ' ';
    text += piece;
    previous = run;
  }
  return isRightToLeft(text) ? toLogicalOrder(text.trim()) : text.trim();
}

/**
 * The number of a foot note, raised behind a word or full stop, is noise inside a sentence: `networks.1` becomes
 * `networks.`. After a digit or a short symbol it is an exponent and stays.
 */
function withoutNoteMark(previous: TextRun, run: TextRun): string {
  const mark = /^([.,;:]?)\d{1,3}$/.exec(run.text.trim());
  const isRaised = run.top < previous.top - 1 && run.top + (run.bottom - run.top) / 2 < centerY(previous);
  if (mark === null || !isRaised || !/(?:\p{L}{3}|[.,;:)\u201d"'])\s*$/u.test(previous.text)) return run.text;
  return mark[1] ?? '';
}

function isRightToLeft(text: string): boolean {
  const strong = text.match(RIGHT_TO_LEFT)?.length ?? 0;
  return strong > 0 && strong * 2 > (text.match(/\p{L}/gu)?.length ?? 0);
}

/** Engines give such lines as seen, from left to right; readers and models want words in the order they are read. */
function toLogicalOrder(line: string): string {
  const logical: string[] = [];
  let foreign: string[] = [];
  for (const word of line.split(/\s+/).flatMap(splitScripts).toReversed()) {
    if (/[A-Za-z0-9]/.test(word) && word.search(RIGHT_TO_LEFT) === -1) {
      foreign.unshift(word);
    } else {
      logical.push(...foreign, punctuationLast(word));
      foreign = [];
    }
  }
  return [...logical, ...foreign].join(' ');
}

function splitScripts(word: string): string[] {
  return word.split(/(?<=[\u0590-\u08ff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u0590-\u08ff])/);
}

/** What stands left of a word is read after it. */
function punctuationLast(word: string): string {
  return word.replace(/^([.,:;!?\u060c\u061b\u061f\u2026]+)(.+)$/su, '$2$1');
}
