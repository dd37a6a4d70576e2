import { createHash } from 'node:crypto';
import { appendFile, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, runJson, temporaryFolder, type CliResult, type TemporaryFolder } from '../support/cli.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder(HANDBOOK);
  const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
});
afterAll(() => folder[Symbol.asyncDispose]());

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function dsgen(...args: readonly string[]): Promise<CliResult> {
  return runCli(args, { cwd: folder.path });
}

describe('dsgen verify', () => {
  it('confirms every span of an untouched dataset', async () => {
    const { code, stdout } = await dsgen('verify', 'dataset', '--corpus', 'docs');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+ files, .+: all as they were written\n\d+ records?, \d+ spans?: all match/);
  });

  it('finds one changed character in a quote', async () => {
    await cp(folder.at('dataset'), folder.at('changed'), { recursive: true });
    const lineage = await readFile(folder.at('changed', 'lineage.jsonl'), 'utf8');
    await writeFile(folder.at('changed', 'lineage.jsonl'), lineage.replace(/"quote":"(.)/, '"quote":"#'));
    const { code, stderr } = await dsgen('verify', 'changed', '--corpus', 'docs');
    expect(code).toBe(3);
    expect(stderr).toContain('lineage.jsonl (changed)');
  });

  it('finds the same when the manifest was changed along with it', async () => {
    await cp(folder.at('dataset'), folder.at('forged'), { recursive: true });
    const lineage = await readFile(folder.at('forged', 'lineage.jsonl'), 'utf8');
    const forged = lineage.replace(/"quote":"(.)/, '"quote":"#');
    await writeFile(folder.at('forged', 'lineage.jsonl'), forged);
    const manifest = await readFile(folder.at('forged', 'dataset.json'), 'utf8');
    await writeFile(folder.at('forged', 'dataset.json'), manifest.replace(sha256(lineage), sha256(forged)));
    const { code, stdout } = await dsgen('verify', 'forged', '--corpus', 'docs');
    expect(code).toBe(3);
    expect(stdout).toContain('quote-mismatch');
  });

  it('names rows added, files removed and files put there, without looking at the documents', async () => {
    await cp(folder.at('dataset'), folder.at('touched'), { recursive: true });
    await appendFile(folder.at('touched', 'train.jsonl'), '{"instruction":"x","input":"","output":"y"}\n');
    await rm(folder.at('touched', 'README.md'));
    await writeFile(folder.at('touched', 'trainers', 'notes.txt'), 'mine');
    const { code, stdout, stderr } = await dsgen('verify', 'touched');
    expect(code).toBe(3);
    expect(stdout).toMatch(/README\.md +file-missing/);
    expect(stdout).toMatch(/train\.jsonl +file-changed +It has \d+ bytes/);
    expect(stdout).toMatch(/trainers\/notes\.txt +file-unlisted/);
    expect(stderr).toContain('train.jsonl (changed)');
  });

  it('says that it compared no spans when no documents are named', async () => {
    const { code, stdout } = await dsgen('verify', 'dataset');
    expect(code).toBe(0);
    expect(stdout).toContain('Spans were not compared: --corpus PATH names the documents');
  });

  it('finds an edited source', async () => {
    await cp(folder.at('docs'), folder.at('edited'), { recursive: true });
    await writeFile(folder.at('edited', 'leave.md'), '# Something else\n');
    const { code, stdout } = await dsgen('verify', 'dataset', '--corpus', 'edited');
    expect(code).toBe(3);
    expect(stdout).toContain('document-missing');
  });
});

describe('dsgen show', () => {
  it('shows records with their place and their evidence in its document', async () => {
    const { code, stdout } = await dsgen('show', 'dataset', '--random', '3', '--seed', '1');
    expect(code).toBe(0);
    expect(stdout.match(/^evidence, in its document$/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(stdout).toMatch(/\.md › /);
  });

  it('shows one record by the start of its id', async () => {
    const { json } = await runJson<{ records: Array<{ id: string }> }>(['show', 'dataset'], { cwd: folder.path });
    const id = json.records[0]?.id ?? '';
    const { code, stdout } = await dsgen('show', 'dataset', '--id', id.slice(0, 12));
    expect(code).toBe(0);
    expect(stdout).toContain(id);
  });

  it.each([
    [['show', 'dataset', '--id', 'zzzz'], '"zzzz"'],
    [['show', 'none'], 'none'],
    [['show', 'docs'], 'docs'],
    [['stats', 'docs'], 'docs'],
    [['verify', 'docs', '--corpus', 'docs'], 'docs'],
  ])('dsgen %j fails with a reason and no stack', async (args, named) => {
    const { code, stderr } = await dsgen(...args);
    expect(code).toBe(3);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('dsgen stats', () => {
  it('counts splits, tasks, patterns, tokens, documents and reasons', async () => {
    const { code, stdout } = await dsgen('stats', 'dataset');
    expect(code).toBe(0);
    for (const title of ['Splits', 'Tasks', 'Patterns', 'Tokens per record', 'Documents', 'Account'])
      expect(stdout).toContain(title);
  });

  it('gives numbers that add up', async () => {
    const { json } = await runJson<{
      records: number;
      splits: Record<string, number>;
      tasks: Record<string, number>;
      tokens: { histogram: Array<{ records: number }> };
      documents: Array<{ records: number }>;
    }>(['stats', 'dataset'], { cwd: folder.path });
    const sums = [
      Object.values(json.splits),
      Object.values(json.tasks),
      json.tokens.histogram.map(({ records }) => records),
      json.documents.map(({ records }) => records),
    ].map((counts) => counts.reduce((sum, value) => sum + value, 0));
    expect(sums).toEqual([json.records, json.records, json.records, json.records]);
  });
});

describe('dsgen jobs', () => {
  it('lists and shows the jobs of the folder', async () => {
    const list = await runJson<{ jobs: Array<{ id: string; state: string }> }>(['jobs', 'list'], { cwd: folder.path });
    expect(list.json.jobs).toHaveLength(1);
    const [job] = list.json.jobs;
    expect(job?.state).toBe('done');
    const { code, stdout } = await dsgen('jobs', 'show', job?.id ?? '');
    expect(code).toBe(0);
    expect(stdout).toContain(folder.at('dataset'));
  });

  it('prints what a job told, all of it or what went wrong', async () => {
    const { json } = await runJson<{ jobs: Array<{ id: string }> }>(['jobs', 'list'], { cwd: folder.path });
    const id = json.jobs[0]?.id ?? '';
    const all = await dsgen('jobs', 'logs', id);
    expect(all).toMatchObject({ code: 0 });
    expect(all.stdout).toMatch(/: done, \d+ pages?, \d+ candidates?\n/);
    const problems = await dsgen('jobs', 'logs', id, '--problems');
    expect(problems.stdout).not.toContain(': done');
    expect(problems.stdout).toMatch(/^job done$/m);
    const rest = await dsgen('jobs', 'logs', id, '--json', '--after', '1');
    const sequences = rest.stdout
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { sequence: number }).sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 2));
  });

  it.each(['show', 'resume', 'cancel'])('%s says when there is no such job', async (command) => {
    const { code, stderr } = await dsgen('jobs', command, 'no-such-job');
    expect(code).toBe(3);
    expect(stderr).toContain('no-such-job');
  });

  it('makes no store where there is none', async () => {
    await using empty = await temporaryFolder();
    const { code, stderr } = await runCli(['jobs', 'list'], { cwd: empty.path });
    expect(code).toBe(3);
    expect(stderr).toContain('.dsgen');
    const { code: doctor } = await runCli(['doctor'], { cwd: empty.path });
    expect(doctor).toBe(0);
  });
});

describe('dsgen doctor', () => {
  it('names what it checks and where the store would be', async () => {
    const { code, stdout } = await dsgen('doctor');
    expect(code).toBe(0);
    for (const name of ['Node', 'Cores', 'Memory', 'Parsers', 'OCR data', 'Isolation', 'Store', 'Model keys'])
      expect(stdout).toContain(name);
  });
});
