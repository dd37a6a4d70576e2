import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import { assertDatasetFile, InputError, type DatasetApi, type DatasetInfo, type DatasetManifest } from '@dsgen/core';
import { findCorpus } from './corpora.ts';
import type { Host } from './host.ts';
import { readDatasetFolder } from './read-dataset-folder.ts';
import { assertReplaceable, readManifest } from './run/dataset-destination.ts';
import { verifyDataset } from './verify-dataset.ts';

/** The datasets of a store. A dataset's id may also be the absolute path of its folder, so that any dataset can be opened. */
export function createDatasets(open: () => Promise<Host>): Required<DatasetApi> {
  return {
    async *list(options) {
      const host = await open();
      for (const dataset of host.state.datasets.list()) {
        options?.signal?.throwIfAborted();
        if ((await readManifest(dataset.location)) !== undefined) yield dataset;
      }
    },
    async get(datasetId, options) {
      options?.signal?.throwIfAborted();
      return findDataset(await open(), datasetId);
    },
    async *records(datasetId, options) {
      const { location } = await findDataset(await open(), datasetId);
      yield* readDatasetFolder(location, options);
    },
    async delete(datasetId, options) {
      options?.signal?.throwIfAborted();
      const host = await open();
      await host.startWork(options?.signal);
      const { id, location } = await findDataset(host, datasetId);
      await assertReplaceable(location);
      await rm(location, { recursive: true });
      host.state.datasets.delete(id);
    },
    async *read({ datasetId, file }, options) {
      const { location, manifest } = await findDataset(await open(), datasetId);
      assertDatasetFile(manifest, file);
      yield* createReadStream(join(location, file), options) as AsyncIterable<Uint8Array>;
    },
    async *verify({ datasetId, corpusId }, options) {
      const host = await open();
      const dataset = await findDataset(host, datasetId);
      yield* verifyDataset(host, { dataset, corpus: findCorpus(host, corpusId), signal: options?.signal });
    },
  };
}

async function findDataset(
  host: Host,
  datasetId: string,
): Promise<DatasetInfo & { readonly manifest: DatasetManifest }> {
  const known = host.state.datasets.get(datasetId);
  const location = known?.location ?? (isAbsolute(datasetId) ? datasetId : undefined);
  const manifest = location === undefined ? undefined : await readManifest(location);
  if (location !== undefined && manifest !== undefined) {
    const found = known ?? { id: location, name: manifest.name || basename(location), jobId: '', location };
    return { ...found, records: manifest.records, manifest };
  }
  throw new InputError({
    code: 'dataset-missing',
    message: `Cannot open the dataset ${JSON.stringify(location ?? datasetId)}: there is no dataset.json of dsgen`,
    fix: 'Name the folder of a dataset that dsgen wrote.',
  });
}
