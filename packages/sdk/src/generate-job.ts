import {
  CancelledError,
  FaultError,
  LossError,
  type AbortableOptions,
  type Backend,
  type CursorOptions,
  type DatasetInfo,
  type DatasetManifest,
  type DatasetRecord,
  type ExportOptions,
  type JobEvent,
  type JobInfo,
  type LedgerSums,
} from '@dsgen/core';
import { findLoss, openExportCodec } from '@dsgen/backend-local';
import { formatRow } from '@dsgen/formats';
import { downloadDataset } from './download-dataset.ts';
import { jobFailure } from './job-failure.ts';

/** What a finished job leaves. */
export interface GenerateResult {
  /** Where the dataset is: a folder, for the embedded back end. */
  readonly dataset: string;
  readonly datasetId: string;
  readonly manifest: DatasetManifest;
  /** What became of every document, chunk and candidate; every level adds up. */
  readonly ledger: LedgerSums;
}

/** A run of a recipe over a corpus. Following it is optional: it goes on whether or not anybody reads its records. */
export interface GenerateJob {
  readonly id: string;
  readonly corpusId: string;
  /** The records in dataset order, from the first, while the job runs and until it ends. */
  records(options?: CursorOptions): AsyncIterable<DatasetRecord>;
  /** The same records as lines of the dataset's format, each with its line feed. */
  rows(options?: CursorOptions): AsyncIterable<string>;
  /** What happens, from the start. */
  events(options?: CursorOptions): AsyncIterable<JobEvent>;
  /** Where the job stands now. */
  info(options?: AbortableOptions): Promise<JobInfo>;
  /**
   * Waits for the end.
   *
   * @throws LossError when more documents were quarantined than the recipe allows; the dataset is whole, `data.result` is what would have been returned.
   * @throws CancelledError when the job was cancelled or interrupted; it can be resumed.
   */
  result(): Promise<GenerateResult>;
  /** Stops the job; it can be resumed. */
  cancel(options?: AbortableOptions): Promise<void>;
}

export interface FollowJobOptions extends AbortableOptions {
  /** Absolute path of the folder the dataset is copied to, when the back end keeps it elsewhere. */
  readonly out?: string;
  /** Sequence of the last event of an earlier run of the job, which is not told again. Default 0. */
  readonly after?: number;
}

/** A handle on a submitted job. */
export function followJob(backend: Backend, job: JobInfo, options: FollowJobOptions = {}): GenerateJob {
  const { signal, after = 0, out } = options;
  const abortable = signal === undefined ? {} : { signal };
  let ending: Promise<GenerateResult> | undefined;
  return {
    id: job.id,
    corpusId: job.corpusId,
    records: (cursor) => backend.jobs.records(job.id, { ...abortable, ...cursor }),
    rows: (cursor) => encodeRows(backend.jobs.records(job.id, { ...abortable, ...cursor }), job.recipe.export),
    events: (cursor) => backend.jobs.events(job.id, { ...abortable, after, ...cursor }),
    info: (call) => backend.jobs.get(job.id, call),
    result() {
      ending ??= waitForResult(backend, job.id, { ...abortable, after, ...(out === undefined ? {} : { out }) });
      return ending;
    },
    async cancel(call) {
      await backend.jobs.cancel(job.id, call);
    },
  };
}

async function* encodeRows(
  records: AsyncIterable<DatasetRecord>,
  options: ExportOptions,
): AsyncGenerator<string, void, undefined> {
  const codec = await openExportCodec(options);
  for await (const record of records) yield formatRow(codec.encode(record));
}

async function waitForResult(
  backend: Backend,
  jobId: string,
  { out, ...options }: CursorOptions & Pick<FollowJobOptions, 'out'>,
): Promise<GenerateResult> {
  await lastEvent(backend.jobs.events(jobId, options));
  const info = await backend.jobs.get(jobId);
  if (info.state === 'cancelled' || info.state === 'interrupted') throw stopped(info);
  if (info.state === 'failed' && info.datasetId === undefined) throw jobFailure(info);
  if (info.datasetId === undefined) {
    throw new FaultError({
      code: 'job-without-dataset',
      message: `Job "${jobId}" ended as "${info.state}" without a dataset`,
    });
  }
  const dataset = await backend.datasets.get(info.datasetId);
  const result = {
    dataset: await bringHome(backend, dataset, { ...options, ...(out === undefined ? {} : { out }) }),
    datasetId: dataset.id,
    manifest: dataset.manifest,
    ledger: dataset.manifest.ledger,
  };
  checkLosses(info, result);
  return result;
}

/** Where the dataset is to be found: in the folder that was asked for, once it is there. */
async function bringHome(
  backend: Backend,
  { id, location }: DatasetInfo,
  { out, signal }: FollowJobOptions,
): Promise<string> {
  if (out === undefined || location === out || backend.datasets.read === undefined) return location;
  await downloadDataset(backend, { datasetId: id, out, ...(signal === undefined ? {} : { signal }) });
  return out;
}

async function lastEvent(events: AsyncIterable<JobEvent>): Promise<void> {
  for await (const event of events) if (event.type === 'job-end') return;
}

function stopped(info: JobInfo): CancelledError {
  return new CancelledError({
    code: `job-${info.state}`,
    message: `Job "${info.id}" was ${info.state}`,
    fix: 'Resume it, or run it again: finished work is kept.',
    data: { jobId: info.id },
  });
}

/** Everything is written before losses are judged. */
function checkLosses(info: JobInfo, result: GenerateResult): void {
  const loss = findLoss(result.ledger, info.recipe);
  if (loss === undefined) return;
  const rest = result.ledger.candidates.accepted === 0 ? 'is empty' : 'holds the others';
  throw new LossError({
    ...loss,
    message: `${loss.message}; the dataset "${result.dataset}" ${rest}`,
    data: { ...loss.data, result, jobId: info.id },
  });
}
