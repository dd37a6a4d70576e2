import type { ArtefactStore, ExtractedDocument } from '@dsgen/core';
import {
  isSettled,
  modelKey,
  promptHash,
  writeWithModel,
  type ModelClient,
  type ProcessedDocument,
  type UsedPrompt,
} from '@dsgen/engine';
import type { ByteGate } from './byte-gate.ts';
import { documentKeys } from './document-keys.ts';
import { readJson } from './read-json.ts';
import { readRelated, type RelatedDocument } from './relate-documents.ts';
import { workOnDocument, type WorkContext } from './work-on-document.ts';

/** What the model stage needs beside the work on documents. It runs in this process: document processes have no network. */
export interface ModelWork {
  readonly client: ModelClient;
  readonly prompts: readonly UsedPrompt[];
  /** Bounds the documents that wait for answers. */
  readonly gate: ByteGate;
  /** Aborted when no further call may begin. */
  readonly stopping: AbortSignal;
  /** Aborted when calls in hand may not go on. */
  readonly signal: AbortSignal;
}

/**
 * Adds to a document that is done what the model writes about it. Where a call got no answer, what there is serves this
 * job only: the next one asks again, and pays only for what is missing.
 */
export async function writeDocument(
  worked: RelatedDocument,
  work: WorkContext,
  model: ModelWork,
): Promise<RelatedDocument> {
  if (worked.processedKey === undefined) return worked;
  const { artefacts } = work;
  const keys = describeKeys(worked, work, model);
  if ((await artefacts.head(keys.settled)) !== undefined) return { ...worked, processedKey: keys.settled };
  const others = (worked.related ?? []).map(({ other }) => documentKeys(other, work).extract);
  const bytes = await countBytes([keys.extract, keys.process, ...others], artefacts);
  const written = await model.gate.run(bytes, () => write(worked, keys, { work, model }));
  if (written === undefined) return writeAgain(worked, work, model);
  return keep(worked, written, { keys, work });
}

async function countBytes(keys: readonly string[], artefacts: ArtefactStore): Promise<number> {
  let bytes = 0;
  for (const key of keys) bytes += (await artefacts.head(key))?.bytes ?? 0;
  return bytes;
}

/** Artefacts that are damaged or gone are made again, once. */
async function writeAgain(worked: RelatedDocument, work: WorkContext, model: ModelWork): Promise<RelatedDocument> {
  const keys = describeKeys(worked, work, model);
  await work.artefacts.delete(keys.extract);
  await work.artefacts.delete(keys.process);
  const { document, related = [] } = worked;
  const again = { ...(await workOnDocument(document, work)), related };
  if (again.processedKey === undefined) return again;
  const written = await write(again, keys, { work, model });
  if (written !== undefined) return keep(again, written, { keys, work });
  const detail = 'its extraction was damaged on the disk, twice';
  return { document, outcome: { state: 'quarantined', reason: 'crashed', detail }, cached: false };
}

async function keep(
  worked: RelatedDocument,
  written: ProcessedDocument,
  { keys, work }: { readonly keys: Keys; readonly work: WorkContext },
): Promise<RelatedDocument> {
  const key = isSettled(written.calls ?? []) ? keys.settled : keys.unsettled;
  await work.artefacts.put(key, new TextEncoder().encode(JSON.stringify(written)));
  if (key === keys.settled) await work.artefacts.delete(keys.unsettled);
  return { ...worked, processedKey: key, cached: false };
}

interface Keys {
  readonly extract: string;
  readonly process: string;
  readonly settled: string;
  readonly unsettled: string;
}

function describeKeys({ document, related = [] }: RelatedDocument, work: WorkContext, { prompts }: ModelWork): Keys {
  const { documentId, path } = document;
  const { recipe, limits, corpusName } = work;
  const { extract, process } = documentKeys(document, work);
  const promptHashes = prompts.map(promptHash);
  const input = { documentId, path, recipe, limits: limits.extract, corpus: corpusName, promptHashes, related };
  const settled = modelKey(input);
  return { extract, process, settled, unsettled: `${settled}=unsettled` };
}

/** Undefined when an artefact is damaged or gone. */
async function write(
  { document, related: pairs = [] }: RelatedDocument,
  keys: Keys,
  { work, model }: { readonly work: WorkContext; readonly model: ModelWork },
): Promise<ProcessedDocument | undefined> {
  const extracted = await readJson<ExtractedDocument>(work.artefacts, keys.extract);
  const processed = await readJson<ProcessedDocument>(work.artefacts, keys.process);
  const related = await readRelated(pairs, work);
  if (extracted === undefined || processed === undefined || related === undefined) return undefined;
  return writeWithModel(extracted, processed, {
    client: model.client,
    prompts: model.prompts,
    related,
    signal: model.signal,
    stopping: model.stopping,
    path: document.path,
    corpus: work.corpusName,
    recipe: work.recipe,
    recipeHash: work.recipeHash,
  });
}
