import type { DatabaseSync } from 'node:sqlite';
import { inTransaction, type CorpusEntry } from '@dsgen/backend-local';
import type { CorpusItem, Refusal, StoredBytes } from '../../corpus/corpus-item.ts';

/** What was found at one path, with its place in path order. */
export interface UploadEntry {
  readonly position: number;
  readonly entry: CorpusEntry;
  /** How often it was read already, when it changes all the time. */
  readonly reads?: number;
}

/** What became of an entry. */
export type EntryOutcome =
  | { readonly documentId: string; readonly bytes: number; readonly stored: StoredBytes; readonly isHint: boolean }
  | { readonly refusal: Refusal };

/** The entries of one run, kept on disk: memory does not grow with the corpus. */
export interface UploadEntries {
  append(entries: readonly CorpusEntry[]): void;
  /** Entries after a position, in order; fewer than `limit` when there are no more yet. */
  page(afterPosition: number, limit: number): readonly UploadEntry[];
  settle(outcomes: ReadonlyArray<{ readonly position: number; readonly outcome: EntryOutcome }>): void;
  /** The objects that are there only as far as an earlier run knew, each once. */
  hintedKeys(): Generator<string>;
  /** Entries whose document was in this object, as if they had never been settled. */
  reopen(key: string): readonly UploadEntry[];
  /** All entries as items of a manifest, in path order. */
  items(): Generator<CorpusItem>;
}

type Row = Readonly<Record<string, unknown>>;
const PAGE = 500;

export function createUploadEntries(database: DatabaseSync): UploadEntries {
  database.exec(`
    PRAGMA temp_store = FILE;
    CREATE TEMP TABLE entries (
      position INTEGER PRIMARY KEY, path TEXT NOT NULL, bytes INTEGER NOT NULL, file TEXT, refusal TEXT,
      document_id TEXT NOT NULL DEFAULT '', key TEXT, offset INTEGER, is_hint INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX temp.entries_by_key ON entries (key) WHERE is_hint = 1;
  `);
  return { ...listedEntries(database), ...settledEntries(database), ...hintedEntries(database) };
}

function listedEntries(database: DatabaseSync): Pick<UploadEntries, 'append' | 'page' | 'items'> {
  const insert = database.prepare('INSERT INTO entries (path, bytes, file, refusal) VALUES (?, ?, ?, ?)');
  const page = database.prepare(
    'SELECT position, path, bytes, file, refusal FROM entries WHERE position > ? ORDER BY position LIMIT ?',
  );
  const settled = database.prepare(
    'SELECT position, path, bytes, refusal, document_id, key, offset FROM entries WHERE position > ? ORDER BY position LIMIT ?',
  );
  return {
    append(entries) {
      inTransaction(database, () => {
        for (const { path, bytes, file, refusal } of entries) insert.run(path, bytes, toJson(file), toJson(refusal));
      });
    },
    page: (afterPosition, limit) => page.all(afterPosition, limit).map(toEntry),
    *items() {
      let position = 0;
      for (;;) {
        const rows: readonly Row[] = settled.all(position, PAGE);
        for (const row of rows) yield toItem(row);
        if (rows.length < PAGE) return;
        position = Number(rows.at(-1)?.['position']);
      }
    },
  };
}

function settledEntries(database: DatabaseSync): Pick<UploadEntries, 'settle'> {
  const refuse = database.prepare('UPDATE entries SET refusal = ? WHERE position = ?');
  const store = database.prepare(
    'UPDATE entries SET document_id = ?, bytes = ?, key = ?, offset = ?, is_hint = ? WHERE position = ?',
  );
  function settleOne(position: number, outcome: EntryOutcome): void {
    if ('refusal' in outcome) {
      refuse.run(toJson(outcome.refusal), position);
      return;
    }
    const { documentId, bytes, stored, isHint } = outcome;
    store.run(documentId, bytes, stored.key, stored.offset ?? null, Number(isHint), position);
  }
  return {
    settle(outcomes) {
      inTransaction(database, () => {
        for (const { position, outcome } of outcomes) settleOne(position, outcome);
      });
    },
  };
}

function hintedEntries(database: DatabaseSync): Pick<UploadEntries, 'hintedKeys' | 'reopen'> {
  const nextKey = database.prepare('SELECT min(key) AS key FROM entries WHERE is_hint = 1 AND key > ?');
  const byKey = database.prepare('SELECT * FROM entries WHERE is_hint = 1 AND key = ? ORDER BY position');
  const reopen = database.prepare(
    "UPDATE entries SET document_id = '', key = NULL, offset = NULL, is_hint = 0 WHERE is_hint = 1 AND key = ?",
  );
  return {
    *hintedKeys() {
      let key = '';
      for (;;) {
        const next = nextKey.get(key)?.['key'];
        if (typeof next !== 'string') return;
        key = next;
        yield key;
      }
    },
    reopen(key) {
      const entries = byKey.all(key).map(toEntry);
      reopen.run(key);
      return entries;
    },
  };
}

function toEntry(row: Row): UploadEntry {
  const { file, refusal } = row;
  return {
    position: Number(row['position']),
    entry: {
      path: String(row['path']),
      bytes: Number(row['bytes']),
      ...(typeof file === 'string' ? { file: JSON.parse(file) as NonNullable<CorpusEntry['file']> } : {}),
      ...(typeof refusal === 'string' ? { refusal: JSON.parse(refusal) as Refusal } : {}),
    },
  };
}

function toItem(row: Row): CorpusItem {
  const { key, offset, refusal } = row;
  const item = { path: String(row['path']), documentId: String(row['document_id']), bytes: Number(row['bytes']) };
  if (typeof refusal === 'string') return { ...item, refusal: JSON.parse(refusal) as Refusal };
  if (key === null) throw new TypeError(`Nothing became of ${JSON.stringify(item.path)}`);
  const stored = { key: String(key), ...(offset === null ? {} : { offset: Number(offset) }) };
  return { ...item, stored };
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
