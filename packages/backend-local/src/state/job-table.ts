import type { DatabaseSync } from 'node:sqlite';
import type { JobInfo, JobState, LedgerSums, ModelSettings, Recipe } from '@dsgen/core';

export interface StoredJob extends JobInfo {
  readonly datasetName: string;
  /** Absolute folder. */
  readonly destination: string;
  readonly concurrency?: number;
  readonly model?: ModelSettings;
}

/** What a run changes of its job. */
export type JobChange = Pick<JobInfo, 'state' | 'ledger' | 'error' | 'datasetId'>;

export interface JobTable {
  insert(job: StoredJob): void;
  get(jobId: string): StoredJob | undefined;
  /** Only the state: cheap enough to ask again and again. */
  stateOf(jobId: string): JobState | undefined;
  /** In the order of submission. */
  list(): readonly StoredJob[];
  /** Sets the state and everything that goes with it; what the change does not name becomes unset. */
  update(jobId: string, change: JobChange): void;
  /** Works from any process: the one that runs the job looks here from time to time. */
  requestCancel(jobId: string): void;
  clearCancel(jobId: string): void;
  isCancelRequested(jobId: string): boolean;
  /** US dollars that the job has spent on its model, in all of its runs. */
  spentUsd(jobId: string): number;
  setSpentUsd(jobId: string, spentUsd: number): void;
}

type Row = Readonly<Record<string, string | number | null>>;

/** The jobs of a store. */
export function createJobTable(database: DatabaseSync): JobTable {
  const insert = database.prepare(
    'INSERT INTO jobs (id, state, corpus_id, recipe, dataset_name, destination, concurrency, model) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM jobs WHERE id = ?');
  const selectState = database.prepare('SELECT state FROM jobs WHERE id = ?');
  const selectAll = database.prepare('SELECT * FROM jobs ORDER BY sequence');
  const update = database.prepare('UPDATE jobs SET state = ?, dataset_id = ?, ledger = ?, error = ? WHERE id = ?');
  const setCancel = database.prepare('UPDATE jobs SET cancel_requested = ? WHERE id = ?');
  const selectSpent = database.prepare('SELECT spent_usd FROM jobs WHERE id = ?');
  const setSpent = database.prepare('UPDATE jobs SET spent_usd = ? WHERE id = ?');
  const selectCancel = database.prepare('SELECT cancel_requested FROM jobs WHERE id = ?');
  return {
    insert(job) {
      const { id, state, corpusId, datasetName, destination, concurrency, model } = job;
      const recipe = JSON.stringify(job.recipe);
      insert.run(id, state, corpusId, recipe, datasetName, destination, concurrency ?? null, toJson(model));
    },
    get(jobId) {
      const row = select.get(jobId);
      return row === undefined ? undefined : toJob(row as Row);
    },
    stateOf: (jobId) => selectState.get(jobId)?.['state'] as JobState | undefined,
    list: () => selectAll.all().map((row) => toJob(row as Row)),
    update(jobId, { state, datasetId, ledger, error }) {
      update.run(state, datasetId ?? null, toJson(ledger), toJson(error), jobId);
    },
    requestCancel: (jobId) => void setCancel.run(1, jobId),
    clearCancel: (jobId) => void setCancel.run(0, jobId),
    spentUsd: (jobId) => Number(selectSpent.get(jobId)?.['spent_usd'] ?? 0),
    setSpentUsd: (jobId, spentUsd) => void setSpent.run(spentUsd, jobId),
    isCancelRequested: (jobId) => selectCancel.get(jobId)?.['cancel_requested'] === 1,
  };
}

function toJob(row: Row): StoredJob {
  const { dataset_id: datasetId, ledger, error, concurrency, model } = row;
  return {
    id: String(row['id']),
    state: row['state'] as JobState,
    corpusId: String(row['corpus_id']),
    recipe: JSON.parse(String(row['recipe'])) as Recipe,
    datasetName: String(row['dataset_name']),
    destination: String(row['destination']),
    ...(typeof concurrency === 'number' ? { concurrency } : {}),
    ...(typeof model === 'string' ? { model: JSON.parse(model) as ModelSettings } : {}),
    ...(typeof datasetId === 'string' ? { datasetId } : {}),
    ...(typeof ledger === 'string' ? { ledger: JSON.parse(ledger) as LedgerSums } : {}),
    ...(typeof error === 'string' ? { error: JSON.parse(error) as NonNullable<JobInfo['error']> } : {}),
  };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
