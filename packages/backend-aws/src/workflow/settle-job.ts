import { describePlan } from './plan-job.ts';
import { readOwnJob } from './own-job.ts';
import { resultPrefix, settleKey, shardPrefix, type JobReference, type SettleResult, type WorkLane } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/** Rounds after which shards without a result are left as they are: their documents then read as crashed. */
const MAX_ROUNDS = 3;
/** A corpus of more shards is assembled in a container, which has no time limit. */
const MOST_SHARDS_OF_A_FUNCTION = 200;

/** Finds the shards that gave no result, and says whether they get another round. */
export async function settleJob(reference: JobReference, context: WorkflowContext): Promise<SettleResult> {
  await readOwnJob(reference, context);
  const { store, hasBatch } = context;
  const planned = await namesBelow(shardPrefix(reference), context);
  const results = new Set(await namesBelow(resultPrefix(reference), context));
  const missing = planned.filter((name) => !results.has(name));
  const round = (await namesBelow(settleKey(reference, ''), context)).length + 1;
  await store.put(settleKey(reference, String(round)), Buffer.from(JSON.stringify(missing)));
  const isComplete = missing.length === 0 || round >= MAX_ROUNDS;
  const plan = await describePlan(reference, byLane(isComplete ? [] : missing), context);
  return {
    ...plan,
    verdict: isComplete ? 'complete' : 'again',
    assembleOn: hasBatch && planned.length > MOST_SHARDS_OF_A_FUNCTION ? 'batch' : 'lambda',
    quarantined: isComplete ? missing.length : 0,
  };
}

/** Names such as `fast-00003.json`. */
async function namesBelow(prefix: string, { store }: WorkflowContext): Promise<string[]> {
  const names: string[] = [];
  for await (const { key } of store.list(prefix)) names.push(key.slice(prefix.length));
  return names;
}

function byLane(names: readonly string[]): Record<WorkLane, number[]> {
  const numbers: Record<WorkLane, number[]> = { fast: [], standard: [], heavy: [] };
  for (const name of names) {
    const [lane, shard = ''] = name.split('-');
    numbers[lane as WorkLane].push(Number.parseInt(shard, 10));
  }
  return numbers;
}
