import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDestination, readManifest, recoverDestination } from './dataset-destination.ts';

let parent: string;
let target: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'dsgen-destination-'));
  target = join(parent, 'dataset');
});
afterEach(() => rm(parent, { recursive: true }));

async function writeDataset(folder: string, text: string): Promise<void> {
  await writeFile(join(folder, 'train.jsonl'), text);
  const manifest = { kind: 'dsgen/dataset', files: [{ name: 'train.jsonl' }, { name: 'trainers/axolotl.yaml' }] };
  await writeFile(join(folder, 'dataset.json'), JSON.stringify(manifest));
}

async function publishDataset(text: string): Promise<void> {
  const destination = await openDestination(target);
  await writeDataset(destination.folder, text);
  await destination.publish();
}

async function readRecords(): Promise<string> {
  return readFile(join(target, 'train.jsonl'), 'utf8');
}

/** The pid of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

async function unfinishedName(): Promise<string> {
  const destination = await openDestination(target);
  const [name = ''] = (await readdir(parent)).filter((entry) => entry.startsWith('.dsgen-'));
  await destination.discard();
  return name;
}

describe('openDestination', () => {
  it('makes missing parents, and nothing but the dataset stays', async () => {
    target = join(parent, 'a', 'b', 'dataset');
    await publishDataset('first');
    expect(await readRecords()).toBe('first');
    expect(await readdir(join(parent, 'a', 'b'))).toEqual(['dataset']);
  });

  it('shows nothing at the destination before the dataset is whole', async () => {
    const destination = await openDestination(target);
    await writeDataset(destination.folder, 'half');
    expect((await readdir(parent)).includes('dataset')).toBe(false);
    await destination.discard();
    expect(await readdir(parent)).toEqual([]);
  });

  it('replaces a dataset, and an empty folder', async () => {
    await mkdir(target);
    await publishDataset('first');
    await publishDataset('second');
    expect(await readRecords()).toBe('second');
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('refuses a folder with other files, and names them', async () => {
    await mkdir(target);
    await writeFile(join(target, 'thesis.docx'), 'years of work');
    await expect(openDestination(target)).rejects.toMatchObject({
      code: 'destination-exists',
      message: expect.stringContaining('"thesis.docx"') as string,
    });
    expect(await readdir(target)).toEqual(['thesis.docx']);
  });

  it('refuses a dataset to which somebody added files', async () => {
    await publishDataset('first');
    await writeFile(join(target, 'notes.txt'), 'mine');
    await expect(openDestination(target)).rejects.toMatchObject({
      code: 'destination-exists',
      data: { names: ['notes.txt'] },
    });
    expect(await readRecords()).toBe('first');
  });

  it('keeps files that appear at the destination while the dataset is being written', async () => {
    const destination = await openDestination(target);
    await writeDataset(destination.folder, 'new');
    await mkdir(target);
    await writeFile(join(target, 'thesis.docx'), 'years of work');
    await expect(destination.publish()).rejects.toMatchObject({ code: 'destination-exists' });
    expect(await readdir(target)).toEqual(['thesis.docx']);
  });

  it('refuses a destination that is a file', async () => {
    await writeFile(target, '');
    await expect(openDestination(target)).rejects.toMatchObject({ code: 'destination-not-a-folder' });
  });

  it('refuses a destination that a running process is writing, and names the process', async () => {
    const name = (await unfinishedName()).replace(String(process.pid), String(process.ppid));
    await mkdir(join(parent, name));
    await expect(openDestination(target)).rejects.toMatchObject({
      code: 'destination-busy',
      data: { pid: process.ppid },
    });
  });

  it('says what to do about a parent that cannot be written', async () => {
    await expect(openDestination('/proc/dataset')).rejects.toMatchObject({
      name: expect.stringMatching(/Error$/) as string,
    });
  });
});

describe('recoverDestination', () => {
  it('removes what killed runs left', async () => {
    const name = (await unfinishedName()).replace(String(process.pid), String(deadPid()));
    await mkdir(join(parent, name));
    await writeFile(join(parent, name, 'train.jsonl'), 'half');
    await recoverDestination(target);
    expect(await readdir(parent)).toEqual([]);
  });

  it('puts the old dataset back after a kill between the two renames', async () => {
    await publishDataset('old');
    const replaced = (await unfinishedName()).replace(String(process.pid), 'replaced');
    await rename(target, join(parent, replaced));
    await recoverDestination(target);
    expect(await readRecords()).toBe('old');
    expect(await readdir(parent)).toEqual(['dataset']);
  });

  it('keeps the new dataset after a kill between the last rename and the clean-up', async () => {
    await publishDataset('new');
    const replaced = (await unfinishedName()).replace(String(process.pid), 'replaced');
    await mkdir(join(parent, replaced));
    await recoverDestination(target);
    expect(await readRecords()).toBe('new');
    expect(await readdir(parent)).toEqual(['dataset']);
  });
});

describe('readManifest', () => {
  it.each([['../secret'], ['/etc/passwd'], ['a/../../b'], ['a\\..\\b'], ['./x'], [''], ['a//b'], ['a\0b']])(
    'refuses a manifest that names %j',
    async (name) => {
      await mkdir(target);
      const manifest = { kind: 'dsgen/dataset', files: [{ name: 'train.jsonl' }, { name }] };
      await writeFile(join(target, 'dataset.json'), JSON.stringify(manifest));
      await expect(readManifest(target)).rejects.toMatchObject({ code: 'manifest-invalid' });
    },
  );

  it('takes names of files in folders, and names that begin with a point', async () => {
    await mkdir(target);
    const files = ['train.jsonl', 'trainers/axolotl.yaml', '.hidden', 'a..b'].map((name) => ({ name }));
    await writeFile(join(target, 'dataset.json'), JSON.stringify({ kind: 'dsgen/dataset', files }));
    expect((await readManifest(target))?.files).toHaveLength(files.length);
  });
});
