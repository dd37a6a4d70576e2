import { readCell } from '../containers/csv.ts';
import type { TextPosition } from '../json/text-position.ts';

/** One line of a CSV file: its cells, or what is wrong with it. */
export type CsvLine =
  | { readonly ok: true; readonly cells: readonly string[]; readonly start: TextPosition }
  | { readonly ok: false; readonly problem: CsvProblem; readonly start: TextPosition };

export interface CsvProblem {
  readonly code: 'csv-syntax' | 'row-too-long';
  readonly message: string;
}

export interface SplitCsvOptions {
  readonly separator: string;
  /** Characters of the cells of a row. What is beyond is let go, and the row is reported. */
  readonly maxRowLength: number;
}

/**
 * Cuts CSV (RFC 4180) into cells while it streams by. A quoted cell may hold separators and line ends; quotes inside a
 * cell are doubled.
 */
export async function* splitCsv(chunks: AsyncIterable<string>, options: SplitCsvOptions): AsyncGenerator<CsvLine> {
  const splitter = new CsvSplitter(options);
  for await (const chunk of chunks) yield* splitter.feed(chunk);
  yield* splitter.end();
}

class CsvSplitter {
  readonly #separator: string;
  readonly #maxRowLength: number;
  #length = 0;
  #cells: string[] = [];
  #cell = '';
  #state: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  #line = 1;
  #start = 1;
  #problem: CsvProblem | undefined;

  constructor({ separator, maxRowLength }: SplitCsvOptions) {
    this.#separator = separator;
    this.#maxRowLength = maxRowLength;
  }

  *feed(text: string): Generator<CsvLine> {
    for (const character of text) {
      if (this.#state === 'quoted') this.#readQuoted(character);
      else if (character === '\n') yield* this.#endLine();
      else this.#readPlain(character);
      if (character === '\n') this.#line += 1;
    }
  }

  *end(): Generator<CsvLine> {
    if (this.#state === 'quoted') this.#problem ??= syntax('The file ends inside a quoted cell.');
    if (this.#state !== 'start' || this.#cells.length > 0) yield* this.#endLine();
  }

  #readQuoted(character: string): void {
    if (character === '"') this.#state = 'closed';
    else this.#add(character);
  }

  #add(character: string): void {
    this.#length += character.length;
    if (this.#length <= this.#maxRowLength) this.#cell += character;
    else this.#problem ??= tooLong(this.#maxRowLength);
  }

  #readPlain(character: string): void {
    if (character === this.#separator) {
      this.#endCell();
    } else if (character === '"' && this.#state === 'start') {
      this.#state = 'quoted';
    } else if (character === '"' && this.#state === 'closed') {
      this.#add('"');
      this.#state = 'quoted';
    } else if (character !== '\r') {
      if (this.#state === 'closed') {
        this.#problem ??= syntax('Text follows a closing quote; quotes inside a cell are doubled.');
      }
      this.#add(character);
      this.#state = this.#state === 'closed' ? 'closed' : 'plain';
    }
  }

  #endCell(): void {
    this.#cells.push(readCell(this.#cell));
    this.#cell = '';
    this.#state = 'start';
  }

  *#endLine(): Generator<CsvLine> {
    const isBlank = this.#state === 'start' && this.#cells.length === 0;
    const start = { line: this.#start, column: 1 };
    this.#endCell();
    if (this.#problem !== undefined) yield { ok: false, problem: this.#problem, start };
    else if (!isBlank) yield { ok: true, cells: this.#cells, start };
    this.#cells = [];
    this.#length = 0;
    this.#problem = undefined;
    this.#start = this.#line + 1;
  }
}

function syntax(message: string): CsvProblem {
  return { code: 'csv-syntax', message };
}

function tooLong(maxLength: number): CsvProblem {
  return {
    code: 'row-too-long',
    message: `The row is longer than ${maxLength} characters, or a quote is not closed; raise the limit or repair the row.`,
  };
}
