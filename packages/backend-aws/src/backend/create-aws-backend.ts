import type { Backend } from '@dsgen/core';
import { createCorpora } from './corpora.ts';
import { createDatasets } from './datasets.ts';
import { createJobs } from './jobs.ts';
import type { PlatformParts } from './platform-parts.ts';

/**
 * The back end of a deployed platform. It holds nothing of its own: closing it leaves jobs running.
 *
 * @example
 * const backend = createAwsBackend({ tables, store, workflow, region: 'eu-west-1' });
 * const job = await backend.jobs.submit({ corpusId, recipe, idempotencyKey: 'nightly', datasetName: 'docs' });
 * for await (const record of backend.jobs.records(job.id)) console.log(record.id);
 */
export function createAwsBackend(parts: PlatformParts): Backend {
  return {
    specificationVersion: 1,
    name: 'aws',
    corpora: createCorpora(parts),
    jobs: createJobs(parts),
    datasets: createDatasets(parts),
    close: () => Promise.resolve(),
  };
}
