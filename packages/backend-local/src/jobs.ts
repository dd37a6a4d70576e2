import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import {
  InputError,
  UsageError,
  type JobApi,
  type JobInfo,
  type ModelEstimate,
  type SubmitJobInput,
} from '@dsgen/core';
import { recipeHash } from '@dsgen/engine';
import { findCorpus } from './corpora.ts';
import { estimateModel } from './estimate-model.ts';
import type { Host } from './host.ts';
import { prepareOcrData } from './ocr-data.ts';
import { openExportCodec } from './open-codec.ts';
import { planCorpus } from './plan-corpus.ts';
import { assertReplaceable, recoverDestination } from './run/dataset-destination.ts';
import { followEvents, followRecords } from './run/follow-job.ts';
import { isUnderWay } from './run/is-under-way.ts';
import { chooseRecipePrompts } from './run/open-model.ts';
import type { JobQueue } from './run/job-queue.ts';
import type { StoredJob } from './state/job-table.ts';

/** An open store and the jobs that run in it. */
export interface OpenJobs {
  readonly host: Host;
  readonly queue: JobQueue;
}

/** The jobs of a store. They run in this process, one after the other. */
export function createJobs(open: () => Promise<OpenJobs>): Required<JobApi> {
  return {
    async submit(input, options) {
      options?.signal?.throwIfAborted();
      const { host, queue } = await open();
      await host.startWork(options?.signal);
      const job = describeJob(host, input);
      const known = host.state.jobs.get(job.id);
      if (known !== undefined) return toInfo(assertSameJob(known, job));
      await checkJob(host, job);
      host.state.jobs.insert(job);
      queue.start(job, { resumed: false, signal: options?.signal });
      return toInfo(job);
    },
    async get(jobId, options) {
      options?.signal?.throwIfAborted();
      const { host, queue } = await open();
      return toInfo(queue.current(findJob(host, jobId)));
    },
    async *list(options) {
      const { host, queue } = await open();
      for (const job of host.state.jobs.list()) {
        options?.signal?.throwIfAborted();
        yield toInfo(queue.current(job));
      }
    },
    async cancel(jobId, options) {
      options?.signal?.throwIfAborted();
      return cancelJob(await open(), jobId);
    },
    async resume(jobId, options) {
      options?.signal?.throwIfAborted();
      const { host, queue } = await open();
      await host.startWork(options?.signal);
      const job = queue.current(findJob(host, jobId));
      if (job.state === 'done' || isUnderWay(job)) return toInfo(job);
      await checkJob(host, job);
      host.state.jobs.clearCancel(jobId);
      host.state.jobs.update(jobId, { state: 'queued' });
      queue.start(findJob(host, jobId), { resumed: true, signal: options?.signal });
      return toInfo(findJob(host, jobId));
    },
    async *events(jobId, options) {
      const { host, queue } = await open();
      findJob(host, jobId);
      yield* followEvents({ host, queue, jobId }, options);
    },
    async *records(jobId, options) {
      const { host, queue } = await open();
      findJob(host, jobId);
      yield* followRecords({ host, queue, jobId }, options);
    },
    async *plan({ corpusId, recipe }, options) {
      const { host } = await open();
      yield* planCorpus(host, { corpus: findCorpus(host, corpusId), recipe, signal: options?.signal });
    },
    estimate: async (input, options) => estimate((await open()).host, input, options?.signal),
  };
}

async function estimate(
  host: Host,
  { corpusId, recipe, model: settings = {} }: Pick<SubmitJobInput, 'corpusId' | 'recipe' | 'model'>,
  signal = new AbortController().signal,
): Promise<ModelEstimate> {
  await host.startWork(signal);
  return estimateModel(host, { corpus: findCorpus(host, corpusId), recipe, settings, signal });
}

function describeJob(host: Host, input: SubmitJobInput): StoredJob {
  const { corpusId, recipe, datasetName, concurrency, model } = input;
  const id = `job-${createHash('sha256').update(input.idempotencyKey).digest('hex').slice(0, 16)}`;
  return {
    id,
    state: 'queued',
    corpusId,
    recipe,
    datasetName,
    destination: resolve(input.destination ?? join(host.folder, 'datasets', id)),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(model === undefined ? {} : { model }),
  };
}

/** @throws UsageError `idempotency-conflict` when the key stands for another job */
function assertSameJob(known: StoredJob, job: StoredJob): StoredJob {
  const isSame = known.corpusId === job.corpusId && recipeHash(known.recipe) === recipeHash(job.recipe);
  if (isSame && known.destination === job.destination) return known;
  throw new UsageError({
    code: 'idempotency-conflict',
    message: `Cannot submit another job with the idempotency key of job ${known.id}: its corpus, recipe or destination differs`,
    fix: 'Use a new key for a new job.',
  });
}

/** What can be refused before any work is done is refused here. */
async function checkJob(host: Host, job: StoredJob): Promise<void> {
  const corpus = findCorpus(host, job.corpusId);
  if (!corpus.sealed) {
    throw new UsageError({
      code: 'corpus-not-sealed',
      message: `Cannot run a job on the corpus ${JSON.stringify(corpus.name)}: it is not sealed`,
      fix: 'Seal it first.',
    });
  }
  await openExportCodec(job.recipe.export);
  if (job.recipe.extract.ocr) await prepareOcrData(host.folder, job.recipe.extract.ocrLanguage);
  await chooseRecipePrompts(job.recipe);
  await recoverDestination(job.destination);
  await assertReplaceable(job.destination);
}

function findJob(host: Host, jobId: string): StoredJob {
  const job = host.state.jobs.get(jobId);
  if (job !== undefined) return job;
  throw new InputError({
    code: 'job-missing',
    message: `Cannot find the job ${JSON.stringify(jobId)} in the store ${JSON.stringify(host.folder)}`,
    fix: 'List the jobs of the store, or choose another store with --store.',
  });
}

async function cancelJob({ host, queue }: OpenJobs, jobId: string): Promise<JobInfo> {
  const job = queue.current(findJob(host, jobId));
  if (queue.isHere(jobId)) {
    await queue.stop(jobId, 'cancelled');
  } else if (isUnderWay(job)) {
    host.state.jobs.requestCancel(jobId);
  } else if (job.state === 'interrupted') {
    host.state.jobs.update(jobId, { ...job, state: 'cancelled' });
    host.state.events.append(jobId, { type: 'job-end', state: 'cancelled' });
  }
  return toInfo(queue.current(findJob(host, jobId)));
}

function toInfo({ id, state, corpusId, recipe, datasetId, ledger, error }: StoredJob): JobInfo {
  return {
    id,
    state,
    corpusId,
    recipe,
    ...(datasetId === undefined ? {} : { datasetId }),
    ...(ledger === undefined ? {} : { ledger }),
    ...(error === undefined ? {} : { error }),
  };
}
