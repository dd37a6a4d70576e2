import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { InputError, type AbortableOptions, type Codec, type CursorOptions, type DatasetRecord } from '@dsgen/core';
import {
  explainRecord,
  FORMAT_NAMES,
  readRecords,
  resolveCodec,
  type ExplainRecordOptions,
  type RecordExplanation,
} from '@dsgen/engine';
import { openRandomAccess } from './random-access.ts';
import { readManifest } from './run/dataset-destination.ts';

/** The records of a dataset folder in dataset order, after the first `after`. */
export async function* readDatasetFolder(folder: string, options: CursorOptions = {}): AsyncGenerator<DatasetRecord> {
  const { signal } = options;
  let toSkip = options.after ?? 0;
  for await (const record of readRecords(await openFolder(folder, options))) {
    signal?.throwIfAborted();
    if (toSkip > 0) toSkip -= 1;
    else yield record;
  }
}

/**
 * Where the record with an id, or the first whose id starts so, comes from and why it is in the dataset.
 *
 * @throws InputError `dataset-missing`, `record-not-found`, `dataset-broken`
 */
export async function explainDatasetRecord(
  folder: string,
  id: string,
  options: AbortableOptions = {},
): Promise<RecordExplanation> {
  return explainRecord(id, await openFolder(folder, options));
}

async function openFolder(folder: string, { signal }: AbortableOptions): Promise<ExplainRecordOptions> {
  signal?.throwIfAborted();
  const manifest = await readManifest(folder);
  if (manifest === undefined) {
    throw new InputError({
      code: 'dataset-missing',
      message: `Cannot open the dataset ${JSON.stringify(folder)}: there is no dataset.json of dsgen`,
      fix: 'Name the folder of a dataset that dsgen wrote.',
    });
  }
  return {
    manifest,
    codec: await codecOf(manifest.format),
    open: (name) => createReadStream(join(folder, name)),
    openRandomAccess: (name) => openRandomAccess(join(folder, name)),
    ...(signal === undefined ? {} : { signal }),
  };
}

/** Rows of a user's own schema are not read back: the lineage then holds the conversations, and any codec will do. */
function codecOf(format: string): Promise<Codec> {
  return resolveCodec(FORMAT_NAMES.find((name) => name === format) ?? 'alpaca');
}
