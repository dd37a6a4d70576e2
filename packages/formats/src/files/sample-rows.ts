import { UsageError } from '@dsgen/core';
import type { ReadRowsOptions } from '../rows/read-rows.ts';
import { readLines, type GoodLine, type RowLine } from './read-lines.ts';
import { rowKey } from './row-key.ts';
import { seededFraction } from './seeded-fraction.ts';

export interface SampleRowsOptions extends ReadRowsOptions {
  /** Rows to take; all of them are held in memory. Give this or `share`. */
  readonly count?: number;
  /** Part of the rows to take, about, from 0 to 1; holds one row. */
  readonly share?: number;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * A random part of the rows of a file, in file order. Which rows are taken depends on the seed and on their content only: rows
 * that are added to the file or taken from it change nothing about the others of a share, and little about those of a count.
 * Rows that cannot be read are given too, to be reported.
 *
 * @throws UsageError `sample-size`
 * @example
 * ```ts
 * import { sampleRows } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"n":1}\n{"n":2}\n{"n":3}\n')]);
 * for await (const row of sampleRows(file, { count: 2 })) if (row.ok) console.log(row.line, row.text);
 * ```
 */
export async function* sampleRows(
  chunks: AsyncIterable<Uint8Array>,
  options: SampleRowsOptions,
): AsyncGenerator<RowLine> {
  const { count, share, seed = 0, ...reading } = options;
  checkSize(options);
  const key = rowKey(undefined);
  const lowest = new Lowest(count ?? 0);
  for await (const row of readLines(chunks, reading)) {
    if (!row.ok) yield row;
    else {
      const fraction = seededFraction(seed, key(row.value, row.line));
      if (share === undefined) lowest.offer(fraction, row);
      else if (fraction < share) yield row;
    }
  }
  yield* lowest.inFileOrder();
}

function checkSize({ count, share }: SampleRowsOptions): void {
  const isCount = count !== undefined && share === undefined && Number.isSafeInteger(count) && count >= 1;
  const isShare = share !== undefined && count === undefined && share > 0 && share <= 1;
  if (isCount || isShare) return;
  throw new UsageError({
    code: 'sample-size',
    message: `Taking a sample failed: count is ${count ?? 'not given'}, share is ${share ?? 'not given'}.`,
    fix: 'Give a count of 1 or more, or a share above 0 and up to 1.',
  });
}

interface Entry {
  readonly fraction: number;
  readonly row: GoodLine;
}

/** The rows with the lowest fractions, as a heap whose first entry is the one that goes next. */
class Lowest {
  readonly #most: number;
  readonly #heap: Entry[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(fraction: number, row: GoodLine): void {
    const entry = { fraction, row };
    const [highest] = this.#heap;
    if (this.#heap.length < this.#most) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
    } else if (highest !== undefined && isAfter(highest, entry)) {
      this.#heap[0] = entry;
      this.#sink();
    }
  }

  inFileOrder(): readonly GoodLine[] {
    return this.#heap.map(({ row }) => row).toSorted((left, right) => left.line - right.line);
  }

  #rise(from: number): void {
    for (let child = from; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.#swap(parent, child)) return;
      child = parent;
    }
  }

  #sink(): void {
    for (let parent = 0; ;) {
      const [left, right] = [parent * 2 + 1, parent * 2 + 2];
      const child = this.#isAfter(right, left) ? right : left;
      if (!this.#swap(parent, child)) return;
      parent = child;
    }
  }

  /** Puts the later of the two above; whether it had to. */
  #swap(parent: number, child: number): boolean {
    if (!this.#isAfter(child, parent)) return false;
    const [upper, lower] = [this.#heap[parent], this.#heap[child]];
    if (upper === undefined || lower === undefined) return false;
    this.#heap[parent] = lower;
    this.#heap[child] = upper;
    return true;
  }

  #isAfter(left: number, right: number): boolean {
    const [one, other] = [this.#heap[left], this.#heap[right]];
    return one !== undefined && other !== undefined && isAfter(one, other);
  }
}

/** Of rows with the same content, the first is taken first. */
function isAfter(left: Entry, right: Entry): boolean {
  return left.fraction === right.fraction ? left.row.line > right.row.line : left.fraction > right.fraction;
}
