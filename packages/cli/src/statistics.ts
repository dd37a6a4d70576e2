import { TokenHistogram, type DatasetRecord } from '@dsgen/sdk';

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

/** One pass over the records; memory grows with documents and with distinct lengths only. */
export async function collectStatistics(records: AsyncIterable<DatasetRecord>): Promise<DatasetStatistics> {
  const documents = new Map<string, number>();
  const tokens = new TokenHistogram();
  for await (const { lineage, quality } of records) {
    documents.set(lineage.path, (documents.get(lineage.path) ?? 0) + 1);
    tokens.add(quality['tokens'] ?? 0);
  }
  const { bins: histogram, ...sums } = tokens.summary();
  return {
    tokens: { ...sums, histogram },
    documents: [...documents]
      .map(([path, count]) => ({ path, records: count }))
      .toSorted((left, right) => right.records - left.records || (left.path < right.path ? -1 : 1)),
  };
}
