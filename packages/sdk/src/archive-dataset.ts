import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AbortableOptions, DatasetManifest } from '@dsgen/core';
import { writeTar, type TarSource } from '@dsgen/formats';

/** Of the files that the manifest lists, not its own: it comes last, so that an archive that has it is whole. */
const MANIFEST_NAME = 'dataset.json';

export interface ArchiveDatasetOptions extends AbortableOptions {
  /** Folder that the files are in within the archive. */
  readonly prefix: string;
}

/** A dataset folder as a tar archive, streaming. The same dataset gives the same bytes. */
export function archiveDataset(
  folder: string,
  manifest: DatasetManifest,
  options: ArchiveDatasetOptions,
): AsyncIterable<Uint8Array> {
  return writeTar(entries(folder, [...manifest.files.map(({ name }) => name), MANIFEST_NAME], options));
}

async function* entries(
  folder: string,
  names: readonly string[],
  { prefix, signal }: ArchiveDatasetOptions,
): AsyncGenerator<TarSource> {
  for (const name of names) {
    signal?.throwIfAborted();
    const path = join(folder, name);
    const { size } = await stat(path);
    yield { name: `${prefix}/${name}`, body: { bytes: size, chunks: createReadStream(path) } };
  }
}
