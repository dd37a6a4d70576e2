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

/** Upper ends of the histogram's bins: powers of two, as token budgets are. */
const BIN_ENDS = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];

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
  const bins = BIN_ENDS.map((end, index) => ({
    from: index === 0 ? 1 : (BIN_ENDS[index - 1] ?? 0) + 1,
    to: end,
    records: 0,
  }));
  let total = 0;
  let median = 0;
  let seen = 0;
  for (const [tokens, count] of lengths) {
    total += tokens * count;
    if (seen < records / 2) median = tokens;
    seen += count;
    const bin = bins.find(({ to }) => tokens <= to) ?? bins.at(-1);
    if (bin !== undefined) bin.records += count;
  }
  return { total, median, longest: lengths.at(-1)?.[0] ?? 0, histogram: trim(bins) };
}

/** Without the empty bins at both ends. */
function trim<Bin extends { readonly records: number }>(bins: readonly Bin[]): Bin[] {
  const first = bins.findIndex(({ records }) => records > 0);
  const last = bins.findLastIndex(({ records }) => records > 0);
  return first === -1 ? [] : bins.slice(first, last + 1);
}
