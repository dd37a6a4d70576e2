import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openDestination } from '@dsgen/backend-local';
import { BackendError, type AbortableOptions, type Backend, type DatasetFile } from '@dsgen/core';
import { unsupported } from './lazy-backend.ts';

export interface DownloadDatasetInput extends AbortableOptions {
  readonly datasetId: string;
  /** Folder for the dataset; it must be new, empty or an earlier dataset. */
  readonly out: string;
}

const MANIFEST: Pick<DatasetFile, 'name'> = { name: 'dataset.json' };

/** Copies a dataset to a folder, which appears when every file is there and has the hash of the manifest. */
export async function downloadDataset(backend: Backend, input: DownloadDatasetInput): Promise<void> {
  const { datasetId, out, signal } = input;
  const { manifest } = await backend.datasets.get(datasetId, signal === undefined ? {} : { signal });
  const destination = await openDestination(out);
  try {
    for (const file of [...manifest.files, MANIFEST]) {
      await downloadFile(backend, { ...input, file, path: join(destination.folder, file.name) });
    }
    await destination.publish();
  } finally {
    await destination.discard();
  }
}

interface FileDownload extends DownloadDatasetInput {
  readonly file: Pick<DatasetFile, 'name'> & Partial<DatasetFile>;
  readonly path: string;
}

async function downloadFile(backend: Backend, { datasetId, file, path, signal }: FileDownload): Promise<void> {
  const { read } = backend.datasets;
  if (read === undefined) throw unsupported(backend, 'give the files of a dataset', 'Read its records.');
  await mkdir(dirname(path), { recursive: true });
  const target = await open(path, 'wx');
  const hash = createHash('sha256');
  try {
    for await (const piece of read({ datasetId, file: file.name }, signal === undefined ? {} : { signal })) {
      hash.update(piece);
      await target.write(piece);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  if (file.sha256 !== undefined && hash.digest('hex') !== file.sha256) throw damaged(file.name, datasetId);
}

function damaged(name: string, datasetId: string): BackendError {
  return new BackendError({
    code: 'dataset-damaged',
    message: `Cannot copy the dataset ${JSON.stringify(datasetId)}: ${JSON.stringify(name)} is not what its manifest says`,
    fix: 'Run the command again; if it repeats, run the job again.',
    isRetryable: true,
  });
}
