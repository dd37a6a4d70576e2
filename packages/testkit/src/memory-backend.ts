import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  InputError,
  UsageError,
  type Backend,
  type CorpusApi,
  type CorpusInfo,
  type CursorOptions,
  type DatasetApi,
  type DatasetInfo,
  type DatasetManifest,
  type DocumentInput,
  type JobApi,
} from '@dsgen/core';
import { MemoryJob, type MemoryDocument } from './memory-job.ts';

interface MemoryCorpus {
  readonly id: string;
  readonly name: string;
  readonly documents: Map<string, MemoryDocument>;
  sealed: boolean;
}

interface Memory {
  readonly corpora: Map<string, MemoryCorpus>;
  readonly jobs: Map<string, MemoryJob>;
  readonly deletedDatasets: Set<string>;
}

/**
 * A back end that forgets everything with the process. It shows that the suite asks for no more than the contract does, and
 * lets programs be tested without files: it reads UTF-8 text and knows one pattern, definitions.
 */
export function createMemoryBackend(): Backend {
  const memory: Memory = { corpora: new Map(), jobs: new Map(), deletedDatasets: new Set() };
  return {
    specificationVersion: 1,
    name: 'memory',
    corpora: createCorpora(memory),
    jobs: createJobs(memory),
    datasets: createDatasets(memory),
    async close() {
      const running = [...memory.jobs.values()].filter((job) => job.isUnderWay);
      await Promise.all(running.map((job) => job.stop('interrupted')));
    },
  };
}

function createCorpora(memory: Memory): CorpusApi {
  return {
    async create({ name }, options) {
      options?.signal?.throwIfAborted();
      const corpus: MemoryCorpus = {
        id: `corpus-${memory.corpora.size + 1}`,
        name,
        documents: new Map(),
        sealed: false,
      };
      memory.corpora.set(corpus.id, corpus);
      return toInfo(corpus);
    },
    async add(corpusId, documents, options) {
      options?.signal?.throwIfAborted();
      const corpus = findCorpus(memory, corpusId);
      if (corpus.sealed) throw refuse('corpus-sealed', `add documents to the corpus "${corpus.name}": it is sealed`);
      for await (const document of documents) {
        options?.signal?.throwIfAborted();
        corpus.documents.set(document.path, await readDocument(document));
      }
      return toInfo(corpus);
    },
    async seal(corpusId, options) {
      options?.signal?.throwIfAborted();
      const corpus = findCorpus(memory, corpusId);
      corpus.sealed = true;
      return toInfo(corpus);
    },
    async *list(options) {
      for (const corpus of memory.corpora.values()) {
        options?.signal?.throwIfAborted();
        yield toInfo(corpus);
      }
    },
    async get(corpusId, options) {
      options?.signal?.throwIfAborted();
      return toInfo(findCorpus(memory, corpusId));
    },
    async *documents(corpusId, options) {
      for (const { path, documentId, bytes } of inPathOrder(findCorpus(memory, corpusId))) {
        options?.signal?.throwIfAborted();
        yield { path, documentId, bytes };
      }
    },
    async delete(corpusId, options) {
      options?.signal?.throwIfAborted();
      memory.corpora.delete(findCorpus(memory, corpusId).id);
    },
  };
}

function createJobs(memory: Memory): JobApi {
  return {
    async submit(input, options) {
      options?.signal?.throwIfAborted();
      const known = memory.jobs.get(input.idempotencyKey);
      if (known !== undefined) {
        const isSame =
          known.input.corpusId === input.corpusId &&
          JSON.stringify(known.input.recipe) === JSON.stringify(input.recipe);
        if (!isSame) throw refuse('idempotency-conflict', `submit another job with the key of job "${known.id}"`);
        return known.info;
      }
      const corpus = findCorpus(memory, input.corpusId);
      if (!corpus.sealed) throw refuse('corpus-not-sealed', `run a job on the corpus "${corpus.name}": it is open`);
      const id = `job-${memory.jobs.size + 1}`;
      const job = new MemoryJob({ id, input, corpusName: corpus.name, documents: inPathOrder(corpus) });
      memory.jobs.set(input.idempotencyKey, job);
      job.start(false);
      return job.info;
    },
    async get(jobId, options) {
      options?.signal?.throwIfAborted();
      return findJob(memory, jobId).info;
    },
    async *list(options) {
      for (const job of memory.jobs.values()) {
        options?.signal?.throwIfAborted();
        yield job.info;
      }
    },
    async cancel(jobId, options) {
      options?.signal?.throwIfAborted();
      const job = findJob(memory, jobId);
      if (job.isUnderWay) await job.stop('cancelled');
      return job.info;
    },
    async resume(jobId, options) {
      options?.signal?.throwIfAborted();
      const job = findJob(memory, jobId);
      if (!job.isUnderWay && job.state !== 'done') job.start(true);
      return job.info;
    },
    async *events(jobId, options) {
      const job = findJob(memory, jobId);
      yield* follow(job, () => job.events, options);
    },
    async *records(jobId, options) {
      const job = findJob(memory, jobId);
      yield* follow(job, () => job.records, options);
    },
  };
}

function createDatasets(memory: Memory): DatasetApi {
  return {
    async *list(options) {
      for (const job of memory.jobs.values()) {
        options?.signal?.throwIfAborted();
        if (job.manifest !== undefined && !memory.deletedDatasets.has(job.id)) yield describe(job, job.manifest);
      }
    },
    async get(datasetId, options) {
      options?.signal?.throwIfAborted();
      const { job, manifest } = findDataset(memory, datasetId);
      return { ...describe(job, manifest), manifest };
    },
    async *records(datasetId, options) {
      const { job } = findDataset(memory, datasetId);
      yield* follow(job, () => job.records, options);
    },
    async delete(datasetId, options) {
      options?.signal?.throwIfAborted();
      memory.deletedDatasets.add(findDataset(memory, datasetId).job.id);
    },
  };
}

/** What there is, then what comes, until the job ends. */
async function* follow<Item>(
  job: MemoryJob,
  items: () => readonly Item[],
  options: CursorOptions = {},
): AsyncGenerator<Item> {
  let cursor = options.after ?? 0;
  for (;;) {
    options.signal?.throwIfAborted();
    const isLast = !job.isUnderWay;
    for (const item of items().slice(cursor)) {
      yield item;
      cursor += 1;
    }
    if (isLast) return;
    await nextTurn();
  }
}

async function readDocument({ path, body }: DocumentInput): Promise<MemoryDocument> {
  const isValid = !path.includes('\0') && path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
  if (!isValid) throw refuse('document-path-invalid', `add a document with the path ${JSON.stringify(path)}`);
  const pieces: Uint8Array[] = [];
  if (body instanceof Uint8Array) pieces.push(body);
  else for await (const piece of body) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  const documentId = createHash('sha256').update(bytes).digest('hex');
  return { path, documentId, bytes: bytes.byteLength, body: bytes };
}

function inPathOrder({ documents }: MemoryCorpus): readonly MemoryDocument[] {
  return [...documents.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

function toInfo({ id, name, sealed, documents }: MemoryCorpus): CorpusInfo {
  const bytes = [...documents.values()].reduce((sum, document) => sum + document.bytes, 0);
  return { id, name, sealed, documents: documents.size, bytes };
}

function describe(job: MemoryJob, { name, records }: DatasetManifest): DatasetInfo {
  return { id: job.id, name, jobId: job.id, location: `memory:${job.id}`, records };
}

function findCorpus(memory: Memory, corpusId: string): MemoryCorpus {
  return memory.corpora.get(corpusId) ?? fail('corpus-missing', `corpus ${JSON.stringify(corpusId)}`);
}

function findJob(memory: Memory, jobId: string): MemoryJob {
  return (
    [...memory.jobs.values()].find(({ id }) => id === jobId) ?? fail('job-missing', `job ${JSON.stringify(jobId)}`)
  );
}

function findDataset(
  memory: Memory,
  datasetId: string,
): { readonly job: MemoryJob; readonly manifest: DatasetManifest } {
  const job = [...memory.jobs.values()].find(({ id }) => id === datasetId && !memory.deletedDatasets.has(id));
  if (job?.manifest === undefined) return fail('dataset-missing', `dataset ${JSON.stringify(datasetId)}`);
  return { job, manifest: job.manifest };
}

function fail(code: string, what: string): never {
  throw new InputError({ code, message: `Cannot find the ${what}`, fix: 'Use an id that a list gives.' });
}

function refuse(code: string, action: string): UsageError {
  return new UsageError({ code, message: `Cannot ${action}`, fix: 'See the contract of Backend in @dsgen/core.' });
}
