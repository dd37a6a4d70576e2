import type { DatasetInfo } from '@dsgen/core';
import { createRowTable, type RowTable } from './row-table.ts';
import type { Tables } from './tables.ts';

/** A published dataset: `epoch` says which owner's files are the dataset. */
export interface StoredDataset extends DatasetInfo {
  readonly epoch: number;
}

export function datasetTable(tables: Tables): RowTable<StoredDataset> {
  return createRowTable(tables, tables.ledger, 'DATASET');
}
