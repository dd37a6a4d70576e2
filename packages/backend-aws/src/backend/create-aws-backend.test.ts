import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { resolveRecipe } from '@dsgen/engine';
import { createMemoryArtefactStore } from '@dsgen/testkit';
import { backendConformance } from '@dsgen/testkit/conformance';
import { createAwsBackend } from './create-aws-backend.ts';
import { createTables, inProcess } from './fixtures/platform.ts';

describeWithLab('the AWS back end on tables of an emulator', ['ministack'], (lab) => {
  backendConformance({
    name: 'aws, workflow in this process',
    abilities: ['read'],
    async create() {
      const { tables, destroy } = await createTables(lab().services.ministack);
      const store = createMemoryArtefactStore();
      const scratchFolder = await mkdtemp(join(tmpdir(), 'dsgen-aws-'));
      const region = 'us-east-1';
      const { workflow, ended } = inProcess({
        tables,
        store,
        region,
        scratchFolder,
        bucket: 'memory',
        objectKey: (key) => key,
        concurrency: 1,
        hasBatch: false,
      });
      return {
        backend: createAwsBackend({ tables, store, workflow, region, pollMs: 20 }),
        recipe: resolveRecipe({ tasks: ['qa'], generate: { allPatterns: true } }),
        async dispose() {
          await ended();
          destroy();
          await rm(scratchFolder, { recursive: true });
        },
      };
    },
  });
});
