import type { ReadResult, RowIssue } from '@dsgen/core';
import type { TextPosition } from '../json/text-position.ts';
import type { TextRow } from './read-rows.ts';
import { splitCsv, type CsvLine, type SplitCsvOptions } from './split-csv.ts';

/** Columns by which a CSV file of a known format is told from other text. */
const knownColumns = new Set(['instruction', 'output', 'prompt', 'completion', 'text']);

/** The separator of a CSV file of a known format; undefined for anything else. */
export function csvSeparator(head: Buffer): string | undefined {
  const [firstLine = ''] = head.toString('utf8').replace('\ufeff', '').split(/\r?\n/, 1);
  return [',', '\t', ';'].find((separator) => {
    const columns = firstLine.split(separator).map((name) => name.replaceAll('"', '').trim());
    return columns.length > 1 && columns.some((column) => knownColumns.has(column));
  });
}

/** The rows of a CSV file with a header, as objects of text. */
export async function* readCsvRows(chunks: AsyncIterable<Buffer>, options: SplitCsvOptions): AsyncGenerator<TextRow> {
  let header: readonly string[] | undefined;
  const bytes = new Utf8Watch();
  for await (const line of splitCsv(decodeChunks(chunks, bytes), options)) {
    if (header === undefined && line.ok) header = line.cells.map((name) => name.trim());
    else yield { result: toResult(line, header ?? [], bytes), text: '', start: line.start, isList: false };
  }
}

/** Text cannot be cut between the bytes of a character, so what is left of one waits for the next chunk. */
async function* decodeChunks(chunks: AsyncIterable<Buffer>, bytes: Utf8Watch): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) {
    bytes.see(chunk);
    yield decoder.decode(chunk, { stream: true });
  }
  bytes.end();
  yield decoder.decode();
}

/** Whether bytes that are no UTF-8 have passed: only then does U+FFFD in a cell stand for them, and not for itself. */
class Utf8Watch {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #hasBroken = false;

  get hasBroken(): boolean {
    return this.#hasBroken;
  }

  see(chunk: Uint8Array): void {
    this.#decode(chunk, true);
  }

  /** A character that is cut at the end is none. */
  end(): void {
    this.#decode(new Uint8Array(), false);
  }

  #decode(chunk: Uint8Array, stream: boolean): void {
    if (this.#hasBroken) return;
    try {
      this.#decoder.decode(chunk, { stream });
    } catch {
      this.#hasBroken = true;
    }
  }
}

function toResult(line: CsvLine, header: readonly string[], { hasBroken }: Utf8Watch): ReadResult<unknown> {
  const { start } = line;
  if (!line.ok) return bad(start, line.problem.code, line.problem.message, '');
  if (line.cells.length !== header.length) {
    const message = `The row has ${line.cells.length} cells; the header has ${header.length}.`;
    return bad(start, 'csv-cells', message, line.cells.join(','));
  }
  const broken = hasBroken ? line.cells.find((cell) => cell.includes('\ufffd')) : undefined;
  if (broken !== undefined) return bad(start, 'invalid-utf8', 'A cell is not UTF-8; save the file as UTF-8.', broken);
  const value: unknown = Object.fromEntries(header.map((name, index) => [name, line.cells[index] ?? '']));
  return { ok: true, value, line: start.line };
}

function bad(start: TextPosition, code: string, message: string, raw: string): ReadResult<unknown> {
  const issues: readonly RowIssue[] = [{ code, message, ...start }];
  return { ok: false, issues, line: start.line, raw };
}
