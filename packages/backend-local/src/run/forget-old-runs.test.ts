import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { resolveRecipe } from '@dsgen/engine';
import { expect, it } from 'vitest';
import { openHost } from '../host.ts';
import { forgetOldRuns } from './forget-old-runs.ts';
import { recordLogPath } from './record-log-path.ts';

it('keeps events and records of the latest jobs and of those under way, and the list of all', async () => {
  const store = await mkdtemp(join(tmpdir(), 'dsgen-forget-'));
  const host = await openHost({ store });
  for (let index = 1; index <= 25; index += 1) {
    const id = `job-${String(index).padStart(2, '0')}`;
    const state = index === 2 ? 'running' : 'done';
    const recipe = resolveRecipe({});
    host.state.jobs.insert({ id, state, corpusId: 'corpus', recipe, datasetName: 'x', destination: `/nowhere/${id}` });
    host.state.events.append(id, { type: 'job-start', jobId: id, resumed: false });
    await mkdir(dirname(recordLogPath(store, id)), { recursive: true });
    await writeFile(recordLogPath(store, id), '');
  }
  await forgetOldRuns(host);
  const jobs = host.state.jobs.list();
  const withEvents = jobs.filter(({ id }) => host.state.events.after(id, 0, 1).length > 0).map(({ id }) => id);
  expect(jobs).toHaveLength(25);
  expect(withEvents).toHaveLength(21);
  expect(withEvents.slice(0, 2)).toEqual(['job-02', 'job-06']);
  expect((await readdir(join(store, 'runs'))).toSorted()).toEqual(withEvents);
  host.close();
  await rm(store, { recursive: true });
});
