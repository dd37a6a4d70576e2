import { createMemoryArtefactStore, startModelServer, type ServerFault } from '@dsgen/testkit';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createModelClient } from '../create-model-client.ts';
import type { ModelRequest } from '../model-client.ts';
import { hurriedClock } from '../fixtures/hurried-clock.ts';
import { Budget } from './budget.ts';
import { costOf } from './price.ts';

const NEVER = new AbortController().signal;
const PRICE = { input: 2_000, output: 8_000 };
/** Faults after which the model has worked, or may have. */
const FAULTS: readonly ServerFault[] = [
  'reset',
  'truncated',
  'broken-body',
  'server-error',
  'rate-limited',
  'malformed-json',
];

const runs = fc.record({
  budgetUsd: fc.double({ min: 0.01, max: 12, noNaN: true }),
  calls: fc.integer({ min: 1, max: 14 }),
  maxOutputTokens: fc.integer({ min: 1, max: 120 }),
  answerLength: fc.integer({ min: 0, max: 600 }),
  maxConcurrency: fc.integer({ min: 1, max: 8 }),
  faults: fc.subarray([...FAULTS]),
  seed: fc.nat(),
});

test(
  'a thousand runs never spend a cent more than their budget, and every call ends in one state',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        runs,
        async ({ budgetUsd, calls, maxOutputTokens, answerLength, maxConcurrency, faults, seed }) => {
          const server = await startModelServer({
            answer: () => 'x'.repeat(answerLength),
            faults: Object.fromEntries(faults.map((fault) => [fault, 0.06])),
            seed,
          });
          const client = createModelClient({
            store: createMemoryArtefactStore(),
            environment: {},
            baseUrl: server.baseUrl,
            clock: hurriedClock(2_000),
            timeoutMs: 100_000_000,
            price: PRICE,
            budgetUsd,
            limits: { maxConcurrency },
            seed,
          });
          const answers = await Promise.all(
            Array.from({ length: calls }, (_, index) =>
              client.complete({
                model: 'openai-compatible/m',
                messages: [{ role: 'user', content: `Question ${index}` }],
                maxOutputTokens,
                purpose: 'test',
              }),
            ),
          );
          const charged = costOf(server.statistics(), PRICE);
          const { spentUsd, atRiskUsd, states } = client.totals();
          await client.close();
          await server.close();
          expect(charged).toBeLessThanOrEqual(budgetUsd + 1e-6);
          expect(charged).toBeLessThanOrEqual(spentUsd + atRiskUsd + 1e-6);
          expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(calls);
          const paid = answers.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
          expect(paid).toBeCloseTo(spentUsd, 6);
        },
      ),
      { numRuns: 1_000 },
    );
  },
);

test('a call that does not fit now waits for those under way and uses what they leave', async () => {
  const budget = new Budget(10);
  const first = await budget.reserve(9, NEVER);
  const second = budget.reserve(8, NEVER);
  first?.settle(1);
  const granted = await second;
  expect(granted).toBeDefined();
  granted?.settle(2);
  expect(budget.spentUsd).toBe(3);
});

test('a call that can never fit is refused at once', async () => {
  const budget = new Budget(10, 4);
  expect(await budget.reserve(6.01, NEVER)).toBeUndefined();
  const first = await budget.reserve(6, NEVER);
  first?.lose();
  expect(await budget.reserve(0.01, NEVER)).toBeUndefined();
  expect([budget.spentUsd, budget.atRiskUsd]).toEqual([4, 6]);
});

test('a budget of nothing allows what costs nothing', async () => {
  const budget = new Budget(0);
  expect(await budget.reserve(0, NEVER)).toBeDefined();
  expect(await budget.reserve(0.0001, NEVER)).toBeUndefined();
});

test('a job that is killed again and again keeps to its budget', async () => {
  const server = await startModelServer({ answer: () => 'x'.repeat(400) });
  const store = createMemoryArtefactStore();
  const budgetUsd = 10;
  let spentUsd = 0;
  const states = new Set<string>();
  for (let run = 0; run < 12; run += 1) {
    // Never closed, as when the process is killed.
    const client = createModelClient({
      store,
      environment: {},
      baseUrl: server.baseUrl,
      price: PRICE,
      budgetUsd,
      spentUsd,
      rememberSpentUsd(usd) {
        spentUsd = usd;
      },
    });
    for (const index of [0, 1]) states.add((await client.complete(question(`${run}.${index}`))).state);
  }
  expect(costOf(server.statistics(), PRICE)).toBeLessThanOrEqual(budgetUsd);
  expect(states).toEqual(new Set(['done', 'over-budget']));
  await server.close();
});

test('a run that ends in order remembers what it spent, to the cent', async () => {
  const server = await startModelServer({ answer: () => 'four' });
  const marks: number[] = [];
  const client = createModelClient({
    store: createMemoryArtefactStore(),
    environment: {},
    baseUrl: server.baseUrl,
    price: { input: 1_000_000, output: 1_000_000 },
    budgetUsd: 500,
    spentUsd: 7,
    rememberSpentUsd: (usd) => void marks.push(usd),
  });
  await client.complete(question('Four'));
  await client.close();
  expect(marks.at(0)).toBeGreaterThan(100);
  expect(marks.at(-1)).toBe(9);
  await server.close();
});

function question(content: string): ModelRequest {
  return { model: 'openai-compatible/m', messages: [{ role: 'user', content }], maxOutputTokens: 110, purpose: 'test' };
}
