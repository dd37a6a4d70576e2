import { describe, expect, test } from 'vitest';
import { workflowDefinition } from './definition.ts';
import { namesOf, partsOf } from './fixtures/run-workflow.ts';
import { validateDefinition } from './fixtures/validate-definition.ts';
import { LAMBDA_ONLY, WITH_BATCH, WITH_SPARK } from './fixtures/targets.ts';
import type { State, StateMachine } from './states.ts';

const variants = [
  ['functions only', LAMBDA_ONLY],
  ['functions and AWS Batch', WITH_BATCH],
  ['functions, AWS Batch and Spark', WITH_SPARK],
] as const;

function nextOf(state: State): string[] {
  const next = 'Next' in state ? [state.Next] : [];
  const caught = 'Catch' in state ? (state.Catch ?? []).map(({ Next }) => Next) : [];
  const chosen = state.Type === 'Choice' ? [...state.Choices.map(({ Next }) => Next), state.Default] : [];
  return [...next, ...caught, ...chosen];
}

/** Whether every way from `name` to an end passes through `through`. */
function alwaysPasses({ States }: StateMachine, name: string, through: string, seen: readonly string[] = []): boolean {
  if (name === through || seen.includes(name)) return true;
  const state = States[name];
  const next = state === undefined ? [] : nextOf(state);
  return (
    next.length > 0 && next.every((target) => alwaysPasses({ StartAt: '', States }, target, through, [...seen, name]))
  );
}

function allStates(definition: StateMachine): [string, State][] {
  return Object.entries(definition.States).flatMap(([name, state]) => [
    [name, state] as [string, State],
    ...partsOf(state).flatMap(allStates),
  ]);
}

describe.each(variants)('the workflow with %s', (_, targets) => {
  const definition = workflowDefinition(targets);
  const text = JSON.stringify(definition);

  test('is accepted by the validator', () => {
    const result = validateDefinition(JSON.parse(text));
    expect(result.errors).toEqual([]);
    expect(result.isValid).toBe(true);
  });

  test('keeps to what every interpreter knows: JSONPath and our own shards', () => {
    for (const word of ['QueryLanguage', 'ItemBatcher', 'Arguments', 'Assign', '{%'])
      expect(text).not.toContain(`"${word}`);
  });

  test('passes through finalize on every way to an end', () => {
    expect(alwaysPasses(definition, 'Claim', 'Finalize')).toBe(true);
  });

  test('bounds every task in time and catches whatever it throws', () => {
    for (const [name, state] of allStates(definition)) {
      if (state.Type !== 'Task') continue;
      expect(state.TimeoutSeconds, name).toBeGreaterThan(0);
      expect(state.Catch?.at(-1)?.ErrorEquals, name).toEqual(['States.ALL']);
    }
  });

  test('names every state once, as Step Functions demands', () => {
    const names = namesOf(definition, () => true);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(80);
  });

  test('runs nothing in an Express child that waits for another service', () => {
    const distributed = allStates(definition).flatMap(([, state]) =>
      state.Type === 'Map' && state.ItemProcessor.ProcessorConfig['ExecutionType'] === 'EXPRESS' ? [state] : [],
    );
    expect(distributed).toHaveLength(1);
    for (const { ItemProcessor } of distributed)
      expect(JSON.stringify(ItemProcessor)).not.toMatch(/\.sync|waitForTaskToken/);
  });

  test('gives an Express child less time than the 300 s it lives', () => {
    const child = allStates(definition).find(([name]) => name === 'DistributedShard')?.[1];
    if (child?.Type !== 'Task') throw new Error('There is no DistributedShard');
    const waits = (child.Retry ?? []).map(({ IntervalSeconds = 1, BackoffRate = 2, MaxAttempts }) =>
      Array.from({ length: MaxAttempts }, (__, attempt) => IntervalSeconds * BackoffRate ** attempt).reduce(
        (a, b) => a + b,
        0,
      ),
    );
    expect(child.TimeoutSeconds + Math.max(...waits)).toBeLessThan(300);
  });
});

test('only what is deployed is called', () => {
  expect(JSON.stringify(workflowDefinition(LAMBDA_ONLY))).not.toContain('batch:');
  expect(JSON.stringify(workflowDefinition(WITH_BATCH))).not.toContain('emr-serverless');
});
