import type { DatabaseSync } from 'node:sqlite';

export interface FileFactTable {
  /** The hash of the file as it was, or undefined when it has another fingerprint now or was never hashed. */
  documentId(path: string, fingerprint: string): string | undefined;
  put(path: string, fingerprint: string, documentId: string): void;
}

/** Hashes of files by how they look from outside, so that an unchanged file is not read again. */
export function createFileFactTable(database: DatabaseSync): FileFactTable {
  const select = database.prepare('SELECT document_id FROM file_facts WHERE path = ? AND fingerprint = ?');
  const put = database.prepare('INSERT OR REPLACE INTO file_facts (path, fingerprint, document_id) VALUES (?, ?, ?)');
  return {
    documentId(path, fingerprint) {
      const row = select.get(path, fingerprint);
      return row === undefined ? undefined : String(row['document_id']);
    },
    put: (path, fingerprint, documentId) => void put.run(path, fingerprint, documentId),
  };
}
