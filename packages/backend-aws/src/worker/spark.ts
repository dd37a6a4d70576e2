/**
 * The entry under Spark. `list` writes the shards of a lane, one JSON line each; without an argument such lines are read from
 * standard input, and the result of each shard is written as a line. A shard that fails ends the process with an error, so that
 * Spark tries its task again.
 */
import { createInterface } from 'node:readline';
import { CONTAINER_ENVIRONMENT, requireVariable } from '../names/environment.ts';
import { processShard } from '../workflow/process-shard.ts';
import type { ShardReference, WorkLane } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';
import { readLane } from './read-lane.ts';

if (process.argv[2] === 'list') await listShards();
else await processShards();

async function listShards(): Promise<void> {
  const job = {
    tenant: requireVariable(process.env, CONTAINER_ENVIRONMENT.tenant),
    jobId: requireVariable(process.env, CONTAINER_ENVIRONMENT.jobId),
    epoch: Number(requireVariable(process.env, CONTAINER_ENVIRONMENT.epoch)),
  };
  const lane = requireVariable(process.env, CONTAINER_ENVIRONMENT.lane) as WorkLane;
  for (const shard of await readLane(job, lane, openContext(job.tenant))) writeLine(shard);
}

async function processShards(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    const shard = JSON.parse(line) as ShardReference;
    writeLine(await processShard(shard, openContext(shard.tenant)));
  }
}

function writeLine(value: object): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
