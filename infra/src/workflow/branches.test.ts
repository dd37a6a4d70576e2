import { describe, expect, test } from 'vitest';
import { workflowDefinition } from './definition.ts';
import { named, namesOf, partsOf, runWorkflow, withoutCatch, type Answer } from './fixtures/run-workflow.ts';
import { WITH_SPARK } from './fixtures/targets.ts';
import type { State, StateMachine } from './states.ts';

/**
 * Every Retry, Catch and Choice of the largest definition, by an interpreter that keeps to the language. The smaller ones are
 * made of the same functions.
 */
const definition = workflowDefinition(WITH_SPARK);
const states = collect(definition);

function collect({ States }: StateMachine): Map<string, State> {
  return new Map(
    Object.entries(States).flatMap(([name, state]) => [
      [name, state] as [string, State],
      ...partsOf(state).flatMap((part) => [...collect(part)]),
    ]),
  );
}

const shard = { tenant: 'acme', jobId: 'job1', epoch: 1, lane: 'fast', shard: 0 };
const nothing = { shards: 0, arraySize: 0, bucket: 'data', key: 'lane.json', inline: [], isInline: true };
const inline = { ...nothing, shards: 1, inline: [shard] };
const distributed = { ...inline, shards: 1_000, isInline: false };
const array = { ...nothing, shards: 3, arraySize: 3 };
const massive = { ...array, shards: 2_000, arraySize: 2_000 };

interface Situation {
  readonly fast?: unknown;
  readonly standard?: unknown;
  readonly heavy?: unknown;
  readonly assembleOn?: 'lambda' | 'batch';
  /** Rounds that leave something. */
  readonly again?: number;
}

/** Answers of the steps for a job with these lanes. */
function job({ fast = nothing, standard = nothing, heavy = nothing, ...rest }: Situation): Record<string, Answer> {
  const lanes = { fast, standard, heavy };
  let { again = 0 } = rest;
  return {
    Plan: () => ({ Payload: { lanes } }),
    Settle: () => ({
      Payload: {
        verdict: again-- > 0 ? 'again' : 'complete',
        lanes,
        assembleOn: rest.assembleOn ?? 'lambda',
        quarantined: 0,
      },
    }),
  };
}

/** A job in which the state is entered, by the name of the state. */
const ON_THE_WAY: Readonly<Record<string, Situation>> = {
  InlineShard: { fast: inline },
  FastInline: { fast: inline },
  DistributedShard: { fast: distributed },
  FastDistributed: { fast: distributed },
  StandardOnSpot: { standard: array },
  StandardOnDemand: { standard: array },
  HeavyOnSpot: { heavy: array },
  HeavyOnDemand: { heavy: array },
  HeavyOnSpark: { heavy: massive },
  AssembleOnBatch: { assembleOn: 'batch' },
};
/** What must fail first for the state to be entered. */
const AFTER_FAILURE: Readonly<Record<string, string>> = {
  StandardOnDemand: 'StandardOnSpot',
  HeavyOnDemand: 'HeavyOnSpot',
};

function onTheWay(name: string): Record<string, Answer> {
  const first = AFTER_FAILURE[name];
  return { ...job(ON_THE_WAY[name] ?? {}), ...(first === undefined ? {} : { [first]: fail('Batch.JobFailed') }) };
}

function fail(error: string): Answer {
  return () => {
    throw named(error, 'told by the test');
  };
}

/** Throws so often, then answers as before. */
function failTimes(times: number, error: string, answer: Answer | undefined): Answer {
  let left = times;
  return (input) => {
    if (left-- > 0) throw named(error);
    return answer?.(input) ?? {};
  };
}

const entered = new Set<string>();
async function run(answers: Record<string, Answer>, machine = definition): ReturnType<typeof runWorkflow> {
  const result = await runWorkflow(machine, answers);
  let before = '';
  for (const name of result.entered) {
    entered.add(name);
    entered.add(`${before} → ${name}`);
    before = name;
  }
  return result;
}

function timesEntered(names: readonly string[], name: string): number {
  return names.filter((other) => other === name).length;
}

describe('ways through the workflow', () => {
  test('a corpus without work goes straight to the assembly', async () => {
    const { entered: names, output } = await run(job({}));
    expect(names.slice(0, 3)).toEqual(['Claim', 'Plan', 'Lanes']);
    expect(names.slice(-9)).toEqual([
      'Settle',
      'IsSettled',
      'AssembleWhere',
      'AssembleOnLambda',
      'Publish',
      'Notify',
      'Finalize',
      'Outcome',
      'Done',
    ]);
    expect(output).not.toHaveProperty('error');
  });

  test.each([
    ['few shards run in the execution itself', { fast: inline }, 'InlineShard'],
    ['many shards run as children', { fast: distributed }, 'DistributedShard'],
    ['longer shards run on Spot capacity', { standard: array }, 'StandardOnSpot'],
    ['the longest shards run on Spot capacity', { heavy: array }, 'HeavyOnSpot'],
    ['a massive lane runs on Spark', { heavy: massive }, 'HeavyOnSpark'],
    ['a large dataset is assembled in a container', { assembleOn: 'batch' }, 'AssembleOnBatch'],
  ] as const)('%s', async (_, situation, name) => {
    const { entered: names } = await run(job(situation));
    expect(names).toContain(name);
    expect(names.at(-1)).toBe('Done');
  });

  test('what is left runs again until settle is content', async () => {
    const { entered: names } = await run(job({ fast: inline, again: 2 }));
    expect(timesEntered(names, 'NextRound')).toBe(2);
    expect(timesEntered(names, 'InlineShard')).toBe(3);
    expect(names.at(-1)).toBe('Done');
  });

  test('shards get the job and their number, and nothing else travels', async () => {
    const seen: unknown[] = [];
    await run({ ...job({ fast: inline }), InlineShard: (input) => void seen.push(input) });
    expect(seen).toEqual([expect.objectContaining({ Payload: shard })]);
  });

  test('array jobs get the size of their lane', async () => {
    const seen: unknown[] = [];
    await run({ ...job({ standard: array }), StandardOnSpot: (input) => void seen.push(input) });
    expect(seen).toEqual([expect.objectContaining({ ArrayProperties: { Size: 3 }, JobName: 'dsgen-job1-1-standard' })]);
  });

  test('finalize gets the job and what was caught', async () => {
    const seen: Readonly<Record<string, unknown>>[] = [];
    await run({ ...job({}), Publish: fail('Boom'), Finalize: (input) => void seen.push(input) });
    expect(seen).toEqual([
      {
        FunctionName: expect.any(String),
        Payload: expect.objectContaining({ jobId: 'job1', error: { Error: 'Boom', Cause: 'told by the test' } }),
      },
    ]);
  });
});

const tasks = [...states].filter(([, { Type }]) => Type === 'Task');
const caught = tasks.flatMap(([name, state]) =>
  'Catch' in state ? (state.Catch ?? []).map(({ Next }) => [name, Next] as const) : [],
);

describe('what a state catches', () => {
  test.each(caught)('%s, when it fails for good, goes to %s', async (name, next) => {
    const { entered: names } = await run({ ...onTheWay(name), [name]: fail('Boom') });
    expect(names.lastIndexOf(next)).toBeGreaterThan(names.indexOf(name));
    expect(names).toContain('Finalize');
    const isTolerated = !['Finalize', 'Failed'].includes(next) || name === 'Notify';
    expect(names.at(-1)).toBe(isTolerated ? 'Done' : 'Failed');
  });

  test.each([
    ['FastInline', 'InlineShard', inline],
    ['FastDistributed', 'DistributedShard', distributed],
  ])('%s, when it cannot run, leaves its shards to settle', async (_, inside, fast) => {
    const { entered: names } = await run(
      { ...job({ fast }), [inside]: fail('States.ItemReaderFailed') },
      withoutCatch(definition, inside),
    );
    expect(names).toContain('FastEnd');
    expect(names.at(-1)).toBe('Done');
  });

  test('Lanes, when a lane breaks, goes to Finalize', async () => {
    const { entered: names } = await run(
      { ...job({ heavy: massive }), HeavyOnSpark: fail('Boom') },
      withoutCatch(definition, 'HeavyOnSpark'),
    );
    expect(names.slice(-3)).toEqual(['Outcome', 'WhichError', 'Failed']);
  });

  test('what no state can catch ends the execution: the event rule calls finalize then', async () => {
    const { entered: names, failure } = await run({ ...job({}), Plan: () => ({ Payload: {} }) });
    expect(names).toEqual(['Claim', 'Plan']);
    expect(failure?.message).toContain('$.Payload.lanes');
  });
});

const retried = tasks.flatMap(([name, state]) =>
  'Retry' in state
    ? (state.Retry ?? []).flatMap(({ ErrorEquals, MaxAttempts }) =>
        ErrorEquals.map((error) => [name, error, MaxAttempts] as const),
      )
    : [],
);
/** `States.TaskFailed` and `States.ALL` stand for errors of any other name. */
function thrownAs(error: string): string {
  return error === 'States.TaskFailed' || error === 'States.ALL' ? 'Anything' : error;
}

describe('what a state tries again', () => {
  test.each(retried)('%s after %s, %i times', async (name, error, attempts) => {
    const way = onTheWay(name);
    const { entered: names } = await run({ ...way, [name]: failTimes(attempts, thrownAs(error), way[name]) });
    expect(names.at(-1)).toBe('Done');

    const beyond = { ...onTheWay(name), [name]: fail(thrownAs(error)) };
    let calls = 0;
    await run({ ...beyond, [name]: (input) => (calls++, beyond[name]?.(input)) });
    expect(calls).toBe(attempts + 1);
  });
});

describe('what a map tries again', () => {
  test.each([
    ['FastInline', 'InlineShard', inline],
    ['FastDistributed', 'DistributedShard', distributed],
  ])('%s', async (name, inside, fast) => {
    const state = states.get(name);
    const [retry] = state !== undefined && 'Retry' in state ? (state.Retry ?? []) : [];
    if (retry === undefined) throw new Error(`${name} tries nothing again`);
    for (const error of retry.ErrorEquals) {
      const answers = { ...job({ fast }), [inside]: failTimes(retry.MaxAttempts, error, undefined) };
      const { entered: names } = await run(answers, withoutCatch(definition, inside));
      expect(timesEntered(names, inside)).toBe(retry.MaxAttempts + 1);
      expect(names.at(-1)).toBe('Done');
    }
  });
});

describe('how a job ends', () => {
  test.each([
    ['EpochSuperseded', 'Superseded'],
    ['JobCancelled', 'Cancelled'],
    ['Boom', 'Failed'],
  ])('%s ends as %s, after finalize', async (error, end) => {
    const { entered: names, failure } = await run({ ...job({}), Publish: fail(error) });
    expect(names.slice(-3)).toEqual(['Outcome', 'WhichError', end]);
    expect(failure === undefined).toBe(end !== 'Failed');
  });

  test('a superseded or cancelled job is not tried again', async () => {
    for (const error of ['EpochSuperseded', 'JobCancelled']) {
      const { entered: names } = await run({ ...job({}), Claim: fail(error) });
      expect(timesEntered(names, 'Claim')).toBe(1);
    }
  });
});

test('no state and no branch of a choice was left out', () => {
  expect([...states.keys()].filter((name) => !entered.has(name))).toEqual([]);
  const branches = [...states].flatMap(([name, state]) =>
    state.Type === 'Choice'
      ? [...state.Choices.map(({ Next }) => Next), state.Default].map((next) => `${name} → ${next}`)
      : [],
  );
  // States of parallel branches interleave, so there the target alone is looked for.
  expect(branches.filter((branch) => !entered.has(branch) && !entered.has(branch.split(' → ')[1] ?? ''))).toEqual([]);
  expect(namesOf(definition, () => true)).toHaveLength(states.size);
});
