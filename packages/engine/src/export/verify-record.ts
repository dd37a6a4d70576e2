import {
  ExtractError,
  quoteAt,
  type Block,
  type DatasetRecord,
  type ExtractedDocument,
  type RecordVerification,
  type Span,
  type SpanProblem,
} from '@dsgen/core';
import { recordId } from '../shared/record-id.ts';

/**
 * Gives the document with a hash as it extracts today; undefined when the corpus has none.
 *
 * @throws ExtractError when the document is there and cannot be read any more.
 */
export type GetDocument = (documentId: string) => Promise<ExtractedDocument | undefined>;

/**
 * Compares every span of a record with the text it names, and the record with its own id: an edited row is found even
 * where its spans still hold.
 *
 * @example
 * const { problems } = await verifyRecord(record, async (id) => documents.get(id));
 */
export async function verifyRecord(
  record: Pick<DatasetRecord, 'id' | 'task' | 'messages' | 'rejected' | 'payload' | 'sources'>,
  getDocument: GetDocument,
): Promise<RecordVerification> {
  const problems: SpanProblem[] = [];
  for (const [source, span] of record.sources.entries()) {
    const problem = await verifySpan(span, getDocument);
    if (problem !== undefined) problems.push({ source, ...problem });
  }
  if (problems.length === 0 && recordId(record) !== record.id) {
    const message = `The record was edited: its content has the id ${recordId(record)}.`;
    problems.push({ code: 'record-changed', message });
  }
  return { recordId: record.id, spans: record.sources.length, problems };
}

type Problem = Omit<SpanProblem, 'source'>;

async function verifySpan(span: Span, getDocument: GetDocument): Promise<Problem | undefined> {
  try {
    const document = await getDocument(span.documentId);
    if (document !== undefined) return compare(span, document);
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    return { code: 'unreadable', message: `The document cannot be read any more: ${error.message}` };
  }
  return { code: 'document-missing', message: `No document of the corpus has the sha256 ${span.documentId}.` };
}

function compare(span: Span, { text, blocks }: ExtractedDocument): Problem | undefined {
  const { start, end, quote, page } = span;
  const found = quoteAt(text, span);
  if (found !== quote) {
    const message = `Characters ${start} to ${end} are ${excerpt(found)}, not ${excerpt(quote)}.`;
    return { code: 'quote-mismatch', message };
  }
  const actualPage = blockAt(blocks, start)?.page;
  if (page === actualPage) return undefined;
  return {
    code: 'quote-mismatch',
    message: `The passage is on page ${actualPage ?? '(none)'}, not ${page ?? '(none)'}.`,
  };
}

/** The block that holds an offset; blocks are in order. */
function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const block = blocks[middle];
    if (block === undefined) return undefined;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}

function excerpt(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}...` : text);
}
