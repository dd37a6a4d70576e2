import { planDocument, SNIFF_BYTES } from '@dsgen/engine';
import type { Recipe, DocumentOutcome } from '@dsgen/core';
import type { LocalLimits } from '../limits.ts';
import type { Pools } from '../open-pools.ts';
import type { ProcessResult } from '../pool/process-runner.ts';
import { readFileEnds } from '../scan/read-document.ts';
import type { Refusal } from '../state/corpus-entry-table.ts';
import type { FileArtefactStore } from '../store/file-artefact-store.ts';
import { documentKeys, type DocumentKeys } from './document-keys.ts';
import { readRefusal, writeRefusal } from './kept-refusal.ts';
import type { ScannedDocument } from './scan-documents.ts';

export interface WorkContext {
  readonly artefacts: FileArtefactStore;
  readonly limits: LocalLimits;
  readonly corpusName: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
  /** Folder of OCR data when the recipe asks for OCR. */
  readonly ocrDataPath: string | undefined;
  /** Absolute path of a document's bytes. */
  readonly fileOf: (document: ScannedDocument) => string;
  /** Opened when the first document needs them. */
  readonly pools: () => Promise<Pools>;
  readonly onStart: (path: string) => void;
}

/** What became of one document; `processedKey` is set when it is done. */
export interface WorkedDocument {
  readonly document: ScannedDocument;
  readonly outcome: DocumentOutcome;
  readonly processedKey?: string;
  /** Nothing had to be done: every artefact existed. */
  readonly cached: boolean;
}

/** Plans, extracts and processes one document, using whatever earlier runs have left. */
export async function workOnDocument(document: ScannedDocument, context: WorkContext): Promise<WorkedDocument> {
  if (document.refusal !== undefined) return { document, outcome: document.refusal, cached: true };
  const keys = documentKeys(document, context);
  if ((await context.artefacts.head(keys.process)) !== undefined) {
    return { document, outcome: { state: 'done' }, processedKey: keys.process, cached: true };
  }
  const kept = await readRefusal(context.artefacts, keys.refusal, context.limits);
  if (kept !== undefined) return { document, outcome: kept, cached: true };
  const refusal = await extractAndProcess(document, keys, context);
  if (refusal !== undefined) return { document, outcome: refusal, cached: false };
  return { document, outcome: { state: 'done' }, processedKey: keys.process, cached: false };
}

async function extractAndProcess(
  document: ScannedDocument,
  keys: DocumentKeys,
  context: WorkContext,
): Promise<Refusal | undefined> {
  context.onStart(document.path);
  const isExtracted = (await context.artefacts.head(keys.extract)) !== undefined;
  const refusal = isExtracted ? undefined : await extract(document, keys, context);
  if (refusal !== undefined) return refusal;
  const result = await process(document, keys, context);
  if (result.status !== 'damaged') return describeProcessing(result);
  return (await extract(document, keys, context)) ?? describeProcessing(await process(document, keys, context));
}

async function extract(
  document: ScannedDocument,
  keys: DocumentKeys,
  context: WorkContext,
): Promise<Refusal | undefined> {
  const { limits, recipe, ocrDataPath } = context;
  const file = context.fileOf(document);
  const planned = await plan(document, file, context);
  if (typeof planned !== 'string') return planned;
  const { extract: pool } = await context.pools();
  const reply = await pool.run({
    file,
    path: document.path,
    documentId: document.documentId,
    bytes: document.bytes,
    mediaType: planned,
    options: recipe.extract,
    limits: limits.extract,
    maxOutputBytes: limits.maxOutputBytes,
    ...(ocrDataPath === undefined ? {} : { ocrDataPath }),
  });
  if (reply.status === 'extracted') {
    await context.artefacts.put(keys.extract, reply.body);
    return undefined;
  }
  await writeRefusal(context.artefacts, keys.refusal, reply.refusal, limits);
  return reply.refusal;
}

/** The media type, or why there is no need to extract. */
async function plan(document: ScannedDocument, file: string, context: WorkContext): Promise<string | Refusal> {
  const { path, documentId, bytes } = document;
  try {
    const ends = await readFileEnds(file, SNIFF_BYTES);
    const { ocr } = context.recipe.extract;
    const planned = planDocument({ path, documentId, bytes, ...ends, ocr, maxBytes: context.limits.maxDocumentBytes });
    return planned.outcome ?? planned.mediaType;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const isGone = code === 'ENOENT' || code === 'ELOOP';
    const detail = isGone ? 'the file is gone' : `the file cannot be read: ${code}`;
    return { state: 'quarantined', reason: isGone ? 'changed' : 'unreadable', detail };
  }
}

async function process(document: ScannedDocument, keys: DocumentKeys, context: WorkContext): Promise<ProcessResult> {
  const { artefacts, recipe, recipeHash, corpusName } = context;
  const { process: pool } = await context.pools();
  const result = await pool.run({
    extractedFile: artefacts.pathOf(keys.extract),
    path: document.path,
    corpus: corpusName,
    recipe,
    recipeHash,
  });
  if (result.status === 'processed') await artefacts.put(keys.process, result.body);
  return result;
}

function describeProcessing(result: ProcessResult): Refusal | undefined {
  if (result.status === 'processed') return undefined;
  if (result.status === 'timed-out') {
    return { state: 'quarantined', reason: 'timed-out', detail: 'analysing the text takes too long' };
  }
  const problem = result.status === 'failed' ? result.message : 'its extraction was damaged on the disk';
  return { state: 'quarantined', reason: 'crashed', detail: `analysing the text failed: ${problem}` };
}
