import { createHash } from 'node:crypto';
import { UsageError, type AbortableOptions, type JobApi, type JobInfo, type SubmitJobInput } from '@dsgen/core';
import { openCodec, readCodecFiles } from '@dsgen/backend-local';
import { recipeHash } from '@dsgen/engine';
import { isEndTold, lastSequence, readEvents } from '../ledger/event-log.ts';
import { changeJob, createJob, getJob, listJobs } from '../ledger/job-ledger.ts';
import { isMarked, markUnderWay } from '../ledger/jobs-under-way.ts';
import { readRecordParts } from '../ledger/record-parts.ts';
import { createRowTable } from '../ledger/row-table.ts';
import { currentEpoch, isUnderWay, toJobInfo, type StoredJob } from '../ledger/stored-job.ts';
import { readWorked } from '../ledger/work-progress.ts';
import { finalizeJob } from '../workflow/finalize-job.ts';
import { codecKey, type JobReference } from '../workflow/steps.ts';
import { findCorpus } from './corpora.ts';
import { follow } from './follow.ts';
import type { PlatformParts, StoredCorpus } from './platform-parts.ts';

/** The jobs of a tenant: the ledger says what they are, the workflow runs them. */
export function createJobs(parts: PlatformParts): JobApi {
  const { tables, store, workflow } = parts;
  return {
    async submit(input, options) {
      options?.signal?.throwIfAborted();
      const { isNew, job } = await createJob(tables, await describeJob(parts, input, options), options);
      if (!isNew) assertSameJob(job, input);
      // Starting twice is no error, so a submission that died between the two is completed by the next.
      if (isUnderWay(job)) await workflow.start(referenceTo(job, tables));
      return toJobInfo(job);
    },
    async get(jobId, options) {
      options?.signal?.throwIfAborted();
      return withProgress(parts, await getJob(tables, jobId, options), options);
    },
    async *list(options) {
      for await (const job of listJobs(tables, options)) yield toJobInfo(job);
    },
    cancel: (jobId, options) => cancelJob(parts, jobId, options),
    resume: (jobId, options) => resumeJob(parts, jobId, options),
    async *events(jobId, options = {}) {
      let after = options.after ?? 0;
      for await (const job of follow(parts, jobId, { ...options, hasNews: isEndToCome(parts) })) {
        for await (const event of readEvents(tables, { jobId, epochs: job.epochs, after }, options)) {
          yield event;
          after = event.sequence;
        }
      }
    },
    async *records(jobId, options = {}) {
      let after = options.after ?? 0;
      for await (const job of follow(parts, jobId, options)) {
        const place = { tables, store, reference: referenceTo(job, tables) };
        for await (const record of readRecordParts(place, after, options)) {
          yield record;
          after += 1;
        }
      }
    },
  };
}

/** The end of a job is told after the job has ended, and the mark goes after that: without it, nothing more is to come. */
function isEndToCome({ tables }: PlatformParts): (job: StoredJob) => Promise<boolean> {
  return async (job) => !(await isEndTold(tables, referenceTo(job, tables))) && (await isMarked(tables, job.id));
}

export function referenceTo(job: StoredJob, { tenant }: PlatformParts['tables']): JobReference {
  return { tenant, jobId: job.id, epoch: currentEpoch(job).epoch };
}

/** A running job that has no sums yet tells how far its workers are. */
async function withProgress(
  { tables }: PlatformParts,
  job: StoredJob,
  options: AbortableOptions | undefined,
): Promise<JobInfo> {
  const info = toJobInfo(job);
  if (job.state !== 'running' || job.ledger !== undefined) return info;
  const progress = await readWorked(tables, referenceTo(job, tables), options);
  return progress === undefined ? info : { ...info, progress };
}

/** What can be refused before anything runs is refused here. */
async function describeJob(
  { tables, store, region }: PlatformParts,
  input: SubmitJobInput,
  options: AbortableOptions | undefined,
): Promise<StoredJob> {
  const { corpusId, recipe, datasetName, idempotencyKey } = input;
  const catalog = createRowTable<StoredCorpus>(tables, tables.catalog, 'CORPUS');
  const corpus = await findCorpus(catalog, corpusId, options);
  if (!corpus.sealed) throw notSealed(corpus);
  const id = `job-${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 16)}`;
  if (recipe.model !== undefined) throw modelUnsupported(recipe.model.name);
  if (recipe.assess.scorers !== undefined) throw scorersUnsupported(recipe.assess.scorers);
  await openCodec(recipe.export.format, recipe.export);
  await store.put(codecKey(id), Buffer.from(JSON.stringify(await readCodecFiles(recipe.export))), options);
  return {
    id,
    state: 'queued',
    corpusId,
    corpusName: corpus.name,
    recipe,
    datasetName,
    region,
    epochs: [{ epoch: 1, eventBase: 0 }],
    isCancelRequested: false,
  };
}

/** @throws UsageError `idempotency-conflict` */
function assertSameJob(known: StoredJob, input: SubmitJobInput): void {
  if (known.corpusId === input.corpusId && recipeHash(known.recipe) === recipeHash(input.recipe)) return;
  throw new UsageError({
    code: 'idempotency-conflict',
    message: `Cannot submit another job with the idempotency key of job ${known.id}: its corpus or recipe differs`,
    fix: 'Use a new key for a new job.',
  });
}

async function cancelJob(parts: PlatformParts, jobId: string, options: AbortableOptions | undefined): Promise<JobInfo> {
  options?.signal?.throwIfAborted();
  const { tables, workflow } = parts;
  const job = await changeJob(
    tables,
    jobId,
    (current) => (isUnderWay(current) ? { ...current, isCancelRequested: true } : undefined),
    options,
  );
  if (isUnderWay(job)) {
    await workflow.stop(referenceTo(job, tables));
    await finalizeJob(referenceTo(job, tables), { tables });
  }
  return toJobInfo(await getJob(tables, jobId, options));
}

/** A resumed job is a new owner of the same job: artefacts are found by their keys, so only what is missing is made. */
async function resumeJob(parts: PlatformParts, jobId: string, options: AbortableOptions | undefined): Promise<JobInfo> {
  options?.signal?.throwIfAborted();
  const { tables, workflow, region } = parts;
  const known = await getJob(tables, jobId, options);
  if (known.state === 'done' || isUnderWay(known)) return toJobInfo(known);
  const { epoch, eventBase } = currentEpoch(known);
  await markUnderWay(tables, { jobId, epoch: epoch + 1 });
  const told = await lastSequence(tables, { jobId, epoch }, eventBase);
  const job = await changeJob(
    tables,
    jobId,
    (current) => {
      if (currentEpoch(current).epoch !== epoch || isUnderWay(current)) return undefined;
      const { error: _error, ...rest } = current;
      const epochs = [...current.epochs, { epoch: epoch + 1, eventBase: told }];
      return { ...rest, state: 'queued', region, epochs, isCancelRequested: false };
    },
    options,
  );
  if (isUnderWay(job)) await workflow.start(referenceTo(job, tables));
  return toJobInfo(job);
}

function notSealed({ name }: StoredCorpus): UsageError {
  return new UsageError({
    code: 'corpus-not-sealed',
    message: `Cannot run a job on the corpus ${JSON.stringify(name)}: it is not sealed`,
    fix: 'Seal it first.',
  });
}

function scorersUnsupported(scorers: readonly string[]): UsageError {
  return new UsageError({
    code: 'scorers-not-on-platform',
    message: `Cannot run a job with the scorers ${scorers.join(', ')} (assess.scorers) on the AWS back end: its workers score nothing`,
    fix: 'Leave out assess.scorers, or run the job on this machine.',
  });
}

function modelUnsupported(model: string): UsageError {
  return new UsageError({
    code: 'model-not-on-platform',
    message: `Cannot run a job with the model ${JSON.stringify(model)} on the AWS back end: its workers make records without a model`,
    fix: 'Leave out --model, or run the job on this machine.',
  });
}
