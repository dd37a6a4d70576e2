import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { MAX_INLINE_SHARDS, WORKER_FUNCTIONS, type ShardReference } from '@dsgen/backend-aws/names';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { workflowDefinition } from './definition.ts';
import { openMotoPlatform, type AnswerFunction, type MotoPlatform } from './fixtures/moto-platform.ts';
import { LAMBDA_ONLY } from './fixtures/targets.ts';
import type { StateMachine } from './states.ts';

const SHARDS = 3 * MAX_INLINE_SHARDS;
const KEY = 'runs/acme/job1/1/lanes/fast.json';
const job = { tenant: 'acme', jobId: 'job1', epoch: 1 } as const;
const shards: readonly ShardReference[] = Array.from({ length: SHARDS }, (_, shard) => ({
  ...job,
  lane: 'fast',
  shard,
}));
const nothing = { shards: 0, arraySize: 0, bucket: 'data', key: '', inline: [], isInline: true };
const lanes = {
  fast: { ...nothing, shards: SHARDS, key: KEY, isInline: false },
  standard: nothing,
  heavy: nothing,
};

/*
 * moto has the interpreter that really reads the list of shards from the bucket. Its map does not count failures and its writer
 * lists nothing, which the workflow does not rely on: shards write their own results, and `settle` looks for them.
 */
describeWithLab('the workflow with a lane too long for its state', ['moto'], (lab) => {
  let platform: MotoPlatform;
  let calls: Array<{ readonly name: string; readonly event: Readonly<Record<string, unknown>> }>;
  let fails: (event: Readonly<Record<string, unknown>>) => boolean;

  function answer(...[name, event]: Parameters<AnswerFunction>): unknown {
    calls.push({ name, event });
    if (name === 'plan') return { ...job, lanes };
    if (name === 'settle') return { ...job, lanes, verdict: 'complete', assembleOn: 'lambda', quarantined: 0 };
    if (name === 'process' && fails(event)) throw new Error('the shard is broken');
    return event;
  }

  beforeAll(async () => {
    platform = await openMotoPlatform(lab().services.moto, { bucket: 'data', answer });
    await platform.putObject(KEY, JSON.stringify(shards));
  });
  beforeEach(() => {
    calls = [];
    fails = () => false;
  });
  afterAll(() => platform.close());

  /** moto's account differs from that of the other tests. */
  const functionArns = Object.fromEntries(
    WORKER_FUNCTIONS.map((name) => [name, `arn:aws:lambda:us-east-1:123456789012:function:${name}`]),
  ) as typeof LAMBDA_ONLY.functionArns;
  const deployed = workflowDefinition({ ...LAMBDA_ONLY, functionArns, fastConcurrency: 8 });
  /** Children are standard here: moto's grammar has no Express ones. All else is what is deployed. */
  const definition = JSON.parse(JSON.stringify(deployed).replaceAll('"EXPRESS"', '"STANDARD"')) as StateMachine;

  function processed(): readonly number[] {
    const events = calls.filter(({ name }) => name === 'process').map(({ event }) => event);
    return events.map(({ shard }) => Number(shard)).toSorted((a, b) => a - b);
  }

  it('gives every shard of the list in the bucket to one call of the function, and goes on to the end', async () => {
    const { status, mapRuns } = await platform.run(definition, job);
    expect(status).toBe('SUCCEEDED');
    expect(processed()).toEqual(shards.map(({ shard }) => shard));
    expect(calls.find(({ name }) => name === 'process')?.event).toMatchObject({ ...job, lane: 'fast' });
    expect(mapRuns).toMatchObject([{ itemCounts: { total: SHARDS, succeeded: SHARDS } }]);
    const steps = calls.map(({ name }) => name).filter((name) => name !== 'process');
    expect(steps).toEqual(['claim', 'plan', 'settle', 'assemble', 'publish', 'finalize']);
  });

  it('goes on when shards fail, and leaves them to settle', async () => {
    fails = ({ shard }) => Number(shard) % 10 === 0;
    const { status } = await platform.run(definition, job);
    expect(status).toBe('SUCCEEDED');
    expect(processed()).toEqual(shards.map(({ shard }) => shard));
    expect(calls.at(-1)?.name).toBe('finalize');
    expect(calls.at(-1)?.event).not.toHaveProperty('error');
  });

  it('goes on without the lane when its list is not in the bucket', async () => {
    const gone = { ...lanes, fast: { ...lanes.fast, key: 'runs/gone.json' } };
    const states = {
      ...definition.States,
      Plan: { Type: 'Pass', Result: { lanes: gone }, ResultPath: '$.plan', Next: 'Lanes' },
    };
    const { status } = await platform.run({ ...definition, States: states as typeof definition.States }, job);
    expect(status).toBe('SUCCEEDED');
    expect(processed()).toEqual([]);
    expect(calls.some(({ name }) => name === 'settle')).toBe(true);
  });
});
