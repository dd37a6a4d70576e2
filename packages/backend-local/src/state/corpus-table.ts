import type { DatabaseSync } from 'node:sqlite';
import type { CorpusInfo } from '@dsgen/core';
import { inTransaction } from './transaction.ts';

/** `linked` files stay where they are; the bytes of `copied` documents are in the store. */
export type CorpusKind = 'linked' | 'copied';

export interface StoredCorpus extends CorpusInfo {
  readonly kind: CorpusKind;
  /** Files and folders of a linked corpus, absolute; none for a copied one. */
  readonly paths: readonly string[];
}

export interface CorpusTable {
  insert(corpus: StoredCorpus): void;
  /** Changes whether it is sealed, and its sums. */
  update(corpus: StoredCorpus): void;
  get(corpusId: string): StoredCorpus | undefined;
  list(): readonly StoredCorpus[];
  /** Inserts a corpus whose entries were collected under another id; one of the same id is the same corpus, and stays. */
  adoptEntries(collectedUnder: string, corpus: StoredCorpus): void;
  /** Deletes its entries too. */
  delete(corpusId: string): void;
}

type Row = Readonly<Record<string, unknown>>;

/** The corpora of a store. */
export function createCorpusTable(database: DatabaseSync): CorpusTable {
  const insert = database.prepare(
    'INSERT INTO corpora (id, name, kind, paths, sealed, documents, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare('UPDATE corpora SET sealed = ?, documents = ?, bytes = ? WHERE id = ?');
  const select = database.prepare('SELECT * FROM corpora WHERE id = ?');
  const selectAll = database.prepare('SELECT * FROM corpora ORDER BY rowid');
  const removeEntries = database.prepare('DELETE FROM corpus_entries WHERE corpus_id = ?');
  const moveEntries = database.prepare('UPDATE corpus_entries SET corpus_id = ? WHERE corpus_id = ?');
  const remove = database.prepare('DELETE FROM corpora WHERE id = ?');
  function insertCorpus(corpus: StoredCorpus): void {
    const { id, name, kind, paths, sealed, documents, bytes } = corpus;
    insert.run(id, name, kind, JSON.stringify(paths), Number(sealed), documents, bytes);
  }
  return {
    insert: insertCorpus,
    adoptEntries(collectedUnder, corpus) {
      inTransaction(database, () => {
        if (select.get(corpus.id) === undefined) {
          insertCorpus(corpus);
          moveEntries.run(corpus.id, collectedUnder);
        } else {
          removeEntries.run(collectedUnder);
        }
      });
    },
    update(corpus) {
      update.run(Number(corpus.sealed), corpus.documents, corpus.bytes, corpus.id);
    },
    get(corpusId) {
      const row = select.get(corpusId);
      return row === undefined ? undefined : toCorpus(row);
    },
    list: () => selectAll.all().map(toCorpus),
    delete(corpusId) {
      inTransaction(database, () => {
        removeEntries.run(corpusId);
        remove.run(corpusId);
      });
    },
  };
}

function toCorpus(row: Row): StoredCorpus {
  return {
    id: String(row['id']),
    name: String(row['name']),
    kind: row['kind'] as CorpusKind,
    paths: JSON.parse(String(row['paths'])) as string[],
    sealed: row['sealed'] === 1,
    documents: Number(row['documents']),
    bytes: Number(row['bytes']),
  };
}
