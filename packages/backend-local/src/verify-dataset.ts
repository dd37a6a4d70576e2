import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ExtractError,
  type DatasetInfo,
  type DatasetManifest,
  type ExtractedDocument,
  type Recipe,
  type RecordVerification,
} from '@dsgen/core';
import { planDocument, SNIFF_BYTES, verifyRecord, type GetDocument } from '@dsgen/engine';
import type { Host } from './host.ts';
import { prepareOcrData } from './ocr-data.ts';
import { extractTimeoutMs } from './limits.ts';
import { openPool, type DocumentPool } from './open-pool.ts';
import { readDatasetFolder } from './read-dataset-folder.ts';
import { readableFiles } from './run/document-files.ts';
import { orderedMap } from './run/ordered-map.ts';
import { hashFile, readFileEnds } from './scan/read-document.ts';
import type { StoredCorpus } from './state/corpus-table.ts';
import { documentKey } from './store/put-document-bytes.ts';

export interface VerifyDatasetOptions {
  readonly dataset: DatasetInfo & { readonly manifest: DatasetManifest };
  readonly corpus: StoredCorpus;
  readonly signal?: AbortSignal | undefined;
}

interface LocatedDocument {
  readonly path: string;
  readonly file: string;
  readonly bytes: number;
}

interface Extractor {
  readonly host: Host;
  readonly recipe: Recipe;
  readonly documents: ReadonlyMap<string, LocatedDocument>;
  readonly ocrDataPath: string | undefined;
  readonly pool: DocumentPool;
}

/** Records verified at once, and documents kept at hand for them: the records of one document follow each other. */
const RECORDS_IN_FLIGHT = 24;

/**
 * Extracts the sources again, from the files and not from the store, and compares every span of every record with them. Files are
 * hashed again too: what a store remembers of them proves nothing.
 */
export async function* verifyDataset(host: Host, options: VerifyDatasetOptions): AsyncGenerator<RecordVerification> {
  const { dataset, corpus, signal } = options;
  const { recipe } = dataset.manifest;
  const ocrDataPath = recipe.extract.ocr ? await prepareOcrData(host.folder, recipe.extract.ocrLanguage) : undefined;
  const documents = await locateDocuments(host, corpus, signal);
  const readable = readableFiles(host, corpus, ocrDataPath);
  // Outside the store: verifying needs no hold on it, and whoever takes hold of it clears its temporary files.
  const temporaryFolder = await mkdtemp(join(tmpdir(), 'dsgen-verify-'));
  const { concurrency, limits } = host;
  const pool = await openPool({ concurrency, limits, readable, temporaryFolder });
  const getDocument = rememberLatest((id) => extractAgain(id, { host, recipe, documents, ocrDataPath, pool }));
  const window = { inFlight: RECORDS_IN_FLIGHT, lookAhead: RECORDS_IN_FLIGHT };
  try {
    const records = readDatasetFolder(dataset.location, signal === undefined ? {} : { signal });
    yield* orderedMap(records, (record) => verifyRecord(record, getDocument), window);
  } finally {
    await pool.close(new Error('the verification has ended'));
    await rm(temporaryFolder, { recursive: true, force: true });
  }
}

/** Where each document is, by a hash computed now. A file that cannot be read is as good as missing. */
async function locateDocuments(
  host: Host,
  corpus: StoredCorpus,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, LocatedDocument>> {
  const located = new Map<string, LocatedDocument>();
  for (const { refusal, file: linked, documentId, path, bytes } of host.state.entries.all(corpus.id)) {
    signal?.throwIfAborted();
    if (refusal !== undefined) continue;
    const file = linked?.path ?? host.artefacts.pathOf(documentKey(corpus.id, documentId ?? ''));
    const hashed = await hashFile(file, signal).catch(() => undefined);
    if (hashed !== undefined && !located.has(hashed.documentId)) located.set(hashed.documentId, { path, file, bytes });
  }
  return located;
}

/** Extracts each document once for the records that follow each other, and forgets the oldest. */
function rememberLatest(extract: GetDocument): GetDocument {
  const latest = new Map<string, ReturnType<GetDocument>>();
  return (documentId) => {
    const known = latest.get(documentId);
    if (known !== undefined) return known;
    const document = extract(documentId);
    latest.set(documentId, document);
    const [oldest] = latest.keys();
    if (latest.size > RECORDS_IN_FLIGHT && oldest !== undefined) latest.delete(oldest);
    return document;
  };
}

async function extractAgain(documentId: string, extractor: Extractor): Promise<ExtractedDocument | undefined> {
  const { host, recipe, documents, ocrDataPath, pool } = extractor;
  const document = documents.get(documentId);
  if (document === undefined) return undefined;
  const ends = await readFileEnds(document.file, SNIFF_BYTES);
  const { mediaType } = planDocument({ ...document, documentId, ...ends, ocr: recipe.extract.ocr });
  const { file, path, bytes } = document;
  const reply = await pool.run({
    kind: 'extract',
    timeoutMs: extractTimeoutMs(host.limits, bytes),
    file,
    path,
    documentId,
    mediaType,
    options: recipe.extract,
    limits: host.limits.extract,
    maxOutputBytes: host.limits.maxOutputBytes,
    ...(ocrDataPath === undefined ? {} : { ocrDataPath }),
  });
  if (reply.status === 'refused') throw new ExtractError(reply.refusal.reason, reply.refusal.detail);
  if (reply.status === 'damaged') return undefined;
  const text = await readFile(reply.file, 'utf8');
  await rm(reply.file);
  return JSON.parse(text) as ExtractedDocument;
}
