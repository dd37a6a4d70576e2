import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { groundedAnswer, startModelServer } from '@dsgen/testkit';
import { expect, test } from 'vitest';
import { calibrateJudge } from './calibrate-judge.ts';
import { openHost } from './host.ts';

test('a calibration keeps answers in a store that it holds alone, and gives it back', async () => {
  const store = await mkdtemp(join(tmpdir(), 'dsgen-calibrate-'));
  const server = await startModelServer({ answer: groundedAnswer });
  const options = { model: 'openai-compatible/any', store, baseUrl: server.baseUrl, answers: 2, lockWaitMs: 0 };
  const other = await openHost({ store });
  await other.startWork();
  await expect(calibrateJudge(options)).rejects.toMatchObject({ code: 'store-locked' });
  other.close();
  const { answers, unanswered } = await calibrateJudge({ ...options, lockWaitMs: 20_000 });
  expect(answers + unanswered).toBe(2);
  const next = await openHost({ store, lockWaitMs: 20_000 });
  await next.startWork();
  next.close();
  await server.close();
  await rm(store, { recursive: true });
});
