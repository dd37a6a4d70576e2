import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { InputError, type AbortableOptions, type DatasetFile, type DatasetManifest } from '@dsgen/core';
import { createDecrypt, plainName, type Decrypt, type DatasetSink } from '@dsgen/engine';
import { MANIFEST_NAME, openDestination, readManifest } from './run/dataset-destination.ts';
import { createFolderSink } from './run/folder-sink.ts';

export interface DecryptDatasetOptions extends AbortableOptions {
  /** age secret keys (`AGE-SECRET-KEY-1…`), any of which may fit. */
  readonly identities: readonly string[];
}

/**
 * Writes an encrypted dataset as a plain one: the same files without `.age`, each compared with the hash of its content
 * that the manifest has. The new manifest lists them as they are then; all else in it stays.
 *
 * @throws InputError `dataset-missing`, `decryption-failed`, `content-changed`
 */
export async function decryptDataset(
  folder: string,
  out: string,
  { identities, signal }: DecryptDatasetOptions,
): Promise<DatasetManifest> {
  const manifest = await requireManifest(folder);
  const decrypt = await createDecrypt(identities);
  const destination = await openDestination(out);
  const sink = createFolderSink(destination.folder);
  try {
    const files: DatasetFile[] = [];
    for (const file of manifest.files) {
      signal?.throwIfAborted();
      files.push(await copyFile(file, { folder, decrypt, sink }));
    }
    const plain = { ...manifest, files };
    const last = await sink.open(MANIFEST_NAME);
    await last.write(`${JSON.stringify(plain, undefined, 2)}\n`);
    await last.close();
    await destination.publish();
    return plain;
  } finally {
    await Promise.allSettled([sink.close(), destination.discard()]);
  }
}

async function requireManifest(folder: string): Promise<DatasetManifest> {
  const manifest = await readManifest(folder);
  if (manifest !== undefined) return manifest;
  throw new InputError({
    code: 'dataset-missing',
    message: `Cannot decrypt the dataset ${JSON.stringify(folder)}: there is no dataset.json of dsgen`,
    fix: 'Name the folder of a dataset that dsgen wrote.',
  });
}

interface CopyContext {
  readonly folder: string;
  readonly decrypt: Decrypt;
  readonly sink: DatasetSink;
}

async function copyFile(file: DatasetFile, { folder, decrypt, sink }: CopyContext): Promise<DatasetFile> {
  const { plain, ...rest } = file;
  const stored = createReadStream(join(folder, file.name));
  const content = plain === undefined ? stored : decrypt(stored, file.name);
  const name = plain === undefined ? file.name : plainName(file.name);
  const written = await sink.open(name);
  for await (const piece of content as AsyncIterable<Uint8Array>) await written.write(piece);
  const digest = await written.close();
  if (digest.sha256 === (plain ?? file).sha256) return { ...rest, name, ...digest };
  throw new InputError({
    code: 'content-changed',
    message: `Decrypting ${JSON.stringify(file.name)} failed: its content is not what was written`,
    fix: 'Copy the dataset again from where it is whole.',
  });
}
