import { orderedMap } from './ordered-map.ts';
import { identify } from '../scan/document-id.ts';
import type { CorpusEntry, Refusal } from '../state/corpus-entry-table.ts';
import type { FileFactTable } from '../state/file-fact-table.ts';

/** A path of the corpus, hashed; with `refusal` when it will not be read. */
export interface ScannedDocument {
  readonly path: string;
  /** sha256 of the bytes; empty when they were not read. */
  readonly documentId: string;
  readonly bytes: number;
  /** Absolute path of a linked file. */
  readonly file?: string;
  readonly refusal?: Refusal;
}

export interface ScanDocumentsOptions {
  readonly entries: Iterable<CorpusEntry>;
  readonly fileFacts: FileFactTable;
  readonly signal: AbortSignal;
}

const HASHES_IN_FLIGHT = 4;
/** Hashing runs this far ahead of the documents being worked on. */
const HASH_LOOK_AHEAD = 64;

/** Hashes the entries of a corpus in path order and marks every repetition of earlier bytes as a duplicate. */
export async function* scanDocuments(options: ScanDocumentsOptions): AsyncGenerator<ScannedDocument> {
  const { entries, fileFacts, signal } = options;
  const firstPath = new Map<string, string>();
  const window = { inFlight: HASHES_IN_FLIGHT, lookAhead: HASH_LOOK_AHEAD };
  const scanned = orderedMap(entries, (entry) => scan(entry, fileFacts, signal), window);
  for await (const document of scanned) {
    const earlier = document.refusal === undefined ? firstPath.get(document.documentId) : undefined;
    if (earlier === undefined) {
      if (document.refusal === undefined) firstPath.set(document.documentId, document.path);
      yield document;
    } else {
      const detail = `the same bytes as ${JSON.stringify(earlier)}`;
      yield { ...document, refusal: { state: 'skipped', reason: 'duplicate-document', detail } };
    }
  }
}

async function scan(entry: CorpusEntry, fileFacts: FileFactTable, signal: AbortSignal): Promise<ScannedDocument> {
  signal.throwIfAborted();
  const { path, bytes, file } = entry;
  const identified = await identify(entry, fileFacts, signal);
  return { path, bytes, ...identified, ...(file === undefined ? {} : { file: file.path }) };
}
