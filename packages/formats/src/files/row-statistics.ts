import { tokensOf } from '../conformance/row-matches.ts';
import { codecs, type FormatName } from '../codecs.ts';
import { isObject } from '../conversation/row-reader.ts';
import { detectFormat } from '../detect-format.ts';
import type { ReadRowsOptions } from '../rows/read-rows.ts';
import { LineTable } from './line-table.ts';
import { readLines } from './read-lines.ts';
import { rowKey } from './row-key.ts';

export interface RowStatisticsOptions extends ReadRowsOptions {
  /** Tokens of a text, by the tokenizer of the model that will be trained. Default: tokens are not counted. */
  readonly count?: (text: string) => number;
}

/** How many rows have which number of something, the least first. */
export type Distribution = ReadonlyArray<readonly [value: number, rows: number]>;

/** A column of the rows, and what it holds. */
export interface ColumnStatistics {
  readonly name: string;
  /** Rows that have it. */
  readonly rows: number;
  /** Rows by the kind of value: `string`, `number`, `boolean`, `null`, `list`, `object`. */
  readonly kinds: Readonly<Record<string, number>>;
}

/** What a file of rows holds. */
export interface RowStatistics {
  readonly rows: number;
  /** Rows that cannot be read. */
  readonly unreadable: number;
  /** Rows by the format whose columns they have, most first; `unknown` where there is none. */
  readonly formats: Readonly<Record<string, number>>;
  /** In the order of their first row. */
  readonly columns: readonly ColumnStatistics[];
  /** Rows equal to an earlier one. */
  readonly duplicates: number;
  /** Turns of the rows that read as a conversation, the system's among them. */
  readonly turns: Distribution;
  /** Absent when tokens are not counted. */
  readonly tokens?: Distribution;
}

/** A file may hold keys without end; what comes later is counted as one column. */
const MOST_COLUMNS = 500;
const OTHER_COLUMNS = '(other columns)';

/**
 * Counts what a file holds in one pass. Memory holds about 40 bytes a row, to know duplicates.
 *
 * @example
 * ```ts
 * import { rowStatistics } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"instruction":"Why?","input":"","output":"So."}\n')]);
 * const { rows, formats, turns } = await rowStatistics(file);
 * console.log(rows, formats, turns); // 1 { alpaca: 1 } [ [ 2, 1 ] ]
 * ```
 */
export async function rowStatistics(
  chunks: AsyncIterable<Uint8Array>,
  options: RowStatisticsOptions = {},
): Promise<RowStatistics> {
  const { count, ...reading } = options;
  const counter = new RowCounter(count);
  for await (const row of readLines(chunks, reading)) {
    if (row.ok) counter.add(row.value, row.line);
    else counter.unreadable += 1;
  }
  return counter.statistics();
}

class RowCounter {
  unreadable = 0;
  readonly #count: ((text: string) => number) | undefined;
  readonly #key = rowKey(undefined);
  readonly #firstLines = new LineTable();
  readonly #formats = new Map<string, number>();
  readonly #columns = new Map<string, Map<string, number>>();
  readonly #turns = new Map<number, number>();
  readonly #tokens = new Map<number, number>();
  #rows = 0;

  constructor(count: ((text: string) => number) | undefined) {
    this.#count = count;
  }

  add(value: unknown, line: number): void {
    this.#rows += 1;
    this.#firstLines.findOrAdd(this.#key(value, line), line);
    const { format } = detectFormat([value]);
    increase(this.#formats, format ?? 'unknown');
    if (isObject(value)) for (const [name, member] of Object.entries(value)) this.#addColumn(name, kindOf(member));
    const turns = format === undefined ? undefined : turnsOf(value, format);
    if (turns !== undefined) increase(this.#turns, turns);
    if (this.#count !== undefined) increase(this.#tokens, tokensOf(value, this.#count));
  }

  statistics(): RowStatistics {
    const columns = [...this.#columns].map(([name, kinds]) => {
      const rows = [...kinds.values()].reduce((sum, number) => sum + number, 0);
      return { name, rows, kinds: Object.fromEntries(kinds) };
    });
    const formats = [...this.#formats].toSorted((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
    return {
      rows: this.#rows + this.unreadable,
      unreadable: this.unreadable,
      formats: Object.fromEntries(formats),
      columns,
      duplicates: this.#rows - this.#firstLines.size,
      turns: inOrder(this.#turns),
      ...(this.#count !== undefined && { tokens: inOrder(this.#tokens) }),
    };
  }

  #addColumn(name: string, kind: string): void {
    const isKept = this.#columns.has(name) || this.#columns.size < MOST_COLUMNS;
    const kept = isKept ? name : OTHER_COLUMNS;
    const kinds = this.#columns.get(kept) ?? new Map<string, number>();
    this.#columns.set(kept, kinds);
    increase(kinds, kind);
  }
}

function turnsOf(value: unknown, format: FormatName): number | undefined {
  const decoded = codecs[format].decode(value);
  return decoded.ok ? decoded.value.messages.length : undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function inOrder(counts: ReadonlyMap<number, number>): Distribution {
  return [...counts].toSorted(([left], [right]) => left - right);
}
