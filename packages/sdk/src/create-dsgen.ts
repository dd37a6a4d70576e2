import { randomUUID } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { resolveRecipe } from '@dsgen/backend-local';
import {
  InputError,
  type AbortableOptions,
  type Backend,
  type CorpusApi,
  type CorpusInfo,
  type DatasetApi,
  type DocumentPlan,
  type JobApi,
  type ModelEstimate,
  type RecordVerification,
  type SubmitJobInput,
} from '@dsgen/core';
import { downloadDataset, type DownloadDatasetInput } from './download-dataset.ts';
import { chooseBackends } from './backends.ts';
import { openDataset, type Dataset } from './open-dataset.ts';
import type { CorpusInput, EstimateInput, GenerateInput, PlanInput, VerifyInput } from './generate-input.ts';
import { followJob, type GenerateJob } from './generate-job.ts';
import { lazyCorpora, lazyDatasets, lazyJobs, NO_ESTIMATE, unsupported } from './lazy-backend.ts';

export interface CreateDsgenOptions {
  /** Where corpora, jobs and datasets live and run. Default: the embedded back end, on this machine. The caller closes it. */
  readonly backend?: Backend;
  /** Folder of the embedded back end. Default: `.dsgen` beside the documents. */
  readonly store?: string;
  /** Documents the embedded back end works on at once. Default: the number of cores. */
  readonly concurrency?: number;
}

/** The one entry to dsgen. Close it, or declare it with `await using`, so that its processes and locks are released. */
export interface Dsgen extends AsyncDisposable {
  /** Starts a job: documents in, a dataset out. */
  generate(input: GenerateInput): Promise<GenerateJob>;
  /** What `generate` would do with each document, in path order, without doing it. */
  plan(input: PlanInput): AsyncIterable<DocumentPlan>;
  /** What the model of the recipe would cost over the documents, from a sample of them, without asking it. */
  estimate(input: EstimateInput): Promise<ModelEstimate>;
  /** Extracts the sources again and compares every span of a dataset folder with them, record by record. */
  verify(input: VerifyInput): AsyncIterable<RecordVerification>;
  /** Opens a dataset folder, wherever it comes from. */
  openDataset(path: string, options?: AbortableOptions): Promise<Dataset>;
  /** Copies a dataset of the back end to a folder, checking every file. */
  download(input: DownloadDatasetInput): Promise<void>;
  /** Continues a job that was interrupted, failed or cancelled. */
  resume(jobId: string, options?: AbortableOptions): Promise<GenerateJob>;
  /** The contracts of the back end, for everything the methods above do not cover. */
  readonly corpora: CorpusApi;
  readonly jobs: JobApi;
  readonly datasets: DatasetApi;
  /** Finishes what is in hand and stops; running jobs stay resumable. */
  close(): Promise<void>;
}

/**
 * Creates a dsgen: without options, one that runs here, needs no network and keeps its state beside the documents.
 *
 * @example Documents in, records out while the job runs
 * ```ts
 * import { createDsgen } from '@dsgen/sdk';
 *
 * await using dsgen = createDsgen();
 * const job = await dsgen.generate({ paths: ['./docs'], recipe: { tasks: ['qa'] }, out: './dataset' });
 * for await (const record of job.records()) {
 *   console.log(record.messages[0]?.content, record.lineage.path);
 * }
 * const { dataset, ledger } = await job.result();
 * console.log(dataset, ledger.candidates.accepted);
 * ```
 */
export function createDsgen(options: CreateDsgenOptions = {}): Dsgen {
  const backends = chooseBackends(options);
  return {
    async generate(input) {
      const recipe = resolveRecipe(input.recipe ?? {});
      const backend = await backends.at(input.paths);
      const corpus = await linkCorpus(backend, input);
      const job = await backend.jobs.submit(submission(input, { corpusId: corpus.id, recipe }), abortable(input));
      return followJob(backend, job, {
        ...abortable(input),
        ...(input.out === undefined ? {} : { out: resolve(input.out) }),
      });
    },
    async *plan(input) {
      const recipe = resolveRecipe(input.recipe ?? {});
      const backend = await backends.at(input.paths);
      if (backend.jobs.plan === undefined) throw unsupported(backend, 'plan a job', 'Submit the job without a plan.');
      const corpus = await linkCorpus(backend, input);
      yield* backend.jobs.plan({ corpusId: corpus.id, recipe }, abortable(input));
    },
    async estimate(input) {
      const recipe = resolveRecipe(input.recipe ?? {});
      const backend = await backends.at(input.paths);
      if (backend.jobs.estimate === undefined) throw unsupported(backend, 'estimate the cost of a model', NO_ESTIMATE);
      const corpus = await linkCorpus(backend, input);
      const { model } = input;
      return backend.jobs.estimate(
        { corpusId: corpus.id, recipe, ...(model === undefined ? {} : { model }) },
        abortable(input),
      );
    },
    async *verify(input) {
      const backend = await backends.at(input.paths);
      if (backend.datasets.verify === undefined)
        throw unsupported(backend, 'verify a dataset', 'Use the embedded back end.');
      const corpus = await linkCorpus(backend, input);
      yield* backend.datasets.verify({ datasetId: resolve(input.dataset), corpusId: corpus.id }, abortable(input));
    },
    openDataset: (path, call) =>
      openDataset(path, { ...call, ...(options.store === undefined ? {} : { store: options.store }) }),
    download: async (input) => downloadDataset(await backends.current(), { ...input, out: resolve(input.out) }),
    async resume(jobId, call) {
      const backend = await backends.current();
      const after = await lastSequence(backend, jobId, call);
      return followJob(backend, await backend.jobs.resume(jobId, call), { ...call, after });
    },
    corpora: lazyCorpora(backends.current),
    jobs: lazyJobs(backends.current),
    datasets: lazyDatasets(backends.current),
    close: backends.close,
    [Symbol.asyncDispose]: backends.close,
  };
}

/** Where the events of a job that has stopped end; 0 for one that still runs. */
async function lastSequence(backend: Backend, jobId: string, options: AbortableOptions = {}): Promise<number> {
  const { state } = await backend.jobs.get(jobId, options);
  let last = 0;
  if (state === 'queued' || state === 'running') return last;
  for await (const { sequence } of backend.jobs.events(jobId, options)) last = sequence;
  return last;
}

async function linkCorpus(backend: Backend, input: CorpusInput): Promise<CorpusInfo> {
  if (backend.corpora.link === undefined) {
    throw unsupported(backend, 'link files', 'Create a corpus with corpora.create, add documents and submit a job.');
  }
  const { paths, include, exclude } = input;
  const corpus = await backend.corpora.link(
    { paths, ...(include === undefined ? {} : { include }), ...(exclude === undefined ? {} : { exclude }) },
    abortable(input),
  );
  if (corpus.documents > 0) return corpus;
  throw new InputError({
    code: 'corpus-empty',
    message: `Cannot find a document in ${paths.map((path) => JSON.stringify(path)).join(', ')}`,
    fix: 'Name a folder that holds files, or the files themselves.',
    data: { paths },
  });
}

function submission(input: GenerateInput, work: Pick<SubmitJobInput, 'corpusId' | 'recipe'>): SubmitJobInput {
  const { out, concurrency, model } = input;
  return {
    ...work,
    idempotencyKey: input.idempotencyKey ?? randomUUID(),
    datasetName: input.name ?? (out === undefined ? 'dataset' : basename(resolve(out))),
    ...(out === undefined ? {} : { destination: resolve(out) }),
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(model === undefined ? {} : { model }),
  };
}

function abortable({ signal }: AbortableOptions): AbortableOptions {
  return signal === undefined ? {} : { signal };
}
