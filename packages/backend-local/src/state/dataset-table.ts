import type { DatabaseSync } from 'node:sqlite';
import type { DatasetInfo } from '@dsgen/core';

export interface DatasetTable {
  /** A dataset at the same location is replaced: its folder was. */
  put(dataset: DatasetInfo): void;
  get(datasetId: string): DatasetInfo | undefined;
  list(): readonly DatasetInfo[];
  delete(datasetId: string): void;
}

type Row = Readonly<Record<string, unknown>>;

/** The datasets jobs of this store have written. */
export function createDatasetTable(database: DatabaseSync): DatasetTable {
  const put = database.prepare(
    'INSERT OR REPLACE INTO datasets (id, name, job_id, location, records) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM datasets WHERE id = ?');
  const selectAll = database.prepare('SELECT * FROM datasets ORDER BY id');
  const remove = database.prepare('DELETE FROM datasets WHERE id = ?');
  return {
    put: ({ id, name, jobId, location, records }) => void put.run(id, name, jobId, location, records),
    get(datasetId) {
      const row = select.get(datasetId);
      return row === undefined ? undefined : toDataset(row);
    },
    list: () => selectAll.all().map(toDataset),
    delete: (datasetId) => void remove.run(datasetId),
  };
}

function toDataset(row: Row): DatasetInfo {
  return {
    id: String(row['id']),
    name: String(row['name']),
    jobId: String(row['job_id']),
    location: String(row['location']),
    records: Number(row['records']),
  };
}
