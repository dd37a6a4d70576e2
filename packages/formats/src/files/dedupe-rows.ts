import type { ReadRowsOptions } from '../rows/read-rows.ts';
import { LineTable } from './line-table.ts';
import { comparedText, type NearTexts } from './near-texts.ts';
import { readLines, type BadLine, type GoodLine } from './read-lines.ts';
import { rowKey } from './row-key.ts';

export interface DedupeRowsOptions extends ReadRowsOptions {
  /** Rows with an equal value here are duplicates: a column or a JSON pointer. Default: the whole row. */
  readonly by?: string;
  /** Rows whose texts are near an earlier row's are duplicates too. Default: equal rows only. */
  readonly near?: NearTexts;
}

/** Why a row is a duplicate, and of which line. */
export interface Duplicate {
  readonly kind: 'equal' | 'near';
  readonly ofLine: number;
}

/** A row; `duplicate` is absent when nothing before it says the same. */
export type DedupedRow = (GoodLine & { readonly duplicate?: Duplicate }) | BadLine;

/**
 * Tells of each row whether an earlier one says the same. A row is compared with every row before it, kept or not, so chains
 * of near rows have one answer. Memory holds about 40 bytes a row, and what `near` remembers.
 *
 * @throws UsageError `field-invalid`
 * @throws InputError `field-missing`
 * @example
 * ```ts
 * import { dedupeRows } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"a":1,"b":2}\n{"b":2,"a":1}\n')]);
 * for await (const row of dedupeRows(file)) if (row.ok) console.log(row.line, row.duplicate?.ofLine); // 2 1
 * ```
 */
export async function* dedupeRows(
  chunks: AsyncIterable<Uint8Array>,
  options: DedupeRowsOptions = {},
): AsyncGenerator<DedupedRow> {
  const { by, near, ...reading } = options;
  const key = rowKey(by);
  const firstLines = new LineTable();
  const comparedLines: number[] = [];
  for await (const row of readLines(chunks, reading)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const equal = firstLines.findOrAdd(key(row.value, row.line), row.line);
    if (equal !== undefined) {
      yield { ...row, duplicate: { kind: 'equal', ofLine: equal } };
      continue;
    }
    const index = near?.findAndAdd(comparedText(row.value));
    if (near !== undefined) comparedLines.push(row.line);
    const ofLine = index === undefined ? undefined : comparedLines[index];
    yield ofLine === undefined ? row : { ...row, duplicate: { kind: 'near', ofLine } };
  }
}
