import type { ArtefactStore } from '@dsgen/core';
import { LICENCE_LIMITS } from '@dsgen/backend-local';
import { folderLicences, isLicenceFile, type LicenceFile } from '@dsgen/engine';
import { readManifest } from './manifest.ts';
import { readStoredBytes } from './read-stored-bytes.ts';

/** The licences that lie beside the documents of a corpus, by folder. */
export async function readLicences(
  store: ArtefactStore,
  corpusId: string,
): Promise<ReadonlyMap<string, string | undefined>> {
  const files: LicenceFile[] = [];
  for await (const item of readManifest(store, corpusId)) {
    const { path, bytes } = item;
    if (!isLicenceFile(path) || bytes > LICENCE_LIMITS.bytes || files.length >= LICENCE_LIMITS.files) continue;
    const body = await readStoredBytes(store, item);
    if (body !== undefined) files.push({ path, text: Buffer.from(body).toString('utf8') });
  }
  return folderLicences(files);
}
