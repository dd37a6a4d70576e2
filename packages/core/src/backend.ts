import type { AbortableOptions } from './abort.ts';
import type { CorpusDocument } from './document.ts';
import type { JobEvent } from './events.ts';
import type { LedgerSums } from './ledger.ts';
import type { DatasetManifest } from './manifest.ts';
import type { ModelEstimate } from './model-estimate.ts';
import type { DocumentPlan } from './plan.ts';
import type { Recipe } from './recipe.ts';
import type { DatasetRecord } from './record.ts';

/** A named set of documents. Sealed corpora never change; jobs run on sealed corpora. */
export interface CorpusInfo {
  readonly id: string;
  readonly name: string;
  readonly sealed: boolean;
  readonly documents: number;
  readonly bytes: number;
}

/** Bytes of one document to add to a corpus. */
export interface DocumentInput {
  readonly path: string;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface CorpusApi {
  /** Creates an empty corpus; the name may repeat, the id does not. */
  create(input: { readonly name: string }, options?: AbortableOptions): Promise<CorpusInfo>;
  add(
    corpusId: string,
    documents: AsyncIterable<DocumentInput> | Iterable<DocumentInput>,
    options?: AbortableOptions,
  ): Promise<CorpusInfo>;
  /** Fixes the set of documents. Sealing twice is no error. */
  seal(corpusId: string, options?: AbortableOptions): Promise<CorpusInfo>;
  list(options?: AbortableOptions): AsyncIterable<CorpusInfo>;
  get(corpusId: string, options?: AbortableOptions): Promise<CorpusInfo>;
  /** The documents in path order. */
  documents(corpusId: string, options?: AbortableOptions): AsyncIterable<CorpusDocument>;
  delete(corpusId: string, options?: AbortableOptions): Promise<void>;
  /** Makes a sealed corpus of files that stay where they are. Present where the back end can see the caller's files. */
  link?(input: LinkCorpusInput, options?: AbortableOptions): Promise<CorpusInfo>;
}

export interface LinkCorpusInput {
  /** Files and folders; a folder stands for everything below it. */
  readonly paths: readonly string[];
  /** Glob patterns relative to the corpus root; documents that match none are skipped as `excluded`. Default: all. */
  readonly include?: readonly string[];
  /** Glob patterns; documents that match are skipped as `excluded`. */
  readonly exclude?: readonly string[];
}

export const JOB_STATES = ['queued', 'running', 'interrupted', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobInfo {
  readonly id: string;
  readonly state: JobState;
  readonly corpusId: string;
  readonly recipe: Recipe;
  readonly datasetId?: string;
  readonly ledger?: LedgerSums;
  /** Set while workers of the back end are at the documents, before the dataset is put together. */
  readonly progress?: JobProgress;
  /** What the job's measured work costs, where the back end is billed for it. */
  readonly cost?: MeasuredCost;
  /** Set when the state is `failed`. */
  readonly error?: JobFailure;
}

/** Documents that workers are done with, shard by shard; an indication, the ledger is the account. */
export interface JobProgress {
  readonly done: number;
  /** Skipped or quarantined. */
  readonly refused: number;
}

/** A bill: measured work times listed prices. */
export interface MeasuredCost {
  readonly usd: number;
  readonly lines: ReadonlyArray<{
    /** Such as `process`. */
    readonly stage: string;
    /** What is billed, such as `lambdaRequest`. */
    readonly item: string;
    readonly quantity: number;
    readonly usd: number;
  }>;
}

/** A DsgenError as data: what ended a job, kept with it. */
export interface JobFailure {
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
  /** The error's class, such as `BackendError`, which decides whose turn it is. Default: our fault. */
  readonly name?: string;
}

export interface SubmitJobInput {
  readonly corpusId: string;
  readonly recipe: Recipe;
  /** Submitting twice with one key gives the same job. */
  readonly idempotencyKey: string;
  readonly datasetName: string;
  /** Where the dataset goes, in the back end's own terms: a folder, a prefix. Default: the back end's own place. */
  readonly destination?: string;
  /** Documents worked on at once. Never shows in the output. Default: the number of cores. */
  readonly concurrency?: number;
  /** How to reach the model that the recipe names. */
  readonly model?: ModelSettings;
}

/** What a job needs for its model that does not change what the model answers. Keys come from the host's environment. */
export interface ModelSettings {
  /** Use only answers that are kept from earlier runs, and fail where one is missing. Default false. */
  readonly isOffline?: boolean;
  /** US dollars that may be spent at most. Default: no limit. */
  readonly budgetUsd?: number;
  /** Price of every model of the job. Default: that of the price list. */
  readonly price?: ModelPrice;
  /** Prices by `provider/name`. Default: the list that comes with dsgen. */
  readonly prices?: ModelPriceList;
  /** What the provider allows. Default: learned from its answers. */
  readonly limits?: ModelLimits;
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  /** What the whole request costs when its input is longer than so many tokens. */
  readonly longer?: { readonly overInputTokens: number; readonly input: number; readonly output: number };
}

/** Prices with the day on which they were taken, and from where. */
export interface ModelPriceList {
  /** Year, month and day: `2026-11-20`. */
  readonly asOf: string;
  readonly source: string;
  /** By `provider/name`. */
  readonly models: Readonly<Record<string, ModelPrice>>;
}

/** What a provider allows one key to ask of one model. */
export interface ModelLimits {
  readonly requestsPerMinute?: number;
  /** Input and the most output of a call together, as providers count. */
  readonly tokensPerMinute?: number;
  /** Calls under way at once. Default: from 8 up to 64, as far as the provider bears it. */
  readonly maxConcurrency?: number;
}

export interface CursorOptions extends AbortableOptions {
  /** Continue after this position; 0, the default, is the start. */
  readonly after?: number;
}

export interface JobApi {
  submit(input: SubmitJobInput, options?: AbortableOptions): Promise<JobInfo>;
  get(jobId: string, options?: AbortableOptions): Promise<JobInfo>;
  list(options?: AbortableOptions): AsyncIterable<JobInfo>;
  cancel(jobId: string, options?: AbortableOptions): Promise<JobInfo>;
  /** Continues an interrupted, failed or cancelled job; the outcome is the one an uninterrupted run gives. */
  resume(jobId: string, options?: AbortableOptions): Promise<JobInfo>;
  /** Events from a cursor, until the job ends. */
  events(jobId: string, options?: CursorOptions): AsyncIterable<JobEvent>;
  /** Records in dataset order from a cursor, while the job runs and until it ends. */
  records(jobId: string, options?: CursorOptions): AsyncIterable<DatasetRecord>;
  /** What a job would do, document by document in path order, without doing it. */
  plan?(
    input: { readonly corpusId: string; readonly recipe: Recipe },
    options?: AbortableOptions,
  ): AsyncIterable<DocumentPlan>;
  /** What the model of a recipe would cost, from a sample of the corpus, without asking it. */
  estimate?(
    input: { readonly corpusId: string; readonly recipe: Recipe; readonly model?: ModelSettings },
    options?: AbortableOptions,
  ): Promise<ModelEstimate>;
}

export interface DatasetInfo {
  readonly id: string;
  readonly name: string;
  readonly jobId: string;
  /** Where it is, in the back end's own terms: a folder, a prefix. */
  readonly location: string;
  readonly records: number;
}

export interface DatasetFileInput {
  readonly datasetId: string;
  readonly file: string;
}

export interface DatasetApi {
  list(options?: AbortableOptions): AsyncIterable<DatasetInfo>;
  get(datasetId: string, options?: AbortableOptions): Promise<DatasetInfo & { readonly manifest: DatasetManifest }>;
  records(datasetId: string, options?: CursorOptions): AsyncIterable<DatasetRecord>;
  delete(datasetId: string, options?: AbortableOptions): Promise<void>;
  /** The bytes of one file of a dataset, by its name in the manifest, or of the manifest itself, `dataset.json`. */
  read?(input: DatasetFileInput, options?: AbortableOptions): AsyncIterable<Uint8Array>;
  /** Extracts the sources again and compares every span, record by record in dataset order. */
  verify?(
    input: { readonly datasetId: string; readonly corpusId: string },
    options?: AbortableOptions,
  ): AsyncIterable<RecordVerification>;
}

/** Whether a record still proves itself; `problems` is empty when it does. */
export interface RecordVerification {
  readonly recordId: string;
  readonly spans: number;
  readonly problems: readonly SpanProblem[];
}

export interface SpanProblem {
  /** Index into the record's sources; absent when the problem is the record's own. */
  readonly source?: number;
  /**
   * `document-missing`: no document of the corpus has this hash. `quote-mismatch`: the text there differs. `unreadable`: the source
   * cannot be extracted any more. `record-changed`: all spans match, but the record is not the one that was made from them.
   */
  readonly code: 'document-missing' | 'quote-mismatch' | 'unreadable' | 'record-changed';
  readonly message: string;
}

/** Where corpora, jobs and datasets live and run. Optional abilities are optional members: presence is the capability. */
export interface Backend {
  readonly specificationVersion: 1;
  readonly name: string;
  readonly corpora: CorpusApi;
  readonly jobs: JobApi;
  readonly datasets: DatasetApi;
  /** Releases processes, files and locks. Running jobs are interrupted and stay resumable. */
  close(): Promise<void>;
}
