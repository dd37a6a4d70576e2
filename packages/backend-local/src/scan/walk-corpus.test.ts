import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CorpusEntry } from '../state/corpus-entry-table.ts';
import { resolveCorpusPaths } from './corpus-paths.ts';
import { createPathFilter, type PathFilterOptions } from './path-filter.ts';
import { walkCorpus } from './walk-corpus.ts';

let parent: string;
let root: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'dsgen-walk-'));
  root = join(parent, 'docs');
  await mkdir(root);
});
afterEach(() => rm(parent, { recursive: true }));

async function write(path: string, text = 'text'): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

interface WalkOptions extends Partial<PathFilterOptions> {
  readonly paths?: readonly string[];
  readonly maxDocumentBytes?: number;
}

async function walk(options: WalkOptions = {}): Promise<CorpusEntry[]> {
  const { paths = [root], include, exclude, ignoreFile = '', maxDocumentBytes = 1000 } = options;
  const filter = createPathFilter({ include, exclude, ignoreFile });
  const entries: CorpusEntry[] = [];
  for await (const entry of walkCorpus(await resolveCorpusPaths(paths), { filter, maxDocumentBytes })) {
    entries.push(entry);
  }
  return entries;
}

/** `path` for a document, `path: reason` for the rest. */
async function outline(options?: WalkOptions): Promise<string[]> {
  const entries = await walk(options);
  return entries.map(({ path, refusal }) => (refusal === undefined ? path : `${path}: ${refusal.reason}`));
}

describe('walkCorpus', () => {
  it('gives paths in code unit order, folders among files', async () => {
    const paths = [
      'a.txt',
      'a/b.txt',
      'a-b.txt',
      'A.txt',
      'a/.b/c',
      'a/ä.txt',
      'a/b/c.txt',
      'é.txt',
      '日本.txt',
      '😀.txt',
    ];
    for (const path of paths.filter((name) => name !== 'a/.b/c')) await write(path);
    const found = await outline();
    expect(found).toEqual(found.toSorted());
    expect(found).toHaveLength(paths.length - 1);
  });

  it('gives each hidden name one entry and does not look inside', async () => {
    await write('.git/config');
    await write('.git/objects/aa');
    await write('.notes.md');
    await write('seen.md');
    expect(await outline()).toEqual(['.git/: hidden', '.notes.md: hidden', 'seen.md']);
  });

  it('takes a hidden file that was named', async () => {
    await write('.notes.md');
    expect(await outline({ paths: [join(root, '.notes.md')] })).toEqual(['.notes.md']);
  });

  it('leaves no trace of the store, of unfinished datasets and of datasets, so that a second run sees the same corpus', async () => {
    await write('seen.md');
    await write('.dsgen/state.sqlite');
    await write('.dsgen-0123-42/train.jsonl');
    await write('dataset/dataset.json', '{"kind":"dsgen/dataset"}');
    await write('dataset/train.jsonl');
    await write('mine/dataset.json', '{"kind":"something else"}');
    expect(await outline()).toEqual(['mine/dataset.json', 'seen.md']);
  });

  it('applies include and exclude patterns and .dsgenignore', async () => {
    for (const path of ['a.md', 'b.txt', 'drafts/c.md', 'keep/d.md', 'keep/e.md', 'deep/drafts/f.md'])
      await write(path);
    expect(await outline({ include: ['**/*.md'], ignoreFile: '# comment\n\ndrafts/\nkeep/*\n!keep/e.md\n' })).toEqual([
      'a.md',
      'b.txt: excluded',
      'deep/drafts/: excluded',
      'drafts/: excluded',
      'keep/d.md: excluded',
      'keep/e.md',
    ]);
    expect(await outline({ exclude: ['keep/**', '*.txt'] })).toEqual([
      'a.md',
      'b.txt: excluded',
      'deep/drafts/f.md',
      'drafts/c.md',
      'keep/: excluded',
    ]);
  });

  it('follows links to files inside the corpus only', async () => {
    await write('real.md');
    await writeFile(join(parent, 'secret.txt'), 'secret');
    await symlink('real.md', join(root, 'alias.md'));
    await symlink('../secret.txt', join(root, 'leak.txt'));
    await symlink('/etc/hostname', join(root, 'system.txt'));
    await symlink('nowhere', join(root, 'broken.txt'));
    const entries = await walk();
    expect(await outline()).toEqual([
      'alias.md',
      'broken.txt: not-a-file',
      'leak.txt: outside-corpus',
      'real.md',
      'system.txt: outside-corpus',
    ]);
    expect(entries[0]?.file).toEqual(entries[3]?.file);
  });

  it('ends in a corpus with loops of links', async () => {
    await write('a/real.md');
    await symlink('..', join(root, 'a', 'up'));
    await symlink('.', join(root, 'self'));
    await symlink('two', join(root, 'one'));
    await symlink('one', join(root, 'two'));
    expect(await outline()).toEqual([
      'a/real.md',
      'a/up: duplicate-document',
      'one: not-a-file',
      'self: duplicate-document',
      'two: not-a-file',
    ]);
  });

  it('never opens what is no file', async () => {
    await write('seen.md');
    spawnSync('mkfifo', [join(root, 'pipe')]);
    expect(await outline()).toEqual(['pipe: not-a-file', 'seen.md']);
  });

  it('refuses empty and too large files by their size', async () => {
    await write('empty.md', '');
    await write('large.md', 'x'.repeat(1001));
    await write('just.md', 'x'.repeat(1000));
    expect(await outline()).toEqual(['empty.md: empty', 'just.md', 'large.md: too-large']);
  });

  it('takes names with line feeds, escapes, quotes and 255 bytes as they are', async () => {
    const names = [
      'a\nb.md',
      'a\u001b[31mb.md',
      'a"b.md',
      'a\\b.md',
      `${'é'.repeat(126)}.md`,
      'a\u202eb.md',
      '-rf.md',
      ' .md',
    ];
    for (const name of names) await write(name);
    expect(await outline()).toEqual(names.toSorted());
  });

  it('tells a name that is not UTF-8 apart', async () => {
    spawnSync('sh', ['-c', 'printf x > "$(printf \'bad\\377.md\')"'], { cwd: root });
    const [entry] = await walk();
    expect(entry?.path).toContain('name not UTF-8');
    expect(entry?.refusal?.reason).toBe('unreadable');
  });

  it.skipIf(process.getuid?.() === 0)('quarantines a folder that may not be read', async () => {
    await mkdir(join(root, 'locked'));
    await chmod(join(root, 'locked'), 0);
    expect(await outline()).toEqual(['locked/: unreadable']);
    await chmod(join(root, 'locked'), 0o700);
  });

  it('gives paths of several roots relative to the folder that holds them all, each document once', async () => {
    for (const path of ['x/a.md', 'y/b.md', 'y/c/d.md', 'z.md', 'other.md']) await write(path);
    const paths = ['y', 'x/a.md', 'z.md', 'y/c', 'y/c/d.md', 'z.md'].map((path) => join(root, path));
    expect(await outline({ paths })).toEqual(['x/a.md', 'y/b.md', 'y/c/d.md', 'z.md']);
  });

  it('takes a link to a folder that was named', async () => {
    await write('a.md');
    await symlink(root, join(parent, 'link'));
    expect(await outline({ paths: [join(parent, 'link')] })).toEqual(['a.md']);
  });
});

describe('resolveCorpusPaths', () => {
  it('says which path is missing', async () => {
    await expect(resolveCorpusPaths([join(root, 'nothing')])).rejects.toMatchObject({
      code: 'path-missing',
      message: expect.stringContaining('nothing') as string,
    });
    await symlink('nowhere', join(root, 'broken'));
    await expect(resolveCorpusPaths([join(root, 'broken')])).rejects.toThrow('a link to nothing');
    await expect(resolveCorpusPaths([])).rejects.toMatchObject({ code: 'no-paths' });
  });
});
