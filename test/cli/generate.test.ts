import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, runJson, startCli, temporaryFolder } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';

interface GenerateJson {
  readonly dataset: string;
  readonly records: number;
  readonly job: string;
  readonly ledger: {
    readonly documents: {
      readonly total: number;
      readonly done: number;
      readonly skipped: number;
      readonly quarantined: number;
    };
    readonly chunks: { readonly total: number; readonly used: number; readonly unused: number };
    readonly candidates: { readonly total: number; readonly accepted: number; readonly rejected: number };
  };
  readonly reasons: Readonly<Record<string, number>>;
  readonly quarantined: ReadonlyArray<{ readonly path: string; readonly reason: string }>;
  readonly timing: { readonly totalMs: number };
  readonly error?: { readonly code: string; readonly exitCode: number };
}

describe('dsgen generate', () => {
  it('makes a dataset and ends with one object whose sums add up', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'docs/empty.md': '' });
    const { code, json } = await runJson<GenerateJson>(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(json.dataset).toBe(folder.at('dataset'));
    const { documents, chunks, candidates } = json.ledger;
    expect(documents).toMatchObject({ total: 4, done: 3, skipped: 1, quarantined: 0 });
    expect(chunks.used + chunks.unused).toBe(chunks.total);
    expect(candidates.accepted + candidates.rejected).toBe(candidates.total);
    expect(candidates.accepted).toBeGreaterThan(0);
    expect(json.records).toBe(candidates.accepted);
    expect(json.reasons['document/empty']).toBe(1);
    expect(await readdir(json.dataset)).toEqual(
      expect.arrayContaining(['README.md', 'dataset.json', 'lineage.jsonl', 'rejected.jsonl', 'train.jsonl']),
    );
  });

  it('shows a last screen with the sums, the dataset and the next commands', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stdout, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Documents\s+3\s+= 3 done \+ 0 skipped \+ 0 quarantined/);
    expect(stdout).toContain('dsgen show ./dataset --random 3');
    expect(stdout).toContain('dsgen verify ./dataset --corpus docs');
    expect(stderr).not.toContain('\u001b');
  });

  it('keeps its work: a second run changes nothing and reads nothing again', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    await runCli(['generate', 'docs'], { cwd: folder.path });
    const before = datasetHash(folder.at('dataset'));
    const { code, stdout } = await runCli(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('3 documents unchanged');
    expect(datasetHash(folder.at('dataset'))).toBe(before);
  });

  it('streams the rows to standard output and keeps the dataset in the store', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stdout, stderr } = await runCli(['generate', 'docs', '--out', '-', '--format', 'openai'], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { messages: unknown[] });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.messages.length).toBeGreaterThan(1);
    expect(stderr).toContain(`${rows.length} record`);
    expect(existsSync(folder.at('dataset'))).toBe(false);
    expect(existsSync(folder.at('.dsgen'))).toBe(true);
  });

  it('writes the rows to a file that appears when it is whole', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, json } = await runJson<GenerateJson>(['generate', 'docs', '--out', 'rows.jsonl'], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    expect((await folder.read('rows.jsonl')).trim().split('\n')).toHaveLength(json.records);
    expect((await readdir(folder.path)).toSorted()).toEqual(['.dsgen', 'docs', 'rows.jsonl']);
    expect((await stat(json.dataset)).isDirectory()).toBe(true);
  });

  it('takes the recipe of the folder, and flags over it', async () => {
    await using folder = await temporaryFolder({
      ...HANDBOOK,
      'dsgen.yaml': 'tasks: [summarization]\nexport:\n  format: sharegpt\n',
    });
    await runCli(['generate', 'docs', '--format', 'openai'], { cwd: folder.path });
    const manifest = JSON.parse(await folder.read('dataset/dataset.json')) as {
      format: string;
      recipe: { tasks: string[] };
    };
    expect(manifest.format).toBe('openai');
    expect(manifest.recipe.tasks).toEqual(['summarization']);
  });

  it('takes flags from the environment', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const env = {
      DSGEN_FORMAT: 'sharegpt',
      DSGEN_OUT: 'other',
      DSGEN_STORE: 'store',
      DSGEN_LIMIT: '1',
      DSGEN_JSON: 'true',
    };
    const { code, stdout } = await runCli(['generate', 'docs'], { cwd: folder.path, env });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ dataset: folder.at('other'), records: 1 });
    expect(existsSync(folder.at('store'))).toBe(true);
    expect(existsSync(folder.at('.dsgen'))).toBe(false);
  });

  it('writes rows by a schema of the user', async () => {
    const schema = {
      type: 'object',
      required: ['question', 'answer'],
      additionalProperties: false,
      properties: {
        question: { type: 'string' },
        answer: { type: 'string' },
        source: { type: 'string', 'x-dsgen': 'path' },
      },
    };
    await using folder = await temporaryFolder({ ...HANDBOOK, 'row.schema.json': JSON.stringify(schema) });
    const { code } = await runCli(['generate', 'docs', '--format', './row.schema.json', '--task', 'qa'], {
      cwd: folder.path,
    });
    expect(code).toBe(0);
    const [first = ''] = (await folder.read('dataset/train.jsonl')).split('\n');
    expect(JSON.parse(first)).toMatchObject({ source: expect.stringMatching(/\.md$/) as string });
    expect(
      (await runCli(['validate', 'dataset/train.jsonl', '--format', './row.schema.json'], { cwd: folder.path })).code,
    ).toBe(0);
  });

  it('ends with code 4 when more documents are quarantined than allowed, and still gives the dataset', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'docs/broken.docx': 'PK\u0003\u0004 not a zip' });
    const { code, json, stderr } = await runJson<GenerateJson>(['generate', 'docs', '--max-quarantined', '0.1'], {
      cwd: folder.path,
    });
    expect(code).toBe(4);
    expect(json.ledger.documents.quarantined).toBe(1);
    expect(json.quarantined[0]).toMatchObject({ path: expect.stringContaining('broken.docx') as string });
    expect(json.error).toMatchObject({ exitCode: 4 });
    expect(existsSync(folder.at('dataset', 'dataset.json'))).toBe(true);
    expect(stderr).toContain('1 of 4 documents');
  });

  it('stops at Ctrl-C with code 130, says how to go on, and goes on to the same dataset', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `docs/part-${index}.md`,
        (HANDBOOK['docs/leave.md'] ?? '').replaceAll('leave', `leave ${index}`),
      ]),
    );
    await using folder = await temporaryFolder(many);
    await runCli(['generate', 'docs', '--store', 'whole', '--out', 'whole-dataset'], { cwd: folder.path });
    const running = startCli(['generate', 'docs', '--concurrency', '1'], { cwd: folder.path });
    await untilUnderWay(folder.at('.dsgen'));
    running.process.kill('SIGINT');
    const { code, stderr } = await running.result;
    expect(code).toBe(130);
    const resume = /dsgen (jobs resume \S+)/.exec(stderr)?.[1]?.split(' ') ?? [];
    expect(resume).toHaveLength(3);
    expect((await runCli(resume, { cwd: folder.path })).code).toBe(0);
    const datasets = ['dataset', 'whole-dataset'].map((name) => folder.at(name, 'train.jsonl'));
    expect(await folder.read('dataset/train.jsonl')).toBe(await folder.read('whole-dataset/train.jsonl'));
    expect(datasets.map((path) => existsSync(path))).toEqual([true, true]);
  });
});

/** Until the first document of a run is done. */
async function untilUnderWay(store: string): Promise<void> {
  async function isUnderWay(): Promise<boolean> {
    const names = await readdir(join(store, 'artefacts', 'silver'), { recursive: true }).catch(() => []);
    return names.some((name) => /^process@.*\/[0-9a-f]{64}$/u.test(name));
  }
  while (!(await isUnderWay())) await delay(20);
}
