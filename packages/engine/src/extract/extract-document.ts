import { DsgenError, ExtractError, type ExtractedDocument } from '@dsgen/core';
import { buildDocument } from './document/build-document.ts';
import type { RawDocument } from './raw-block.ts';
import type { Reader } from './reader.ts';
import { loadReader } from './reader-table.ts';
import type { DocumentSource, ExtractContext } from './source.ts';

/**
 * Turns one document's bytes into text with structure: picks the reader of its media type, then cleans, renders and
 * marks what it gives. Bytes are untrusted, so hosts call this in a process they can kill.
 *
 * @throws ExtractError with the ledger reason when the document gives no text: `unsupported-type`, `empty`, `corrupt`,
 * `encrypted`, `bad-encoding`, `no-text-layer`, `bomb`, `too-large`, `output-too-large`.
 *
 * @example
 * const bytes = await readFile('guide.md');
 * const document = await extractDocument(
 *   { path: 'guide.md', documentId: sha256(bytes), bytes, mediaType: 'text/markdown' },
 *   { options: { ocr: false, ocrLanguage: 'eng', html: 'page' }, limits: DEFAULT_EXTRACT_LIMITS, signal },
 * );
 */
export async function extractDocument(source: DocumentSource, context: ExtractContext): Promise<ExtractedDocument> {
  context.signal.throwIfAborted();
  if (source.bytes.byteLength === 0) throw new ExtractError('empty', 'The file has 0 bytes.');
  const reader = await loadReader(source.mediaType);
  if (reader === undefined) {
    throw new ExtractError('unsupported-type', `No reader for files of type "${source.mediaType}".`);
  }
  const raw = await read(reader, source, context);
  context.signal.throwIfAborted();
  const document = await buildDocument(raw, source, context.limits);
  if (document.text === '') throw new ExtractError(emptyReason(raw), emptyDetail(raw));
  return document;
}

/** Whatever a parser throws on bad bytes means that they are corrupt; cancellation passes through. */
async function read(reader: Reader, source: DocumentSource, context: ExtractContext): Promise<RawDocument> {
  try {
    return await reader.read(source, context);
  } catch (error) {
    if (DsgenError.isInstance(error) || context.signal.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new ExtractError('corrupt', `The ${reader.name} reader failed: ${message}`, { cause: error });
  }
}

function emptyReason(raw: RawDocument): 'no-text-layer' | 'empty' {
  return (raw.unreadPages?.length ?? 0) > 0 ? 'no-text-layer' : 'empty';
}

function emptyDetail(raw: RawDocument): string {
  const unread = raw.unreadPages?.length ?? 0;
  if (unread === 0) return 'The file holds no text.';
  return `None of ${raw.pageCount ?? unread} pages has a text layer. Run with --ocr to read them.`;
}
