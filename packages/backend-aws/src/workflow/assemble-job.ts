import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  assemble,
  createFolderSink,
  DEFAULT_LIMITS,
  documentKeys,
  orderedMap,
  readRefusal,
} from '@dsgen/backend-local';
import type { Codec, DatasetManifest, DocumentOutcome, JobEventBody } from '@dsgen/core';
import { resolveCodec, type ProcessedDocument } from '@dsgen/engine';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { readLicences } from '../corpus/read-licences.ts';
import { EventWriter } from '../ledger/event-log.ts';
import { RecordPartWriter } from '../ledger/record-parts.ts';
import { changeOwnJob } from '../ledger/job-ledger.ts';
import { currentEpoch, type StoredJob } from '../ledger/stored-job.ts';
import { CLAIM_EVENTS } from './claim-job.ts';
import { readCorpus } from './corpus-work.ts';
import { measureWork } from './measure-work.ts';
import { readOwnJob } from './own-job.ts';
import { codecKey, datasetPrefix, type JobReference } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

const LOOK_AHEAD = { inFlight: 16, lookAhead: 32 };
const MANIFEST_NAME = 'dataset.json';

/** What the `assemble` step answers. */
export interface AssembledJob extends JobReference {
  readonly records: number;
}

type FinishedDocument = Parameters<typeof assemble>[0]['documents'] extends AsyncIterable<infer Item> ? Item : never;

/** Makes the dataset of what the shards left, hands out its records meanwhile, and puts its files beside those of other epochs. */
export async function assembleJob(reference: JobReference, context: WorkflowContext): Promise<AssembledJob> {
  const started = performance.now();
  const { tables, store, scratchFolder } = context;
  const job = await readOwnJob(reference, context);
  const epoch = currentEpoch(job);
  const events = await EventWriter.open(tables, { reference, epoch, before: epoch.eventBase + CLAIM_EVENTS });
  const parts = await RecordPartWriter.open({ tables, store, reference });
  await mkdir(scratchFolder, { recursive: true });
  const folder = await mkdtemp(join(scratchFolder, 'dataset-'));
  const sink = createFolderSink(folder);
  const news = new News(events);
  try {
    const manifest = await assemble({
      name: job.datasetName,
      corpus: job.corpusName,
      recipe: job.recipe,
      codec: await openJobCodec(job, context),
      documents: news.between(finishedDocuments(job, context)),
      sink,
      folderLicences: await readLicences(store, job.corpusId),
      log: parts,
      emit: news.tell,
      onLimitReached: () => undefined,
      signal: new AbortController().signal,
    });
    await parts.close();
    await news.write();
    await events.flush();
    await uploadDataset(manifest, { folder, prefix: datasetPrefix(reference) }, context);
    await keepWork(job, { manifest, started, reference }, context);
    return { ...reference, records: manifest.records };
  } finally {
    await sink.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the job took, in the ledger: never in the dataset, which has the same bytes wherever it is made. */
async function keepWork(
  job: StoredJob,
  assembly: { readonly manifest: DatasetManifest; readonly started: number; readonly reference: JobReference },
  { tables, store }: WorkflowContext,
): Promise<void> {
  const datasetBytes = assembly.manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const assemblyMs = Math.round(performance.now() - assembly.started);
  const work = await measureWork(job, store, { assemblyMs, datasetBytes });
  await changeOwnJob(tables, assembly.reference, (own) => ({ ...own, work }));
}

/** The assembly tells its news without waiting; they are written between documents, so that they cannot pile up. */
class News {
  readonly #events: EventWriter;
  #waiting: JobEventBody[] = [];

  constructor(events: EventWriter) {
    this.#events = events;
  }

  readonly tell = (event: JobEventBody): void => {
    this.#waiting.push(event);
  };

  async *between<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      await this.write();
      yield item;
    }
  }

  async write(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const event of waiting) await this.#events.write(event);
  }
}

/** The codec as the client found it; its files travelled with the job. */
async function openJobCodec({ id, recipe }: StoredJob, { store }: WorkflowContext): Promise<Codec> {
  const files = await store.get(codecKey(id));
  return resolveCodec(recipe.export.format, JSON.parse(Buffer.from(files ?? []).toString('utf8') || '{}') as object);
}

/** Every document of the corpus in path order, with what became of it. */
function finishedDocuments(
  job: StoredJob,
  { store, scratchFolder }: WorkflowContext,
): AsyncGenerator<FinishedDocument> {
  const { corpusName, recipe } = job;
  async function finish(item: CorpusItem): Promise<FinishedDocument> {
    const { path, documentId, bytes } = item;
    const document = { path, documentId, bytes };
    if (item.refusal !== undefined) return { document, outcome: item.refusal, cached: true };
    const keys = documentKeys(document, { corpusName, recipe, limits: DEFAULT_LIMITS });
    const processed = await store.get(keys.process);
    if (processed === undefined) {
      const outcome = (await readRefusal(store, keys.refusal, DEFAULT_LIMITS)) ?? UNFINISHED;
      return { document, outcome, cached: false };
    }
    const text = Buffer.from(processed).toString('utf8');
    return { document, outcome: { state: 'done' }, processed: JSON.parse(text) as ProcessedDocument, cached: false };
  }
  return orderedMap(readCorpus(job.corpusId, { store, scratchFolder }), finish, LOOK_AHEAD);
}

/** Nobody ended this document, in any round. */
const UNFINISHED: DocumentOutcome = {
  state: 'quarantined',
  reason: 'crashed',
  detail: 'no worker could finish it, in several attempts',
};

/** The manifest last: a dataset that has it is whole. */
async function uploadDataset(
  manifest: DatasetManifest,
  { folder, prefix }: { readonly folder: string; readonly prefix: string },
  { store }: WorkflowContext,
): Promise<void> {
  for (const { name } of manifest.files) await store.put(prefix + name, createReadStream(join(folder, name)));
  await store.put(prefix + MANIFEST_NAME, await readFile(join(folder, MANIFEST_NAME)));
}
