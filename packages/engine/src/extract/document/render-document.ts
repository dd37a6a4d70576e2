import { ExtractError, type Block, type BlockRole, type ListItem, type TableShape, type TextRange } from '@dsgen/core';
import type { RawBlock } from '../raw-block.ts';

/** One text and the blocks that tile it. */
export interface RenderedDocument {
  readonly text: string;
  readonly blocks: readonly Block[];
}

const BLOCK_SEPARATOR = '\n\n';

/**
 * Writes cleaned blocks as one Markdown-like text and notes where everything lies. Offsets are UTF-16 code units.
 *
 * @throws ExtractError `output-too-large` once the text passes `maxTextLength` characters.
 */
export function renderDocument(
  blocks: readonly RawBlock[],
  roles: readonly BlockRole[],
  maxTextLength: number,
): RenderedDocument {
  const writer = new TextWriter(maxTextLength);
  const headings = new HeadingStack();
  const rendered = blocks.map((block, index) => {
    if (index > 0) writer.write(BLOCK_SEPARATOR);
    const role = roles[index] ?? 'content';
    const headingPath = block.kind === 'heading' && role === 'content' ? headings.enter(block) : headings.path;
    return writeBlock(writer, block, { role, headingPath });
  });
  return { text: writer.text(), blocks: rendered };
}

/** Collects text and counts; knows where the next character goes. */
class TextWriter {
  readonly #parts: string[] = [];
  readonly #limit: number;
  position = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Appends `text` and tells the range it takes. */
  write(text: string): TextRange {
    const start = this.position;
    this.#parts.push(text);
    this.position += text.length;
    if (this.position > this.#limit) {
      throw new ExtractError(
        'output-too-large',
        `Extracted text is longer than the limit of ${this.#limit} characters. Split the document.`,
      );
    }
    return { start, end: this.position };
  }

  text(): string {
    return this.#parts.join('');
  }
}

/** Headings above the current block. Paths are shared between blocks, never copied. */
class HeadingStack {
  #open: ReadonlyArray<{ readonly level: number; readonly text: string }> = [];
  path: readonly string[] = [];

  /** Opens a heading's section; gives the path of the heading itself. */
  enter(heading: { readonly level: number; readonly text: string }): readonly string[] {
    const above = this.#open.filter((open) => open.level < heading.level);
    const abovePath = above.map((open) => open.text);
    this.#open = [...above, heading];
    this.path = [...abovePath, heading.text];
    return abovePath;
  }
}

function writeBlock(writer: TextWriter, block: RawBlock, marks: Pick<Block, 'role' | 'headingPath'>): Block {
  const start = writer.position;
  const details = writeBody(writer, block);
  return {
    start,
    end: writer.position,
    kind: block.kind,
    ...marks,
    ...(block.page === undefined ? {} : { page: block.page }),
    ...details,
  };
}

function writeBody(writer: TextWriter, block: RawBlock): Partial<Block> {
  switch (block.kind) {
    case 'heading':
      writer.write(block.text);
      return { level: block.level };
    case 'code':
      return writeCode(writer, block);
    case 'list':
      return { ordered: block.ordered, items: writeItems(writer, block) };
    case 'table':
      return { table: writeTable(writer, block) };
    default:
      writer.write(block.text);
      return {};
  }
}

function writeCode(writer: TextWriter, block: Extract<RawBlock, { kind: 'code' }>): Partial<Block> {
  const language = block.language?.trim().toLowerCase().replace(/\s.*/s, '') ?? '';
  const longestRun = (block.text.match(/`{3,}/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 2);
  const fence = '`'.repeat(longestRun + 1);
  writer.write(`${fence}${language}\n${block.text}\n${fence}`);
  return language === '' ? {} : { language };
}

function writeItems(writer: TextWriter, list: Extract<RawBlock, { kind: 'list' }>): readonly ListItem[] {
  const numbers: number[] = [];
  return list.items.map((item, index) => {
    const { depth } = item;
    numbers.length = Math.min(numbers.length, depth + 1);
    const number = numbers[depth] ?? (depth === 0 ? (list.start ?? 1) : 1);
    numbers[depth] = number + 1;
    const marker = (item.ordered ?? list.ordered) ? `${number}. ` : '- ';
    writer.write(`${index > 0 ? '\n' : ''}${'  '.repeat(depth)}${marker}`);
    return { ...writer.write(item.text), depth };
  });
}

function writeTable(writer: TextWriter, block: Extract<RawBlock, { kind: 'table' }>): TableShape {
  const rows = block.rows.map((row, index) => {
    writer.write(index > 0 ? '\n|' : '|');
    const cells = row.map((cell) => {
      writer.write(' ');
      const range = writer.write(cell);
      writer.write(' |');
      return range;
    });
    if (index + 1 === block.headerRows) writer.write(`\n|${' --- |'.repeat(Math.max(1, row.length))}`);
    return cells;
  });
  return { headerRows: block.headerRows, rows };
}
