import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHost } from './host.ts';

test('a store that a killed process left has what it noted at once, and nothing half-written', async () => {
  const store = await mkdtemp(join(tmpdir(), 'dsgen-host-'));
  (await openHost({ store })).close();
  const temporaryFolder = join(store, 'temporary');
  await writeFile(join(temporaryFolder, 'killed.notes'), `\n${JSON.stringify(['silver/call@1/a/b', btoa('paid')])}`);
  await writeFile(join(temporaryFolder, 'half-written'), 'pa');
  const host = await openHost({ store });
  expect(new TextDecoder().decode(await host.artefacts.get('silver/call@1/a/b'))).toBe('paid');
  expect(await readdir(temporaryFolder)).toEqual([]);
  host.close();
  await rm(store, { recursive: true });
});
