import { findLoss, openScorers, recipeHash } from '@dsgen/engine';
import { LossError, type DatasetManifest } from '@dsgen/core';
import { findCorpus } from '../corpora.ts';
import type { Host } from '../host.ts';
import { openKeychain } from '../keychain/keychain.ts';
import { prepareOcrData } from '../ocr-data.ts';
import type { StoredCorpus } from '../state/corpus-table.ts';
import type { JobChange, StoredJob } from '../state/job-table.ts';
import { explainIoError } from '../store/explain-io-error.ts';
import { assemble } from './assemble.ts';
import { openCodec } from '../open-codec.ts';
import { findFile, readableFiles } from './document-files.ts';
import { openDestination } from './dataset-destination.ts';
import { createFolderSink } from './folder-sink.ts';
import { forgetOldRuns } from './forget-old-runs.ts';
import type { JobControl } from './job-control.ts';
import { createEmit, describeFailure, type Emit } from './job-events.ts';
import { createLazyPool, type LazyPool } from './lazy-pool.ts';
import { openLineWriter } from './line-file.ts';
import { openModel } from './open-model.ts';
import { recordLogPath } from './record-log-path.ts';
import { readLicences } from './read-licences.ts';
import { workOnCorpus } from './work-on-corpus.ts';
import type { WorkContext } from './work-on-document.ts';

export interface RunJobOptions {
  readonly job: StoredJob;
  readonly host: Host;
  readonly control: JobControl;
  readonly resumed: boolean;
  /** Called whenever there are more events or records to read. */
  readonly notify: () => void;
}

const CANCEL_POLL_MS = 300;
const CANCEL_GRACE_MS = 1_000;

/** Runs a job to its end, whatever that is, and tells what became of it. Never rejects. */
export async function runJob(options: RunJobOptions): Promise<JobChange> {
  const { job, host, control, resumed, notify } = options;
  const emit = createEmit(host, job.id, notify);
  const cancelPoll = setInterval(() => pollCancel(options), CANCEL_POLL_MS);
  let change: JobChange;
  try {
    host.state.jobs.update(job.id, { state: 'running' });
    await forgetOldRuns(host);
    emit({ type: 'job-start', jobId: job.id, resumed });
    change = await produceDataset(options, emit);
  } catch (error) {
    change = describeEnding(error, options);
  }
  clearInterval(cancelPoll);
  recordEnding(change, options, emit);
  control.stop('interrupted', 0);
  return change;
}

/** Another process asks for the end of a job through the store. */
function pollCancel({ job, host, control }: RunJobOptions): void {
  try {
    if (host.state.jobs.isCancelRequested(job.id)) control.stop('cancelled', CANCEL_GRACE_MS);
  } catch {
    // The store cannot be read for now; the run itself will meet what is wrong with it.
  }
}

function describeEnding(error: unknown, { control, host }: RunJobOptions): JobChange {
  if (control.kind !== undefined) return { state: control.kind };
  return { state: 'failed', error: describeFailure(explainIoError(error, host.folder)) };
}

/** On a full disk even this may fail: the job then reads as interrupted when the store is opened next. */
function recordEnding(change: JobChange, { job, host }: RunJobOptions, emit: Emit): void {
  try {
    host.state.jobs.update(job.id, change);
    if (change.state !== 'done' && change.state !== 'failed' && change.state !== 'cancelled') return;
    emit({
      type: 'job-end',
      state: change.state,
      ...(change.ledger === undefined ? {} : { ledger: change.ledger }),
      ...(change.datasetId === undefined ? {} : { dataset: job.destination }),
      ...(change.error === undefined ? {} : { error: change.error.message }),
    });
  } catch {
    // Nothing more can be kept; the caller still has the change.
  }
}

async function produceDataset(options: RunJobOptions, emit: Emit): Promise<JobChange> {
  const { job, host, control } = options;
  const corpus = findCorpus(host, job.corpusId);
  emit({ type: 'corpus-sealed', documents: corpus.documents, bytes: corpus.bytes });
  const ocrDataPath = job.recipe.extract.ocr
    ? await prepareOcrData(host.folder, job.recipe.extract.ocrLanguage)
    : undefined;
  const folderLicences = await readLicences(host, corpus, control.ending);
  const codec = await openCodec(job.recipe.export.format, job.recipe.export);
  const scoring = await openScorers({
    assess: job.recipe.assess,
    store: host.artefacts,
    environment: host.environment,
    findKey: openKeychain(host).keyOf,
  });
  const concurrency = job.concurrency ?? host.concurrency;
  const readable = readableFiles(host, corpus, ocrDataPath);
  const pool = createLazyPool({ concurrency, limits: host.limits, readable, temporaryFolder: host.temporaryFolder });
  control.ending.addEventListener('abort', () => void pool.close(control.ending.reason));
  const destination = await openDestination(job.destination);
  const sink = createFolderSink(destination.folder);
  const log = await openLineWriter(recordLogPath(host.folder, job.id), options.notify);
  const limit = { isReached: false };
  const model = await openModel(job, host, { emit, control });
  const documents = workOnCorpus({
    host,
    corpus,
    control,
    limit,
    concurrency,
    folderLicences,
    work: describeWork(options, corpus, { ocrDataPath, pool, emit }),
    ...(model === undefined ? {} : { model }),
  });
  try {
    const manifest = await assemble({
      name: job.datasetName,
      corpus: corpus.name,
      recipe: job.recipe,
      codec,
      documents,
      sink,
      folderLicences,
      scorers: scoring.scorers,
      log,
      emit,
      onLimitReached: () => void (limit.isReached = true),
      signal: control.ending,
    });
    await log.close();
    control.stopping.throwIfAborted();
    await destination.publish();
    return describeDone(job, host, manifest);
  } finally {
    await pool.close(control.ending.reason ?? new Error('the job has ended'));
    await Promise.allSettled([model?.close(), scoring.close(), log.close(), sink.close(), destination.discard()]);
  }
}

function describeWork(
  { job, host }: RunJobOptions,
  corpus: StoredCorpus,
  {
    ocrDataPath,
    pool,
    emit,
  }: { readonly ocrDataPath: string | undefined; readonly pool: LazyPool; readonly emit: Emit },
): WorkContext {
  return {
    artefacts: host.artefacts,
    limits: host.limits,
    corpusName: corpus.name,
    recipe: job.recipe,
    recipeHash: recipeHash(job.recipe),
    ocrDataPath,
    fileOf: (document) => findFile(host, corpus, document),
    pool: pool.open,
    onStart: (path) => emit({ type: 'document-start', path }),
  };
}

function describeDone(job: StoredJob, host: Host, manifest: DatasetManifest): JobChange {
  const { name, records, ledger } = manifest;
  host.state.datasets.put({ id: job.id, name, jobId: job.id, location: job.destination, records });
  const loss = findLoss(ledger, job.recipe);
  if (loss === undefined) return { state: 'done', datasetId: job.id, ledger };
  return { state: 'failed', datasetId: job.id, ledger, error: describeFailure(new LossError(loss)) };
}
