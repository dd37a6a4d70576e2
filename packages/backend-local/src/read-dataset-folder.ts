import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { InputError, type Codec, type CursorOptions, type DatasetRecord } from '@dsgen/core';
import { FORMAT_NAMES, readRecords, resolveCodec } from '@dsgen/engine';
import { readManifest } from './run/dataset-destination.ts';

/** The records of a dataset folder in dataset order, after the first `after`. */
export async function* readDatasetFolder(folder: string, options: CursorOptions = {}): AsyncGenerator<DatasetRecord> {
  const { signal } = options;
  signal?.throwIfAborted();
  const manifest = await readManifest(folder);
  if (manifest === undefined) {
    throw new InputError({
      code: 'dataset-missing',
      message: `Cannot open the dataset ${JSON.stringify(folder)}: there is no dataset.json of dsgen`,
      fix: 'Name the folder of a dataset that dsgen wrote.',
    });
  }
  let toSkip = options.after ?? 0;
  const records = readRecords({
    manifest,
    codec: await codecOf(manifest.format),
    open: (name) => createReadStream(join(folder, name)),
    ...(signal === undefined ? {} : { signal }),
  });
  for await (const record of records) {
    signal?.throwIfAborted();
    if (toSkip > 0) toSkip -= 1;
    else yield record;
  }
}

/** Rows of a user's own schema are not read back: the lineage then holds the conversations, and any codec will do. */
function codecOf(format: string): Promise<Codec> {
  return resolveCodec(FORMAT_NAMES.find((name) => name === format) ?? 'alpaca');
}
