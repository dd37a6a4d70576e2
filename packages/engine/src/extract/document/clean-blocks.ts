import type { RawBlock } from '../raw-block.ts';
import { HARD_BREAK } from '../raw-block.ts';
import { cleanCharacters } from './clean-characters.ts';
import { cleanProse } from './clean-prose.ts';
import { createHyphenJudge, type HyphenJudge } from './hyphenation.ts';

/** Longer headings are paragraphs that a format or its author dressed up; as heading paths they would only repeat. */
const LONGEST_HEADING = 250;

/** Deeper list items are written at this depth: no list means more, and hostile ones would indent without end. */
const DEEPEST_ITEM = 8;

const CAPTION =
  /^(?:figure|fig\.|table|listing|chart|diagram|exhibit|plate|image|photo|screenshot|abbildung|abb\.|tabelle|tableau|figura|tabla)\s*[A-Z]{0,2}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,2}\s*[:.–—]\s|^example \d{1,3}[-.]\d{1,3}\. /i;
/** Without a sign between number and name it takes a number in parts, and no sentence. */
const BARE_CAPTION = /^(?:Figure|Fig\.|Table|Listing|Example) \d{1,3}(?:[-.]\d{1,3})+ \p{Lu}[^.!?]{3,100}$/u;
const LONGEST_CAPTION = 500;

/** Links that pages put behind their headings. */
const HEADING_LINK =
  /\s*(?:\[(?:edit|edit source|source|src|top|back to top|toc|link|permalink|_[a-z][\w-]*|[a-z]+(?:[-_][a-z\d]+)+)\]|\((?:(?:browse |view )?source(?: code)?|edit|top|#\d{1,6}|[A-Z]{2,8}-\d{1,6})\)|[¶🔗])+$/iu;
/** Links that stand after a text, and the numbers of the issues it came from. */
const TEXT_LINK =
  /\s*\((?:browse|view) (?:the )?source(?: code)?\)|\s*\((?:click|tap)(?: here)? (?:for|to|on) [^()\n]{1,120}\)|\s*\((?:link )?opens? (?:in )?an? ?(?:new )?(?:browser )?(?:tab|window)\)|\s*\(external (?:link|site|website)\)|; click (?:on )?the links? (?:below |above )?(?:to|for) [^.;()\n]{1,100}(?=\.)|\s+(?:Context|Refs?|References?|Issues?|Fixes|Closes|PRs?):? #\d{1,6}(?:(?:, | and )#\d{1,6})*\.?$/gu;

/** What opens a line of a cell that lists things. */
const CELL_ITEM = /^\s*[•*–-][ \t]+/;
const BULLET = /^(?:[•◦▪▫‣⁃●○■□·∙]|\[[ xX]?\])[ \t]+/;
/** The box of a task. */
const TASK_BOX = /^\[[ xX]?\][ \t]+(?=\p{L})/u;

/** Cleans every block and drops those that hold nothing. */
export function cleanBlocks(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const visible = blocks.map((block) => mapTexts(block, cleanCharacters));
  const judge = createHyphenJudge(visible.flatMap(proseTexts));
  return visible.map((block) => cleanBlock(block, judge)).filter(holdsText);
}

/** The block with every text it carries replaced. */
function mapTexts(block: RawBlock, change: (text: string) => string): RawBlock {
  if (block.kind === 'list') {
    return { ...block, items: block.items.map((item) => ({ ...item, text: change(item.text) })) };
  }
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => row.map(change)) };
  return { ...block, text: change(block.text) };
}

function proseTexts(block: RawBlock): readonly string[] {
  if (block.kind === 'list') return block.items.map((item) => item.text);
  return block.kind === 'table' || block.kind === 'code' ? [] : [block.text];
}

function cleanBlock(block: RawBlock, judge: HyphenJudge): RawBlock {
  switch (block.kind) {
    case 'code':
      return { ...block, text: cleanCode(block.text) };
    case 'heading':
      return cleanHeading(block, judge);
    case 'list':
      return cleanList(block, judge);
    case 'table':
      return cleanTable(block, judge);
    default:
      return cleanParagraph(block, judge);
  }
}

/** A paragraph that says "Figure 3: …" belongs to a figure, whatever the format calls it. */
function cleanParagraph(block: Extract<RawBlock, { kind: 'paragraph' | 'figure' }>, judge: HyphenJudge): RawBlock {
  const text = cleanProse(block.text, judge).replaceAll(HARD_BREAK, '\n').replace(TEXT_LINK, '').replace(TASK_BOX, '');
  const isCaption = (text.length <= LONGEST_CAPTION && CAPTION.test(text)) || BARE_CAPTION.test(text);
  return { ...block, kind: isCaption ? 'figure' : block.kind, text };
}

/** Code keeps its white space; only the empty lines around it go. */
function cleanCode(text: string): string {
  const lines = text.replaceAll(HARD_BREAK, '\n').split('\n');
  let first = 0;
  let last = lines.length;
  while (first < last && lines[first]?.trim() === '') first += 1;
  while (last > first && lines[last - 1]?.trim() === '') last -= 1;
  return lines.slice(first, last).join('\n');
}

function cleanHeading(block: Extract<RawBlock, { kind: 'heading' }>, judge: HyphenJudge): RawBlock {
  const { level, ...rest } = block;
  const text = cleanLine(block.text, judge).replace(HEADING_LINK, '').replace(TEXT_LINK, '');
  if (text.length > LONGEST_HEADING) return { ...rest, kind: 'paragraph', text };
  return { ...rest, level: Math.min(6, Math.max(1, Math.trunc(level))), text };
}

/** Items without the mark that some formats put into their text, each at most one level below the one before. */
function cleanList(block: Extract<RawBlock, { kind: 'list' }>, judge: HyphenJudge): RawBlock {
  const items = block.items.map((item) => ({
    ...item,
    text: cleanLine(item.text, judge).replace(BULLET, '').replace(TEXT_LINK, ''),
  }));
  return { ...block, items: levelItems(items.filter((item) => item.text !== '')) };
}

function levelItems<Item extends { readonly depth: number }>(items: readonly Item[]): readonly Item[] {
  const open: number[] = [];
  return items.map((item) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= item.depth) open.pop();
    const depth = Math.min(open.length, DEEPEST_ITEM);
    open.push(item.depth);
    return depth === item.depth ? item : { ...item, depth };
  });
}

/** A pipe inside a cell is escaped as GFM wants it; rows without any text go. */
function cleanTable(block: Extract<RawBlock, { kind: 'table' }>, judge: HyphenJudge): RawBlock {
  const rows = block.rows.map((row, index) => {
    const isHeader = index < block.headerRows;
    return row.map((cell) => escapePipes(cleanLine(isHeader ? cell : joinCellLines(cell), judge)));
  });
  const kept = rows.map((row) => row.some((cell) => cell !== ''));
  const headerRows = kept.slice(0, block.headerRows).filter(Boolean).length;
  return { ...block, headerRows, rows: rows.filter((_row, index) => kept[index]) };
}

/** Text that must stay on one line. */
function cleanLine(text: string, judge: HyphenJudge): string {
  return cleanProse(text, judge).replaceAll(HARD_BREAK, ' ');
}

/** Lines of a cell are values or remarks of their own; one that goes on in small letters is the same phrase. */
function joinCellLines(cell: string): string {
  const lines = cell.split(HARD_BREAK).filter((line) => line.trim() !== '');
  const items = lines.filter((line) => CELL_ITEM.test(line));
  if (items.length > 1 || lines.some((line) => line.trimStart().startsWith('•'))) return joinItems(lines);
  return cell.replace(/(?<=[^\s\u2028.,;:!?/–—-])\s*\u2028\s*(?![\p{Ll}\s\u2028(]|$)/gu, '; ');
}

function joinItems(lines: readonly string[]): string {
  const texts = lines.map((line) => line.replace(CELL_ITEM, '').trim()).filter((line) => line !== '');
  return texts
    .map((text, index) => (index < texts.length - 1 && !/[.,;:!?]$/.test(text) ? `${text};` : text))
    .join(' ');
}

function escapePipes(cell: string): string {
  return cell.includes('|') ? cell.replace(/\\?\|/g, '\\|') : cell;
}

function holdsText(block: RawBlock): boolean {
  if (block.kind === 'list') return block.items.length > 0;
  if (block.kind === 'table') return block.rows.length > 0;
  return block.text !== '';
}
