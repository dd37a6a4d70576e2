/**
 * The document process: the only place where a document's bytes meet parsers. It starts with an empty environment and may read
 * the corpus, artefacts and its own code, nothing else.
 */
import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DOCUMENT_REASONS, ExtractError, type ExtractedDocument } from '@dsgen/core';
import { extractDocument, processDocument, sha256 } from '@dsgen/engine';
import {
  OUTPUT_DESCRIPTOR,
  type DocumentMessage,
  type DocumentRequest,
  type ExtractRequest,
  type ProcessRequest,
} from './pool/document-protocol.ts';
import { readWholeFile } from './scan/read-document.ts';
import type { Refusal } from './state/corpus-entry-table.ts';

const MAX_DETAIL_LENGTH = 300;

process.on('message', (request) => void answer(request as DocumentRequest));
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function answer(request: DocumentRequest): Promise<void> {
  const work = request.kind === 'extract' ? extract(request) : processExtracted(request);
  process.send?.(await work.catch((error: unknown) => describeFailure(error, request.kind)));
}

async function extract(request: ExtractRequest): Promise<DocumentMessage> {
  const bytes = await readUnchanged(request);
  const { path, documentId, mediaType, options, limits, ocrDataPath, isAfterCrash = false } = request;
  const document = await extractDocument(
    { path, documentId, mediaType, bytes },
    {
      options,
      limits,
      isAfterCrash,
      signal: new AbortController().signal,
      ...(ocrDataPath === undefined ? {} : { ocrDataPath }),
    },
  );
  return writeOutput(document, request);
}

async function processExtracted(request: ProcessRequest): Promise<DocumentMessage> {
  const document = await readExtracted(request.extractedFile);
  if (document === undefined) return { status: 'damaged' };
  const { path, corpus, recipe, recipeHash } = request;
  return writeOutput(await processDocument(document, { path, corpus, recipe, recipeHash }), request);
}

function writeOutput(result: unknown, { maxOutputBytes }: DocumentRequest): DocumentMessage {
  const output = Buffer.from(JSON.stringify(result));
  if (output.byteLength > maxOutputBytes) {
    throw new ExtractError('output-too-large', `the extracted text takes more than ${maxOutputBytes} bytes`);
  }
  for (let written = 0; written < output.byteLength;) {
    written += writeSync(OUTPUT_DESCRIPTOR, output, written, output.byteLength - written, written);
  }
  return { status: 'done', bytes: output.byteLength };
}

async function readExtracted(path: string): Promise<ExtractedDocument | undefined> {
  const text = await readFile(path, 'utf8');
  try {
    return JSON.parse(text) as ExtractedDocument;
  } catch {
    return undefined;
  }
}

/** The corpus was hashed before; what is read now must be the same bytes. */
async function readUnchanged(request: ExtractRequest): Promise<Uint8Array> {
  const { bytes } = await readWholeFile(request.file).catch((cause: unknown) => {
    throw describeReadError(cause as NodeJS.ErrnoException);
  });
  if (sha256(bytes) === request.documentId) return bytes;
  throw new ExtractError('changed', 'the file changed after the corpus was linked');
}

function describeReadError(cause: NodeJS.ErrnoException): ExtractError {
  if (cause.code === 'ENOENT') return new ExtractError('changed', 'the file is gone', { cause });
  if (cause.code === 'ELOOP' || cause.code === 'ENOTFILE') {
    return new ExtractError('changed', 'something else took the place of the file', { cause });
  }
  return new ExtractError('unreadable', `the file cannot be read: ${cause.code ?? 'unknown error'}`, { cause });
}

function describeFailure(error: unknown, kind: DocumentRequest['kind']): DocumentMessage {
  const loadFailure = findLoadFailure(error);
  if (loadFailure !== undefined) return { status: 'broken', message: loadFailure.message };
  if (error instanceof ExtractError) return { status: 'refused', refusal: toRefusal(error.reason, error.message) };
  if (error instanceof RangeError && /memory|allocation|string length/iu.test(error.message)) {
    return refuse('out-of-memory', 'the document needs more memory than one process may have');
  }
  const message = error instanceof Error ? error.message : String(error);
  return refuse(
    'crashed',
    kind === 'extract' ? `the parser failed: ${message}` : `analysing the text failed: ${message}`,
  );
}

/** Errors that say that a part of dsgen could not be loaded, and nothing about the document. */
const LOAD_FAILURES: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ERR_DLOPEN_FAILED']);

function findLoadFailure(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, resource } = error as { readonly code?: string; readonly resource?: string };
  const isDeniedCode = code === 'ERR_ACCESS_DENIED' && resource?.includes('node_modules') === true;
  return LOAD_FAILURES.has(code) || isDeniedCode ? error : findLoadFailure(error.cause);
}

function refuse(reason: ExtractError['reason'], message: string): DocumentMessage {
  return { status: 'refused', refusal: toRefusal(reason, message) };
}

function toRefusal(reason: ExtractError['reason'], message: string): Refusal {
  const detail = message.slice(0, MAX_DETAIL_LENGTH);
  const skipReason = DOCUMENT_REASONS.skipped.find((known) => known === reason);
  if (skipReason !== undefined) return { state: 'skipped', reason: skipReason, detail };
  const quarantineReason = DOCUMENT_REASONS.quarantined.find((known) => known === reason);
  return { state: 'quarantined', reason: quarantineReason ?? 'crashed', detail };
}
