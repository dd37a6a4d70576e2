import {
  assertDatasetFile,
  InputError,
  type AbortableOptions,
  type DatasetApi,
  type DatasetManifest,
} from '@dsgen/core';
import { FORMAT_NAMES, readRecords, resolveCodec } from '@dsgen/engine';
import { datasetTable, type StoredDataset } from '../ledger/dataset-table.ts';
import { datasetPrefix } from '../workflow/steps.ts';
import type { PlatformParts } from './platform-parts.ts';

/** The published datasets of a tenant. */
export function createDatasets(parts: PlatformParts): DatasetApi {
  const { tables, store } = parts;
  const table = datasetTable(tables);
  return {
    async *list(options) {
      options?.signal?.throwIfAborted();
      for await (const dataset of table.list(options)) yield toInfo(dataset);
    },
    async get(datasetId, options) {
      const dataset = await findDataset(parts, datasetId, options);
      return { ...toInfo(dataset), manifest: await readDatasetManifest(parts, dataset, options) };
    },
    async *records(datasetId, options = {}) {
      const dataset = await findDataset(parts, datasetId, options);
      const manifest = await readDatasetManifest(parts, dataset, options);
      const codec = await resolveCodec(FORMAT_NAMES.find((name) => name === manifest.format) ?? 'alpaca');
      let toSkip = options.after ?? 0;
      const source = { manifest, codec, open: (name: string) => store.read(prefixOf(dataset) + name, options) };
      for await (const record of readRecords({ ...source, ...abortable(options) })) {
        if (toSkip > 0) toSkip -= 1;
        else yield record;
      }
    },
    async *read({ datasetId, file }, options) {
      const dataset = await findDataset(parts, datasetId, options);
      assertDatasetFile(await readDatasetManifest(parts, dataset, options), file);
      yield* store.read(prefixOf(dataset) + file, options);
    },
    async delete(datasetId, options) {
      const dataset = await findDataset(parts, datasetId, options);
      await table.delete(datasetId, options);
      for await (const { key } of store.list(prefixOf(dataset), options)) await store.delete(key, options);
    },
  };
}

function prefixOf({ jobId, epoch }: StoredDataset): string {
  return datasetPrefix({ jobId, epoch });
}

function toInfo({ id, name, jobId, location, records }: StoredDataset): Omit<StoredDataset, 'epoch'> {
  return { id, name, jobId, location, records };
}

async function findDataset(
  { tables }: PlatformParts,
  datasetId: string,
  options: AbortableOptions | undefined,
): Promise<StoredDataset> {
  options?.signal?.throwIfAborted();
  const dataset = await datasetTable(tables).get(datasetId, options);
  if (dataset !== undefined) return dataset;
  throw new InputError({
    code: 'dataset-missing',
    message: `Cannot find the dataset ${JSON.stringify(datasetId)} on the platform`,
    fix: 'List the datasets with `dsgen datasets list`; the dataset of a job is there once the job is done.',
  });
}

async function readDatasetManifest(
  { store }: PlatformParts,
  dataset: StoredDataset,
  options: AbortableOptions | undefined,
): Promise<DatasetManifest> {
  const bytes = await store.get(`${prefixOf(dataset)}dataset.json`, options);
  if (bytes !== undefined) return JSON.parse(Buffer.from(bytes).toString('utf8')) as DatasetManifest;
  throw new InputError({
    code: 'dataset-missing',
    message: `Cannot open the dataset ${JSON.stringify(dataset.id)}: its dataset.json is not in ${dataset.location}`,
    fix: 'Resume or repeat its job.',
  });
}

function abortable({ signal }: AbortableOptions): AbortableOptions {
  return signal === undefined ? {} : { signal };
}
