import { resolveRecipe } from '@dsgen/engine';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { expect, test } from 'vitest';
import type { StoredJob } from '../ledger/stored-job.ts';
import { toJobInfo } from '../ledger/stored-job.ts';
import { measureWork } from './measure-work.ts';
import { resultKey, type ShardResult } from './steps.ts';

const ASSEMBLY = { assemblyMs: 40, datasetBytes: 5_000 };
const JOB: StoredJob = {
  id: 'job-1',
  state: 'done',
  corpusId: 'corpus-1',
  corpusName: 'handbook',
  recipe: resolveRecipe({}),
  datasetName: 'handbook',
  region: 'us-east-1',
  epochs: [
    { epoch: 1, eventBase: 0 },
    { epoch: 2, eventBase: 9 },
  ],
  isCancelRequested: false,
};

async function storeWith(results: ReadonlyArray<readonly [epoch: number, result: ShardResult]>) {
  const store = createMemoryArtefactStore();
  for (const [epoch, result] of results) {
    const key = resultKey({ tenant: 'default', jobId: JOB.id, epoch, lane: result.lane, shard: result.shard });
    await store.put(key, Buffer.from(JSON.stringify(result)));
  }
  return store;
}

test('time and artefacts are summed over all owners, documents are those of the last', async () => {
  const store = await storeWith([
    [1, { lane: 'fast', shard: 0, done: 8, refused: 2, workerMs: 700, bytes: 9_000, artefactBytes: 6_000 }],
    [2, { lane: 'fast', shard: 0, done: 8, refused: 2, workerMs: 30, bytes: 9_000, artefactBytes: 0 }],
    [2, { lane: 'standard', shard: 0, done: 1, refused: 0, workerMs: 5_000, bytes: 80_000, artefactBytes: 20_000 }],
  ]);
  expect(await measureWork(JOB, store, ASSEMBLY)).toEqual({
    documents: 11,
    bytes: 89_000,
    artefactBytes: 26_000,
    ...ASSEMBLY,
    lanes: {
      fast: { documents: 20, shards: 2, coreMs: 730 },
      // A container of the lane has two vCPUs, and both are billed.
      standard: { documents: 1, shards: 1, coreMs: 10_000 },
      heavy: { documents: 0, shards: 0, coreMs: 0 },
    },
  });
});

test('a job tells what its measured work costs, by stage; one that was not assembled tells no cost', async () => {
  const store = await storeWith([
    [2, { lane: 'fast', shard: 0, done: 8, refused: 2, workerMs: 1_500, bytes: 9_000, artefactBytes: 6_000 }],
  ]);
  const { cost } = toJobInfo({ ...JOB, work: await measureWork(JOB, store, ASSEMBLY) });
  const seconds = cost?.lines.find(({ stage, item }) => stage === 'process' && item === 'lambdaGigabyteSecond');
  // A call is counted with half a second beside its work.
  expect(seconds?.quantity).toBeCloseTo((1.5 + 0.5) * 1.769, 9);
  expect(new Set(cost?.lines.map(({ stage }) => stage))).toEqual(
    new Set(['upload', 'plan', 'process', 'assemble', 'store', 'deliver']),
  );
  expect(toJobInfo(JOB)).not.toHaveProperty('cost');
});
