import type { ProcessedDocument } from '@dsgen/engine';
import type { Host } from '../host.ts';
import type { StoredCorpus } from '../state/corpus-table.ts';
import type { JobControl } from './job-control.ts';
import { orderedMap } from './ordered-map.ts';
import { scanDocuments, type ScannedDocument } from './scan-documents.ts';
import { workOnDocument, type WorkContext, type WorkedDocument } from './work-on-document.ts';

export interface WorkOnCorpusOptions {
  readonly host: Host;
  readonly corpus: StoredCorpus;
  readonly control: JobControl;
  readonly work: WorkContext;
  readonly concurrency: number;
  /** Once it is reached, no further document needs work. */
  readonly limit: { readonly isReached: boolean };
}

/** A document with what is needed to assemble the dataset. */
export interface FinishedDocument extends WorkedDocument {
  readonly processed?: ProcessedDocument;
}

/** Finished documents wait as keys, not as data, so many may wait for one slow document before them. */
const FINISHED_LOOK_AHEAD = 512;

/** All documents of a corpus in path order, each with what became of it. Only the one at hand is in memory. */
export async function* workOnCorpus(options: WorkOnCorpusOptions): AsyncGenerator<FinishedDocument> {
  const { host, corpus, control, work, concurrency } = options;
  const scanned = scanDocuments({
    entries: host.state.entries.all(corpus.id),
    fileFacts: host.state.fileFacts,
    signal: control.stopping,
  });
  const window = { inFlight: 2 * concurrency, lookAhead: Math.max(FINISHED_LOOK_AHEAD, 2 * concurrency) };
  const worked = orderedMap(scanned, (document) => begin(document, options), window);
  for await (const document of worked) yield await load(document, work);
}

async function begin(document: ScannedDocument, options: WorkOnCorpusOptions): Promise<WorkedDocument> {
  options.control.stopping.throwIfAborted();
  if (!options.limit.isReached || document.refusal !== undefined) return workOnDocument(document, options.work);
  return { document, outcome: { state: 'skipped', reason: 'limit-reached', detail: '' }, cached: true };
}

/** A damaged artefact is no reason to stop: it is made again. */
async function load(worked: WorkedDocument, work: WorkContext): Promise<FinishedDocument> {
  if (worked.processedKey === undefined) return worked;
  const processed = await readProcessed(worked.processedKey, work);
  if (processed !== undefined) return { ...worked, processed };
  await work.artefacts.delete(worked.processedKey);
  const again = await workOnDocument(worked.document, work);
  const repaired = again.processedKey === undefined ? undefined : await readProcessed(again.processedKey, work);
  return repaired === undefined ? again : { ...again, processed: repaired };
}

async function readProcessed(key: string, { artefacts }: WorkContext): Promise<ProcessedDocument | undefined> {
  const bytes = await artefacts.get(key);
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as ProcessedDocument;
  } catch {
    return undefined;
  }
}
