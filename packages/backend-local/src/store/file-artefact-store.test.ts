import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artefactStoreConformance } from '@dsgen/testkit';
import { expect, it } from 'vitest';
import { createFileArtefactStore } from './file-artefact-store.ts';

async function createHarness() {
  const root = await mkdtemp(join(tmpdir(), 'dsgen-artefacts-'));
  const store = await createFileArtefactStore({
    folder: join(root, 'artefacts'),
    temporaryFolder: join(root, 'temporary'),
  });
  return { root, store, dispose: () => rm(root, { recursive: true }) };
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  throw new Error('the source broke');
}

artefactStoreConformance({ name: 'files', create: createHarness });

it('leaves no temporary file behind, whether a write succeeds, finds the key taken or breaks off', async () => {
  const { root, store, dispose } = await createHarness();
  await store.put('a/1', new Uint8Array(10));
  await store.put('a/1', new Uint8Array(10), { ifAbsent: true });
  await expect(store.put('a/2', broken())).rejects.toThrow('the source broke');
  expect(await readdir(join(root, 'temporary'))).toEqual([]);
  await dispose();
});

it('says where an artefact is, for readers in other threads', async () => {
  const { root, store, dispose } = await createHarness();
  expect(store.pathOf('silver/x')).toBe(join(root, 'artefacts', 'silver/x'));
  await dispose();
});

it('says what to do when its folder is deleted while it is used', async () => {
  const { root, store } = await createHarness();
  await rm(root, { recursive: true });
  await expect(store.put('a/1', new Uint8Array(10))).rejects.toMatchObject({
    code: 'file-gone',
    name: 'BackendError',
    fix: expect.stringContaining('in place') as string,
  });
});
