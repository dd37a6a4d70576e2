import { readFile } from 'node:fs/promises';
import { folderLicences, isLicenceFile, type LicenceFile } from '@dsgen/engine';
import type { Host } from '../host.ts';
import type { StoredCorpus } from '../state/corpus-table.ts';
import { documentKey } from '../store/put-document-bytes.ts';

/** Licences are some 35,000 characters long at most; what is longer only bears the name. */
export const LICENCE_LIMITS = { bytes: 128 * 1024, files: 1000 } as const;

/** The licences that lie beside the documents of a corpus, by folder; also those that are no documents themselves. */
export async function readLicences(
  host: Host,
  corpus: StoredCorpus,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | undefined>> {
  const files: LicenceFile[] = [];
  for (const { path, bytes, documentId, file } of host.state.entries.all(corpus.id)) {
    if (!isLicenceFile(path) || bytes > LICENCE_LIMITS.bytes || files.length >= LICENCE_LIMITS.files) continue;
    signal.throwIfAborted();
    const stored = documentId === undefined ? undefined : host.artefacts.pathOf(documentKey(corpus.id, documentId));
    const place = file?.path ?? stored;
    // Whatever cannot be read says nothing.
    const text = place === undefined ? undefined : await readFile(place, 'utf8').catch(() => undefined);
    if (text !== undefined) files.push({ path, text });
  }
  return folderLicences(files);
}
