import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { artefactStoreConformance } from '@dsgen/testkit/conformance';
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

it('has what was noted at once after a kill, and no note of what is safe', async () => {
  const { root, store, dispose } = await createHarness();
  const temporaryFolder = join(root, 'temporary');
  const written = store.put('a/1', new TextEncoder().encode('paid'), { noteAtOnce: true });
  // Nothing was awaited, here neither: a process that is killed now leaves these notes.
  const [notes = ''] = readdirSync(temporaryFolder).filter((name) => name.endsWith('.notes'));
  mkdirSync(join(root, 'left'));
  copyFileSync(join(temporaryFolder, notes), join(root, 'left', notes));
  expect(await written).toBe('written');
  expect(await readdir(temporaryFolder)).toEqual([]);
  const next = await createFileArtefactStore({ folder: join(root, 'other'), temporaryFolder: join(root, 'left') });
  await next.recover();
  expect(new TextDecoder().decode(await next.get('a/1'))).toBe('paid');
  await dispose();
});

it('recovers every whole note, leaves alone what is kept and passes over what was cut off', async () => {
  const { root, store, dispose } = await createHarness();
  await store.put('a/1', new Uint8Array([1]));
  const notes = ['', '["a/1","Ag=="]', '["a/2","Aw=="]', '["a/3","BA', '["a/4","BQ=="]', '\0\0\0'].join('\n');
  await writeFile(join(root, 'temporary', 'old.notes'), notes);
  await store.recover();
  const kept = await Promise.all(['a/1', 'a/2', 'a/3', 'a/4'].map((key) => store.get(key)));
  expect(kept.map((bytes) => bytes && [...bytes])).toEqual([[1], [3], undefined, [5]]);
  expect(await readdir(join(root, 'temporary'))).toEqual([]);
  await dispose();
});

it('notes any number of artefacts at once, and deletes the notes', async () => {
  const { root, store, dispose } = await createHarness();
  const body = new Uint8Array(30_000);
  await Promise.all(Array.from({ length: 40 }, (_, index) => store.put(`a/${index}`, body, { noteAtOnce: true })));
  expect(await Array.fromAsync(store.list('a/'))).toHaveLength(40);
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
