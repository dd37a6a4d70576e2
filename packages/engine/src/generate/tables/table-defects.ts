import { countWords } from '../../analyze/english/words.ts';
import { isFunctionWord, isImperative } from '../wording/phrases.ts';
import { hasStrayMark } from './cells.ts';

const FEWEST_ROWS = 3;
const MOST_ROWS = 20;
const MOST_WORDS = 400;
/** Cells with more words are paragraphs that a table lays out. */
const MOST_CELL_WORDS = 60;
const LONGEST_NAME = 60;
const MOST_NAME_WORDS = 7;
/** Least share of a table's and of a column's cells that hold something. */
const LEAST_FILLED = 0.7;
const LEAST_COLUMN_FILLED = 0.5;

type Row = readonly string[];

interface TableTest {
  readonly defect: string;
  shows(this: void, names: Row, rows: readonly Row[]): boolean;
}

const TESTS: readonly TableTest[] = [
  { defect: 'its size', shows: hasOddSize },
  { defect: 'its names', shows: hasOddNames },
  { defect: 'data taken for names', shows: hasDataForNames },
  { defect: 'rows of other lengths', shows: (names, rows) => rows.some(({ length }) => length !== names.length) },
  { defect: 'rows that head a group', shows: hasGroupRows },
  { defect: 'empty cells', shows: hasGaps },
  { defect: 'rows that repeat', shows: (_names, rows) => new Set(rows.map(joined)).size < rows.length },
  { defect: 'cells that need the page', shows: (names, rows) => [...names, ...rows.flat()].some(needsPage) },
  { defect: 'labels of links', shows: hasLinkLabels },
  { defect: 'phrases run together', shows: (_names, rows) => rows.flat().some(hasPhrasesInRow) },
  { defect: 'cells in the wrong column', shows: hasShiftedCells },
  { defect: 'paragraphs', shows: (_names, rows) => rows.flat().some((cell) => countWords(cell) > MOST_CELL_WORDS) },
];

/** Why a table cannot be read as rows of named values; undefined where it can. */
export function findTableDefect(names: Row, rows: readonly Row[]): string | undefined {
  return TESTS.find(({ shows }) => shows(names, rows))?.defect;
}

function hasOddSize(names: Row, rows: readonly Row[]): boolean {
  const words = countWords(rows.flat().join(' '));
  return names.length < 2 || rows.length < FEWEST_ROWS || rows.length > MOST_ROWS || words > MOST_WORDS;
}

function hasOddNames(names: Row): boolean {
  const distinct = new Set(names.map((name) => name.toLowerCase()));
  return distinct.size !== names.length || !names.every(isColumnName) || names.every((name) => PLACEHOLDER.test(name));
}

const PLACEHOLDER = /^(?:header|heading|column|col|field|cell|item|title)\s?(?:\d{1,2}|[a-c])$/iu;

/** A name holds letters; a number, an operator, a prompt, an act or a whole sentence in its place is data taken for names. */
function isColumnName(name: string): boolean {
  if (isImperative(name) || name.length > LONGEST_NAME || countWords(name) > MOST_NAME_WORDS) return false;
  return (
    /^(?!\d+[.)] )/u.test(name) &&
    /\p{L}/u.test(name) &&
    !/\s\S+\s\S+\.$/u.test(name) &&
    !/^R>|<-|^[<>$%&]|[=<>]|#\*/u.test(name)
  );
}

function hasDataForNames(names: Row, rows: readonly Row[]): boolean {
  return names.some((name, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return cells.includes(name) || isData(name, cells);
  });
}

/** A first row of code, or of marks like those below it ("msg:defer"), is no row of names, whatever the document says. */
function isData(name: string, cells: Row): boolean {
  const code = cells.filter((cell) => cell.startsWith('`')).length;
  const shape = shapeOf(name);
  const alike = cells.filter((cell) => shapeOf(cell) === shape).length;
  return (name.startsWith('`') && code * 2 > cells.length) || (/\S[:/_=.@-]\S/u.test(name) && alike * 2 > cells.length);
}

function shapeOf(cell: string): string {
  return cell.replaceAll(/[\p{L}\p{N}]+/gu, 'a').replaceAll('_', '-');
}

/** One cell for the whole row, or one text repeated through it: what follows belongs to it. */
function hasGroupRows(names: Row, rows: readonly Row[]): boolean {
  return rows.some((row) => {
    const filled = row.filter((cell) => cell !== '');
    return filled.length < 2 || (names.length > 2 && new Set(row).size === 1);
  });
}

function hasGaps(names: Row, rows: readonly Row[]): boolean {
  const filled = rows.flat().filter((cell) => cell !== '').length;
  if (filled < rows.length * names.length * LEAST_FILLED || rows.some(([first]) => first === '')) return true;
  // Units or the second line of the names, cut off into a row of their own.
  if ((rows[0] ?? []).filter((cell) => cell === '').length * 2 >= names.length) return true;
  // Often a column of pictures.
  return names.some(
    (_name, column) => rows.filter((row) => (row[column] ?? '') !== '').length < rows.length * LEAST_COLUMN_FILLED,
  );
}

const POINTER =
  /\b(?:see|find|found|view|click|complete|follow|read|check|described|listed|linked|available|visit)\b[^.]{0,60}\b(?:below|above|here)\b|^here$|\bsee (?:the )?links?\b/iu;
const PLACEHOLDER_CELL = /\b(?:HERE|TBD|TODO|TK)\b/u;
/** A star, dagger or raised number that leads to a note below the table. */
const NOTE_MARK = /[\p{L}\p{N})%][*†‡§]{1,3}$|\p{L}(?!(?<=\b[cdkm]?m)[²³])[¹²³⁰⁴-⁹]+$|[\p{L}.)]\s?\[\d{1,2}\]$/u;
const LEFTOVER = /``|\$\$\$|<\/?[a-z][a-z0-9]*\s*\/?>|\]\(|\{\{|\{%|(?<=\S) [*•] (?=\p{L})|[:;] - (?=\S)|:$/u;

/** What was an item, a label or a link of its own before the cell became one line: "event. type: keyword example: `x`". */
const RUN_TOGETHER =
  /[.!?)`\]] \p{Ll}{2,12}: \S|\S (?:Note|Example|Default|Type): |(?:[.!?] )?\b(?:Learn|Read|See|More) (?:more|info|details)\.?$| - (?:reference|link|docs)$|^#+ |\p{Ll}\.\p{Lu}\p{Ll}{2}|,$/u;
/** Quotation marks or brackets around nothing: the code in them was taken out. */
const EMPTIED = /(?:^|[\s(])(?:''|""|“”|‘’|':'|\(\s*\))(?=$|[\s).,;])/u;

function needsPage(cell: string): boolean {
  const prose = cell.replaceAll(/`[^`]+`/gu, '`');
  return (
    cell.includes('``') ||
    hasStrayMark(cell) ||
    POINTER.test(prose) ||
    PLACEHOLDER_CELL.test(prose) ||
    NOTE_MARK.test(prose) ||
    LEFTOVER.test(prose) ||
    RUN_TOGETHER.test(prose) ||
    EMPTIED.test(prose)
  );
}

const LINK_LABEL =
  /^(?:links?|here|details?|downloads?|view|more|docs?|documentation|sources?|pdf|html|web(?:site)?|home ?page|edit|show|open|repo(?:sitory)?|code|demo|blog|slides|video|github|notebook|paper|changelog|release notes|read(?: more)?)$/iu;

/** "Managing resources Holding contractors accountable": lines or items that lost what parted them. */
function hasPhrasesInRow(cell: string): boolean {
  const seams = [...cell.matchAll(/(?<before>\p{Ll}{3,}) (?<first>\p{Lu}\p{Ll}{2,}) (?<next>\p{Ll}{2,})/gu)].filter(
    ({ groups = {} }) => !isFunctionWord(groups['before'] ?? '') && !isFunctionWord(groups['next'] ?? ''),
  );
  return seams.length > 1 || seams.some(({ groups = {} }) => groups['first']?.endsWith('ing') === true);
}

/** Columns that hold links, of which the labels are left. */
const LINK_COLUMN =
  /^(?:resources?|resource\(s\)|links?|link\(s\)|references?|docs?|documentation|see also|further reading|more info(?:rmation)?|read more|slides?|recordings?)$/iu;

/** Columns of words that were links: without their targets they say nothing. */
function hasLinkLabels(names: Row, rows: readonly Row[]): boolean {
  return names.some((name, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const isLinks = column > 0 && LINK_COLUMN.test(name);
    const isOneLabel = new Set(cells).size === 1 && name.toLowerCase().includes((cells[0] ?? '').toLowerCase());
    return isLinks || isOneLabel || cells.filter((cell) => LINK_LABEL.test(cell)).length > 1;
  });
}

const FEWEST_WORDS_OF_TEXT = 5;
const MOST_WORDS_OF_VALUE = 2;

/** A text in a column of short values, in a row with an empty cell: a cell was left out, and the others moved up. */
function hasShiftedCells(_names: Row, rows: readonly Row[]): boolean {
  return rows.some((row) => {
    if (!row.includes('')) return false;
    return row.some((cell, column) => {
      const others = rows.flatMap((other) => (other === row ? [] : (other[column] ?? '')));
      return (
        countWords(cell) >= FEWEST_WORDS_OF_TEXT && others.every((other) => countWords(other) <= MOST_WORDS_OF_VALUE)
      );
    });
  });
}

function joined(row: Row): string {
  return row.join('\n');
}
