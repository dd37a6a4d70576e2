import type { ProcessedDocument } from '@dsgen/engine';
import type { Host } from '../host.ts';
import type { StoredCorpus } from '../state/corpus-table.ts';
import { documentKeys } from './document-keys.ts';
import type { JobControl } from './job-control.ts';
import { orderedMap } from './ordered-map.ts';
import { readJson } from './read-json.ts';
import { relateDocuments, type RelatedDocument } from './relate-documents.ts';
import { scanDocuments, type ScannedDocument } from './scan-documents.ts';
import { workOnDocument, type WorkContext, type WorkedDocument } from './work-on-document.ts';
import { writeDocument, type ModelWork } from './write-document.ts';

export interface WorkOnCorpusOptions {
  readonly host: Host;
  readonly corpus: StoredCorpus;
  readonly control: JobControl;
  readonly work: WorkContext;
  /** Present when the recipe names a model. */
  readonly model?: ModelWork;
  readonly concurrency: number;
  /** Once it is reached, no further document needs work. */
  readonly limit: { readonly isReached: boolean };
  /** Licences of the documents by folder. */
  readonly folderLicences: ReadonlyMap<string, string | undefined>;
}

/** A document with what is needed to assemble the dataset. */
export interface FinishedDocument extends WorkedDocument {
  readonly processed?: ProcessedDocument;
}

/** Finished documents wait as keys, not as data, so many may wait for one slow document before them. */
const FINISHED_LOOK_AHEAD = 512;

/** Documents whose calls of a model are under way at once; the gate bounds their bytes. */
const WRITING_IN_FLIGHT = 256;

/** All documents of a corpus in path order, each with what became of it. Only the one at hand is in memory. */
export async function* workOnCorpus(options: WorkOnCorpusOptions): AsyncGenerator<FinishedDocument> {
  const { host, corpus, control, concurrency } = options;
  const scanned = scanDocuments({
    entries: host.state.entries.all(corpus.id),
    fileFacts: host.state.fileFacts,
    signal: control.stopping,
  });
  const window = { inFlight: 2 * concurrency, lookAhead: Math.max(FINISHED_LOOK_AHEAD, 2 * concurrency) };
  const worked = orderedMap(scanned, (document) => begin(document, options), window);
  for await (const document of withModel(worked, options)) yield await load(document, options);
}

async function begin(document: ScannedDocument, options: WorkOnCorpusOptions): Promise<WorkedDocument> {
  options.control.stopping.throwIfAborted();
  if (!options.limit.isReached || document.refusal !== undefined) return workOnDocument(document, options.work);
  return { document, outcome: { state: 'skipped', reason: 'limit-reached', detail: '' }, cached: true };
}

/** Waiting for answers takes long and costs nothing here, so far more documents do it at once than are worked on. */
function withModel(
  worked: AsyncIterable<WorkedDocument>,
  options: WorkOnCorpusOptions,
): AsyncIterable<RelatedDocument> {
  const { model, work, folderLicences } = options;
  if (model === undefined) return worked;
  const window = { inFlight: WRITING_IN_FLIGHT, lookAhead: FINISHED_LOOK_AHEAD };
  return orderedMap(relateDocuments(worked, work, { folderLicences }), (document) => write(document, options), window);
}

async function write(
  worked: RelatedDocument,
  { work, model, limit, control }: WorkOnCorpusOptions,
): Promise<RelatedDocument> {
  control.stopping.throwIfAborted();
  return model === undefined || limit.isReached ? worked : writeDocument(worked, work, model);
}

/** A damaged artefact is no reason to stop: it is made again. */
async function load(worked: RelatedDocument, options: WorkOnCorpusOptions): Promise<FinishedDocument> {
  const { artefacts } = options.work;
  if (worked.processedKey === undefined) return worked;
  const processed = await readJson<ProcessedDocument>(artefacts, worked.processedKey);
  if (processed !== undefined) return { ...worked, processed };
  await artefacts.delete(worked.processedKey);
  await artefacts.delete(documentKeys(worked.document, options.work).process);
  const { document, related = [] } = worked;
  const again = await write({ ...(await workOnDocument(document, options.work)), related }, options);
  const repaired =
    again.processedKey === undefined ? undefined : await readJson<ProcessedDocument>(artefacts, again.processedKey);
  return repaired === undefined ? again : { ...again, processed: repaired };
}
