import { planDocument, SNIFF_BYTES } from '@dsgen/engine';
import type { Recipe, DocumentOutcome } from '@dsgen/core';
import { extractTimeoutMs, type LocalLimits } from '../limits.ts';
import type { DocumentPool } from '../open-pool.ts';
import type { DocumentReply } from '../pool/document-protocol.ts';
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
  /** Opened when the first document needs it. */
  readonly pool: () => Promise<DocumentPool>;
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
  const reply = await process(document, keys, context);
  if (reply.status !== 'damaged') return refusalOf(reply);
  return (await extract(document, keys, context)) ?? refusalOf(await process(document, keys, context));
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
  const pool = await context.pool();
  const reply = await pool.run({
    kind: 'extract',
    timeoutMs: extractTimeoutMs(limits, document.bytes),
    file,
    path: document.path,
    documentId: document.documentId,
    mediaType: planned,
    options: recipe.extract,
    limits: limits.extract,
    maxOutputBytes: limits.maxOutputBytes,
    ...(ocrDataPath === undefined ? {} : { ocrDataPath }),
  });
  if (reply.status === 'done') await context.artefacts.adopt(keys.extract, reply.file);
  if (reply.status === 'refused') await writeRefusal(context.artefacts, keys.refusal, reply.refusal, limits);
  return refusalOf(reply);
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

async function process(document: ScannedDocument, keys: DocumentKeys, context: WorkContext): Promise<DocumentReply> {
  const { artefacts, limits, recipe, recipeHash, corpusName } = context;
  const pool = await context.pool();
  const reply = await pool.run({
    kind: 'process',
    timeoutMs: limits.processTimeoutMs,
    maxOutputBytes: limits.maxOutputBytes,
    extractedFile: artefacts.pathOf(keys.extract),
    path: document.path,
    corpus: corpusName,
    recipe,
    recipeHash,
  });
  if (reply.status === 'done') await artefacts.adopt(keys.process, reply.file);
  return reply;
}

function refusalOf(reply: DocumentReply): Refusal | undefined {
  if (reply.status === 'done') return undefined;
  if (reply.status === 'refused') return reply.refusal;
  return { state: 'quarantined', reason: 'crashed', detail: 'its extraction was damaged on the disk, twice' };
}
