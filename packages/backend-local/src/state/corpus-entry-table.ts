import type { DatabaseSync } from 'node:sqlite';
import type { DocumentOutcome } from '@dsgen/core';
import { inTransaction } from './transaction.ts';

/** Why an entry gives no text. */
export type Refusal = Exclude<DocumentOutcome, { readonly state: 'done' }>;

/** Where a linked file is and how it looked when it was linked. */
export interface LinkedFile {
  /** Absolute, with links resolved. */
  readonly path: string;
  /** Size, times and inode: a file that differs has changed. */
  readonly fingerprint: string;
}

/** One path of a corpus: a document, or something that was found and will not be read. */
export interface CorpusEntry {
  readonly path: string;
  readonly bytes: number;
  /** Known from the start in copied corpora only. */
  readonly documentId?: string;
  /** Linked corpora only. */
  readonly file?: LinkedFile;
  readonly refusal?: Refusal;
}

export interface CorpusEntryTable {
  /** Adds entries with positions from `firstPosition` on; a path that is there already is replaced. */
  put(corpusId: string, firstPosition: number, entries: readonly CorpusEntry[]): void;
  /** Puts the entries into the order of their paths. */
  sort(corpusId: string): void;
  /** All entries in order, read in pages: never more than one page is in memory. */
  all(corpusId: string): Generator<CorpusEntry>;
  /** Deletes what a killed process was collecting for a corpus that never came to be. */
  deleteUnowned(): void;
  sums(corpusId: string): { readonly documents: number; readonly bytes: number };
}

type Row = Readonly<Record<string, unknown>>;
const PAGE_ENTRIES = 500;

/** The entries of the corpora of a store. */
export function createCorpusEntryTable(database: DatabaseSync): CorpusEntryTable {
  const put = database.prepare(
    'INSERT OR REPLACE INTO corpus_entries (corpus_id, path, position, bytes, document_id, file, refusal) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const page = database.prepare(
    'SELECT * FROM corpus_entries WHERE corpus_id = ? AND position > ? ORDER BY position LIMIT ?',
  );
  const paths = database.prepare('SELECT path FROM corpus_entries WHERE corpus_id = ?');
  const setPosition = database.prepare('UPDATE corpus_entries SET position = ? WHERE corpus_id = ? AND path = ?');
  const deleteUnowned = database.prepare('DELETE FROM corpus_entries WHERE corpus_id NOT IN (SELECT id FROM corpora)');
  const sums = database.prepare(
    'SELECT count(*) AS documents, coalesce(sum(bytes), 0) AS bytes FROM corpus_entries WHERE corpus_id = ?',
  );
  return {
    put(corpusId, firstPosition, entries) {
      inTransaction(database, () => {
        for (const [index, { path, bytes, documentId, file, refusal }] of entries.entries()) {
          put.run(corpusId, path, firstPosition + index, bytes, documentId ?? null, toJson(file), toJson(refusal));
        }
      });
    },
    sort(corpusId) {
      inTransaction(database, () => {
        const sorted = Array.from(paths.all(corpusId), (row) => String(row['path'])).toSorted();
        for (const [index, path] of sorted.entries()) setPosition.run(index, corpusId, path);
      });
    },
    *all(corpusId) {
      let position = -1;
      for (;;) {
        const rows: readonly Row[] = page.all(corpusId, position, PAGE_ENTRIES);
        for (const row of rows) yield toEntry(row);
        if (rows.length < PAGE_ENTRIES) return;
        position = Number(rows.at(-1)?.['position']);
      }
    },
    deleteUnowned: () => void deleteUnowned.run(),
    sums(corpusId) {
      const row = sums.get(corpusId);
      return { documents: Number(row?.['documents']), bytes: Number(row?.['bytes']) };
    },
  };
}

function toEntry(row: Row): CorpusEntry {
  const { document_id: documentId, file, refusal } = row;
  return {
    path: String(row['path']),
    bytes: Number(row['bytes']),
    ...(typeof documentId === 'string' ? { documentId } : {}),
    ...(typeof file === 'string' ? { file: JSON.parse(file) as LinkedFile } : {}),
    ...(typeof refusal === 'string' ? { refusal: JSON.parse(refusal) as Refusal } : {}),
  };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
