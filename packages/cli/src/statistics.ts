import type { DatasetRecord } from '@dsgen/sdk';

export interface DatasetStatistics {
  readonly tokens: {
    readonly total: number;
    readonly median: number;
    readonly longest: number;
    readonly histogram: ReadonlyArray<{ readonly from: number; readonly to: number; readonly records: number }>;
  };
  /** Documents with records, the richest first. */
  readonly documents: ReadonlyArray<{ readonly path: string; readonly records: number }>;
}

/** The end of the first bin of the histogram; each next one is twice as far, as token budgets are. */
const FIRST_BIN_END = 16;

/** One pass over the records; memory grows with documents and with distinct lengths only. */
export async function collectStatistics(records: AsyncIterable<DatasetRecord>): Promise<DatasetStatistics> {
  const documents = new Map<string, number>();
  const lengths = new Map<number, number>();
  for await (const { lineage, quality } of records) {
    documents.set(lineage.path, (documents.get(lineage.path) ?? 0) + 1);
    const tokens = Math.round(quality['tokens'] ?? 0);
    lengths.set(tokens, (lengths.get(tokens) ?? 0) + 1);
  }
  return {
    tokens: tokenStatistics([...lengths].toSorted(([left], [right]) => left - right)),
    documents: [...documents]
      .map(([path, count]) => ({ path, records: count }))
      .toSorted((left, right) => right.records - left.records || (left.path < right.path ? -1 : 1)),
  };
}

/** `lengths` are (tokens, records) pairs in rising order. */
function tokenStatistics(lengths: ReadonlyArray<readonly [number, number]>): DatasetStatistics['tokens'] {
  const records = lengths.reduce((sum, [, count]) => sum + count, 0);
  const bins = binsUpTo(lengths.at(-1)?.[0] ?? 0);
  let total = 0;
  let median = 0;
  let seen = 0;
  for (const [tokens, count] of lengths) {
    total += tokens * count;
    if (seen < records / 2) median = tokens;
    seen += count;
    const bin = bins.find(({ to }) => tokens <= to);
    if (bin !== undefined) bin.records += count;
  }
  return { total, median, longest: lengths.at(-1)?.[0] ?? 0, histogram: trim(bins) };
}

function binsUpTo(longest: number): Array<{ from: number; to: number; records: number }> {
  const bins = [{ from: 0, to: FIRST_BIN_END, records: 0 }];
  for (let end = FIRST_BIN_END; end < longest; end *= 2) bins.push({ from: end + 1, to: end * 2, records: 0 });
  return bins;
}

/** Without the empty bins at the start. */
function trim<Bin extends { readonly records: number }>(bins: readonly Bin[]): Bin[] {
  const first = bins.findIndex(({ records }) => records > 0);
  return first === -1 ? [] : bins.slice(first);
}
