import { UsageError } from '@dsgen/core';
import type { ReadRowsOptions } from '../rows/read-rows.ts';
import { comparedText, type NearTexts } from './near-texts.ts';
import { readLines, type BadLine, type GoodLine } from './read-lines.ts';
import { rowKey } from './row-key.ts';
import { seededFraction } from './seeded-fraction.ts';

/** Names of the splits and their shares, which need not sum to 1. */
export type SplitShares = Readonly<Record<string, number>>;

export interface SplitRowsOptions extends ReadRowsOptions {
  /** `{ train: 0.9, test: 0.1 }` */
  readonly shares: SplitShares;
  /** Default 0. */
  readonly seed?: number;
  /** Rows with an equal value here stay together: a column or a JSON pointer. Default: rows with equal content do. */
  readonly by?: string;
  /** A row whose text is near an earlier row's follows it. Default: only equal rows do. */
  readonly near?: NearTexts;
}

/** A row and the split it belongs to. */
export type SplitRow = (GoodLine & { readonly split: string }) | BadLine;

/**
 * Deals the rows of a file to splits. Which one a row gets depends on the seed and its group only, not on the rows around it,
 * so a file that grows keeps its splits; therefore shares are met about, not exactly. With `near`, a row takes the split of the
 * earliest row it is near, so that no split holds what another was made of.
 *
 * @throws UsageError `split-shares`, `split-groups`, `field-invalid`
 * @throws InputError `field-missing`
 * @example
 * ```ts
 * import { splitRows } from '@dsgen/formats';
 * import { Readable } from 'node:stream';
 *
 * const file = Readable.from([Buffer.from('{"q":"a","source":"x"}\n{"q":"b","source":"x"}\n')]);
 * const shares = { train: 0.8, test: 0.2 };
 * for await (const row of splitRows(file, { shares, by: 'source' })) if (row.ok) console.log(row.split);
 * ```
 */
export async function* splitRows(
  chunks: AsyncIterable<Uint8Array>,
  options: SplitRowsOptions,
): AsyncGenerator<SplitRow> {
  const { shares, seed = 0, by, near, ...reading } = options;
  if (by !== undefined && near !== undefined) throw byAndNear(by);
  const names = Object.keys(shares);
  const dealer = new Dealer(shares);
  const key = rowKey(by);
  /** Index of the split of each row, in the order that `near` counts. */
  const dealt: number[] = [];
  for await (const row of readLines(chunks, reading)) {
    if (!row.ok) {
      yield row;
      continue;
    }
    const earlier = near?.findAndAdd(comparedText(row.value));
    const own = dealer.deal(seededFraction(seed, key(row.value, row.line)));
    const index = earlier === undefined ? own : (dealt[earlier] ?? own);
    if (near !== undefined) dealt.push(index);
    yield { ...row, split: names[index] ?? '' };
  }
}

class Dealer {
  readonly #ends: readonly number[];

  constructor(shares: SplitShares) {
    const values = Object.values(shares);
    const total = values.reduce((sum, share) => sum + share, 0);
    if (!(total > 0) || !Number.isFinite(total) || values.some((share) => share < 0)) throw badShares(shares);
    let sum = 0;
    this.#ends = values.map((share) => (sum += share) / total);
  }

  /** Index of the split that holds the fraction. */
  deal(fraction: number): number {
    const index = this.#ends.findIndex((end) => fraction < end);
    // Rounding may leave the last end a little below 1; the last split that has a share takes the gap.
    return index === -1 ? this.#ends.findIndex((end) => end === this.#ends.at(-1)) : index;
  }
}

function byAndNear(by: string): UsageError {
  return new UsageError({
    code: 'split-groups',
    message: `Splitting failed: rows cannot stay together by ${JSON.stringify(by)} and by near texts at once.`,
    fix: 'Choose one of the two.',
  });
}

function badShares(shares: SplitShares): UsageError {
  return new UsageError({
    code: 'split-shares',
    message: `Splitting failed: the shares are ${JSON.stringify(shares)}.`,
    fix: 'Give every split a share of 0 or more, and at least one a share above 0.',
  });
}
