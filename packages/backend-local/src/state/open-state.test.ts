import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSqlite } from './load-sqlite.ts';
import { openState } from './open-state.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-state-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('openState', () => {
  it('remembers from one opening to the next', async () => {
    const first = await openState(folder);
    first.fileFacts.put('/docs/a.md', 'fingerprint', 'hash');
    first.close();
    const second = await openState(folder);
    expect(second.fileFacts.documentId('/docs/a.md', 'fingerprint')).toBe('hash');
    expect(second.fileFacts.documentId('/docs/a.md', 'another')).toBeUndefined();
    second.close();
  });

  it('says what to do about a damaged file', async () => {
    await writeFile(join(folder, 'state.sqlite'), 'This is no database, whatever its name says.'.repeat(100));
    await expect(openState(folder)).rejects.toThrow(
      expect.objectContaining({ code: 'state-damaged', fix: expect.stringContaining('Delete state.sqlite') as string }),
    );
  });

  it('leaves the state of a newer dsgen alone', async () => {
    (await openState(folder)).close();
    const { DatabaseSync } = loadSqlite();
    const database = new DatabaseSync(join(folder, 'state.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openState(folder)).rejects.toThrow(expect.objectContaining({ code: 'state-too-new' }));
  });

  it('is opened by many processes at once, also when it is new', async () => {
    const stores = Array.from({ length: 10 }, (_, index) => join(folder, String(index)));
    await Promise.all(stores.map((store) => mkdir(store)));
    const module = new URL('./open-state.ts', import.meta.url).href;
    const program = `
      const { openState } = await import(${JSON.stringify(module)});
      for (const [index, store] of ${JSON.stringify(stores)}.entries()) {
        while (Date.now() < ${Date.now() + 1_500} + index * 20);
        (await openState(store)).close();
      }
    `;
    const run = promisify(execFile);
    const opened = Array.from({ length: 4 }, () => run(process.execPath, ['--input-type=module', '--eval', program]));
    expect((await Promise.all(opened)).map(({ stderr }) => stderr)).toEqual(['', '', '', '']);
  });

  it('numbers the events of each job from 1', async () => {
    const state = await openState(folder);
    const sequences = ['a', 'b', 'a', 'a'].map(
      (job) => state.events.append(job, { type: 'document-start', path: 'x' }).sequence,
    );
    expect(sequences).toEqual([1, 1, 2, 3]);
    expect(state.events.after('a', 1, 1)).toEqual([{ sequence: 2, type: 'document-start', path: 'x' }]);
    state.close();
  });

  it('gives more entries than fit in one page, in code unit order', async () => {
    const state = await openState(folder);
    const paths = Array.from({ length: 1203 }, (_, index) => `document-${index}`).concat('\u{1f600}', '\uffee');
    const entries = paths.map((path) => ({ path, bytes: 1 }));
    state.entries.put('corpus', 0, entries);
    state.entries.sort('corpus');
    expect(Array.from(state.entries.all('corpus'), ({ path }) => path)).toEqual(paths.toSorted());
    expect(state.entries.sums('corpus')).toEqual({ documents: paths.length, bytes: paths.length });
    state.entries.deleteUnowned();
    expect([...state.entries.all('corpus')]).toEqual([]);
    state.close();
  });
});

describe('loadSqlite', () => {
  it('says nothing, and holds back no other warning', () => {
    const module = new URL('./load-sqlite.ts', import.meta.url).href;
    const program = `
      const { loadSqlite } = await import(${JSON.stringify(module)});
      new (loadSqlite().DatabaseSync)(':memory:').close();
      process.emitWarning('something else');
    `;
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
    expect(stderr).not.toContain('SQLite');
    expect(stderr).toContain('something else');
  });
});
