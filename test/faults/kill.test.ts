import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { datasetHash } from '../support/dataset-hash.ts';
import { generate, hasStrace, killAfter, killAtCall, type Run } from '../support/faults.ts';

const handbook = fileURLToPath(new URL('../../examples/handbook', import.meta.url));
/** Every n-th call is enough to catch a slip; `DSGEN_EVERY_FAULT=1` tries all of them, as `npm run bench:faults` does. */
const CALLS = [
  { call: 'rename', step: 2 },
  { call: 'fsync', step: 7 },
  { call: 'write', step: 41 },
  { call: 'pwrite64', step: 23 },
];
const everyCall = process.env['DSGEN_EVERY_FAULT'] === '1';
const folder = mkdtempSync(join(tmpdir(), 'dsgen-kill-'));
const small = join(folder, 'small');
let expected: string;
let expectedSmall: string;

function freshRun(name: string, corpus = handbook, concurrency = 2): Run {
  const own = join(folder, name);
  mkdirSync(own, { recursive: true });
  return { corpus, store: join(own, 'store'), out: join(own, 'dataset'), concurrency };
}

function finish(run: Run): string {
  const { status, stderr } = generate(run);
  expect(status, stderr).toBe(0);
  return datasetHash(run.out);
}

beforeAll(() => {
  for (const file of ['welcome.md', 'leave/sick-leave.html', 'travel/expenses.docx']) {
    cpSync(join(handbook, file), join(small, file));
  }
  expected = finish(freshRun('expected'));
  expectedSmall = finish(freshRun('expected-small', small));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a dataset is a function of documents, recipe and seed', () => {
  it.each([1, 2, 8])('has the same bytes with concurrency %i', (concurrency) => {
    expect(finish(freshRun(`concurrency-${concurrency}`, handbook, concurrency))).toBe(expected);
  });

  it('has the same bytes when it is made again over itself', () => {
    const run = freshRun('again');
    expect(finish(run)).toBe(expected);
    expect(finish(run)).toBe(expected);
  });
});

describe('a run that is killed', () => {
  // Spread over a whole run; a delay beyond its end just makes an uninterrupted one.
  it.each([150, 300, 450, 600, 750, 900, 1100, 1300, 1600, 2000])(
    'after %i ms is continued to the same bytes',
    async (delayMs) => {
      const run = freshRun(`random-${delayMs}`);
      await killAfter(run, delayMs);
      expect(finish(run)).toBe(expected);
    },
  );

  it('again and again makes progress and ends with the same bytes', async () => {
    const run = freshRun('again-and-again');
    for (const delayMs of [500, 700, 900]) await killAfter(run, delayMs);
    expect(finish(run)).toBe(expected);
  });

  it.runIf(hasStrace).each(CALLS)('at $call is continued to the same bytes', ({ call, step }) => {
    let kills = 0;
    for (let count = 1; count < 10_000; count += everyCall ? 1 : step) {
      const run = freshRun(`${call}-${count}`, small);
      if (!killAtCall(run, call, count)) break;
      kills += 1;
      expect(finish(run), `killed at ${call} number ${count}`).toBe(expectedSmall);
      rmSync(join(run.out, '..'), { recursive: true });
    }
    expect(kills).toBeGreaterThan(3);
    console.log(`killed at ${kills} calls of ${call}`);
  });
});
