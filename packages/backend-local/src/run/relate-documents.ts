import type { ExtractedDocument, Recipe } from '@dsgen/core';
import {
  RelatedChunks,
  type ChunkPair,
  type ProcessedDocument,
  type RelatedChunk,
  type RelatedChunksOptions,
} from '@dsgen/engine';
import { documentKeys } from './document-keys.ts';
import { readJson } from './read-json.ts';
import type { ScannedDocument } from './scan-documents.ts';
import { workOnDocument, type WorkContext, type WorkedDocument } from './work-on-document.ts';

/** A document that is done, and the chunks of earlier ones to ask about together with its own. */
export interface RelatedDocument extends WorkedDocument {
  readonly related?: readonly ChunkPair[];
}

/** Finds what belongs together, in path order, where a recipe asks for it. */
export async function* relateDocuments(
  worked: AsyncIterable<WorkedDocument>,
  work: WorkContext,
  options: Omit<RelatedChunksOptions, 'recipe'>,
): AsyncGenerator<RelatedDocument> {
  const chunks = isAcrossDocuments(work.recipe) ? new RelatedChunks({ ...options, recipe: work.recipe }) : undefined;
  for await (const document of worked) {
    const read = chunks === undefined ? undefined : await readOrMake(document, work);
    const related = read && (await chunks?.add(read.extracted, read.processed, document.document.path));
    yield related === undefined ? document : { ...document, related };
  }
}

function isAcrossDocuments({ model }: Recipe): boolean {
  return (model?.acrossDocuments ?? 0) > 0;
}

/** The pairs with the text of the other documents; undefined when one is damaged or gone. */
export async function readRelated(
  related: readonly ChunkPair[],
  work: WorkContext,
): Promise<readonly RelatedChunk[] | undefined> {
  const read: RelatedChunk[] = [];
  for (const pair of related) {
    const document = await readJson<ExtractedDocument>(work.artefacts, documentKeys(pair.other, work).extract);
    if (document === undefined) return undefined;
    read.push({ ...pair, document });
  }
  return read;
}

export interface ReadDocument {
  readonly extracted: ExtractedDocument;
  readonly processed: ProcessedDocument;
}

/** A document that was extracted and processed; undefined when an artefact is damaged or gone. */
export async function readDocument(document: ScannedDocument, work: WorkContext): Promise<ReadDocument | undefined> {
  const keys = documentKeys(document, work);
  const extracted = await readJson<ExtractedDocument>(work.artefacts, keys.extract);
  const processed = await readJson<ProcessedDocument>(work.artefacts, keys.process);
  return extracted === undefined || processed === undefined ? undefined : { extracted, processed };
}

/** Undefined for a document that gives nothing. Artefacts that are damaged are made again, so that its pairs are the same. */
async function readOrMake(
  { document, processedKey }: WorkedDocument,
  work: WorkContext,
): Promise<ReadDocument | undefined> {
  if (processedKey === undefined) return undefined;
  const read = await readDocument(document, work);
  if (read !== undefined) return read;
  const keys = documentKeys(document, work);
  await work.artefacts.delete(keys.extract);
  await work.artefacts.delete(keys.process);
  const again = await workOnDocument(document, work);
  return again.processedKey === undefined ? undefined : readDocument(document, work);
}
