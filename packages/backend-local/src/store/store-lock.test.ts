import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeStoreLock } from './store-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** A process that holds the lock until it is killed. */
async function holdElsewhere(): Promise<ChildProcess> {
  const program = new URL('./fixtures/hold-lock.ts', import.meta.url);
  const child = fork(program, [folder], { execArgv: [] });
  await once(child, 'message');
  return child;
}

async function owner(): Promise<number> {
  return Number(await readFile(join(folder, 'lock-owner'), 'utf8'));
}

describe('takeStoreLock', () => {
  it('names the process that holds the lock', async () => {
    const child = await holdElsewhere();
    await expect(takeStoreLock(folder, { waitMs: 0 })).rejects.toMatchObject({
      code: 'store-locked',
      message: expect.stringContaining(`process ${child.pid}`) as string,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('is free as soon as its process is killed', async () => {
    const child = await holdElsewhere();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeStoreLock(folder, { waitMs: 0 });
    expect(await owner()).toBe(process.pid);
    lock.release();
  });

  it('waits for another process when asked to', async () => {
    const child = await holdElsewhere();
    const taking = takeStoreLock(folder, { waitMs: 30_000 });
    expect(await owner()).toBe(child.pid);
    child.kill('SIGKILL');
    (await taking).release();
    expect(await owner()).toBe(process.pid);
  });

  it('excludes a second holder in the same process, until released', async () => {
    const lock = await takeStoreLock(folder, { waitMs: 0 });
    await expect(takeStoreLock(folder, { waitMs: 0 })).rejects.toMatchObject({ data: { pid: process.pid } });
    lock.release();
    (await takeStoreLock(folder, { waitMs: 0 })).release();
  });

  it('stops waiting when aborted', async () => {
    const lock = await takeStoreLock(folder, { waitMs: 0 });
    const signal = AbortSignal.timeout(20);
    await expect(takeStoreLock(folder, { waitMs: 60_000, signal })).rejects.toSatisfy(() => signal.aborted);
    lock.release();
  });
});
