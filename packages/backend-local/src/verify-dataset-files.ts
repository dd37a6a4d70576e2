import { lstat, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { AbortableOptions, DatasetManifest } from '@dsgen/core';
import { verifyFiles, type FileProblem, type FoundFile } from '@dsgen/engine';
import { MANIFEST_NAME } from './run/dataset-destination.ts';
import { hashFile } from './scan/read-document.ts';
import { explainIoError } from './store/explain-io-error.ts';

/** What a dataset folder holds today, against its manifest. */
export interface FilesVerification {
  /** Files that the manifest lists. */
  readonly files: number;
  readonly bytes: number;
  /** Files among them whose content only a key can show: that they are as they were written is all that is known. */
  readonly encrypted: number;
  /** Empty when every file is as it was written. */
  readonly problems: readonly FileProblem[];
}

/**
 * Hashes every file of a dataset folder and compares it with the manifest. What is no regular file, such as a link, is
 * not followed and counts as a file of other content.
 */
export async function verifyDatasetFiles(
  folder: string,
  manifest: DatasetManifest,
  options: AbortableOptions = {},
): Promise<FilesVerification> {
  const { files } = manifest;
  try {
    const found: FoundFile[] = [];
    for await (const file of foundFiles(folder, options)) found.push(file);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const encrypted = files.filter(({ plain }) => plain !== undefined).length;
    return { files: files.length, bytes, encrypted, problems: verifyFiles(files, found) };
  } catch (error) {
    throw explainIoError(error, folder);
  }
}

async function* foundFiles(folder: string, { signal }: AbortableOptions): AsyncGenerator<FoundFile> {
  for (const name of await readdir(folder, { recursive: true })) {
    signal?.throwIfAborted();
    const path = join(folder, name);
    const facts = await lstat(path);
    if (name === MANIFEST_NAME || facts.isDirectory()) continue;
    const sha256 = facts.isFile() ? (await hashFile(path, signal)).documentId : '';
    yield { name: name.split(sep).join('/'), bytes: facts.size, sha256 };
  }
}
