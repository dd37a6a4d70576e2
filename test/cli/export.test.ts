import { gunzipSync } from 'node:zlib';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, runJson, startCli, temporaryFolder } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';

interface Manifest {
  readonly format: string;
  readonly records: number;
  readonly licences: ReadonlyArray<{ readonly licence: string | null; readonly records: number }>;
  readonly lengths: { readonly contexts: ReadonlyArray<{ readonly tokens: number; readonly fits: number }> };
  readonly consumers?: ReadonlyArray<{ readonly name: string; readonly notes: readonly string[] }>;
  readonly files: ReadonlyArray<{ readonly name: string; readonly plain?: object }>;
}

/** A key pair for tests only. */
const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';
const IDENTITY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';

/** More documents than fit into one shard. */
const DOCUMENTS = Object.fromEntries(
  Array.from({ length: 8 }, (_, index) =>
    Object.entries(HANDBOOK).map(([path, text]) => {
      const name = path.replace('docs/', `docs/part-${index}/`);
      return [name, text.replaceAll('annual', `kind-${index}`).replaceAll('laptop', `device-${index}`)] as const;
    }),
  ).flat(),
);

async function manifestOf(folder: { read(path: string): Promise<string> }, name = 'dataset'): Promise<Manifest> {
  return JSON.parse(await folder.read(`${name}/dataset.json`)) as Manifest;
}

describe('dsgen generate --for', () => {
  it('shapes rows, configuration and card for the trainer, and check agrees', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code } = await runCli(['generate', 'docs', '--for', 'trl'], { cwd: folder.path });
    expect(code).toBe(0);
    const manifest = await manifestOf(folder);
    expect(manifest.format).toBe('openai');
    expect(manifest.consumers?.map(({ name }) => name)).toEqual(['trl']);
    expect(await readdir(folder.at('dataset', 'trainers'))).toEqual(['train_trl.py']);
    expect(manifest.lengths.contexts.map(({ tokens, fits }) => [tokens, fits])).toEqual(
      [2048, 4096, 8192, 32_768].map((tokens) => [tokens, manifest.records]),
    );
    expect(await folder.read('dataset/README.md')).toContain('| 2048 |');
    expect((await runCli(['check', 'dataset', '--for', 'trl'], { cwd: folder.path })).code).toBe(0);
  });

  it('takes a format that the trainer reads in place of one in the recipe that it does not', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'dsgen.yaml': 'export:\n  format: alpaca\n' });
    await runCli(['generate', 'docs', '--for', 'trl', '--out', 'trl'], { cwd: folder.path });
    await runCli(['generate', 'docs', '--for', 'axolotl', '--out', 'axolotl'], { cwd: folder.path });
    expect((await manifestOf(folder, 'trl')).format).toBe('openai');
    expect((await manifestOf(folder, 'axolotl')).format).toBe('alpaca');
  });

  it.each([
    [['--for', 'trl', '--format', 'bedrock'], 'trl, which does not read "bedrock"'],
    [['--for', 'openai', '--shard-records', '5'], 'openai takes one file, not shards'],
    [['--format', 'kto'], 'nothing in the recipe makes such pairs'],
    [['--format', 'text'], '--chat-template'],
    [['--encrypt-to', 'nobody'], 'is no age recipient'],
    [['--shard-size', 'large'], 'Expected a size, such as 100MB'],
  ])('refuses %j before any work', async (flags, message) => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stderr } = await runCli(['generate', 'docs', ...flags], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(await readdir(folder.path)).not.toContain('dataset');
  });
});

describe('dsgen generate in shards, containers and encrypted', () => {
  it.each([
    [['--shard-records', '10', '--compress', 'zst'], /^train-\d{5}-of-\d{5}\.jsonl\.zst$/u],
    [['--shard-size', '4KB', '--container', 'parquet'], /^train-\d{5}-of-\d{5}\.parquet$/u],
    [['--container', 'tar', '--compress', 'gz'], /^train\.tar\.gz$/u],
    [['--container', 'csv'], /^train\.csv$/u],
  ])('writes %j, which show, verify and check read again', async (flags, name) => {
    await using folder = await temporaryFolder(DOCUMENTS);
    const options = { cwd: folder.path };
    expect((await runCli(['generate', 'docs', ...flags], options)).code).toBe(0);
    expect((await readdir(folder.at('dataset'))).some((file) => name.test(file))).toBe(true);
    const verified = await runJson<{ records: number; failed: number }>(['verify', 'dataset', '-c', 'docs'], options);
    expect(verified.json).toMatchObject({ records: (await manifestOf(folder)).records, failed: 0 });
    const shown = await runJson<{ records: unknown[] }>(['show', 'dataset', '--random', '2'], options);
    expect(shown.json.records).toHaveLength(2);
    expect((await runCli(['check', 'dataset'], options)).code).toBe(0);
  });

  it('gives the same bytes at any concurrency and after a kill', async () => {
    await using folder = await temporaryFolder(DOCUMENTS);
    const options = { cwd: folder.path };
    const flags = ['--shard-records', '7', '--compress', 'zst'];
    const one = [...flags, '--concurrency', '1', '--out', 'one', '--store', 'store-one'];
    const many = [...flags, '--concurrency', '4', '--out', 'one', '--store', 'store-many'];
    await runCli(['generate', 'docs', ...one], options);
    const hash = datasetHash(folder.at('one'));
    const running = startCli(['generate', 'docs', ...many], options);
    await delay(900);
    running.process.kill('SIGKILL');
    await running.result;
    expect((await runCli(['generate', 'docs', ...many], options)).code).toBe(0);
    expect(datasetHash(folder.at('one'))).toBe(hash);
  });

  it('encrypts what holds records, checks what it can without the key, and decrypts to the plain dataset', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const options = { cwd: folder.path };
    await runCli(['generate', 'docs', '--encrypt-to', RECIPIENT], options);
    const { files } = await manifestOf(folder);
    expect(files.filter(({ plain }) => plain !== undefined).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['train.jsonl.age', 'lineage.jsonl.age', 'rejected.jsonl.age', 'report.html.age']),
    );
    expect((await runCli(['verify', 'dataset'], options)).stdout).toContain('can be read with the key only');
    const compared = await runCli(['verify', 'dataset', '--corpus', 'docs'], options);
    expect([compared.code, compared.stderr]).toEqual([3, expect.stringContaining('dsgen decrypt dataset') as string]);

    await writeFile(folder.at('key.txt'), `# for tests\n${IDENTITY}\n`);
    expect((await runCli(['decrypt', 'dataset', 'plain', '-i', 'key.txt'], options)).code).toBe(0);
    expect((await runCli(['verify', 'plain', '--corpus', 'docs'], options)).code).toBe(0);
    await runCli(['generate', 'docs', '--out', 'open'], options);
    expect(await folder.read('plain/train.jsonl')).toBe(await folder.read('open/train.jsonl'));

    await writeFile(folder.at('dataset', 'train.jsonl.age'), 'damaged');
    const damaged = await runCli(['decrypt', 'dataset', 'again', '-i', 'key.txt'], options);
    expect(damaged.code).toBe(3);
    expect(await readdir(folder.path)).not.toContain('again');
  });
});

describe('dsgen generate --out', () => {
  it('writes rows into one file of the container that its name says', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { json } = await runJson<{ records: number }>(['generate', 'docs', '--out', 'rows.jsonl.gz'], {
      cwd: folder.path,
    });
    const rows = gunzipSync(await readFile(folder.at('rows.jsonl.gz')))
      .toString()
      .trim()
      .split('\n');
    expect(rows).toHaveLength(json.records);
    await runCli(['generate', 'docs', '--out', 'rows.parquet'], { cwd: folder.path });
    expect((await runCli(['validate', 'rows.parquet'], { cwd: folder.path })).code).toBe(0);
  });

  it('leaves a file that exists alone, unless it is told to replace it', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'notes.json': 'mine' });
    const refused = await runCli(['generate', 'docs', '--out', 'notes.json'], { cwd: folder.path });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('it exists already') as string]);
    expect(await folder.read('notes.json')).toBe('mine');
    const forced = await runCli(['generate', 'docs', '--out', 'notes.json', '--force'], { cwd: folder.path });
    expect(forced.code).toBe(0);
    expect(JSON.parse(await folder.read('notes.json'))).toBeInstanceOf(Array);
  });

  it('writes the whole dataset as an archive', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code } = await runCli(['generate', 'docs', '--out', 'handbook.tar'], { cwd: folder.path });
    expect(code).toBe(0);
    const archive = (await readFile(folder.at('handbook.tar'))).toString('latin1');
    const names = [...archive.matchAll(/handbook\/([\w./-]+)/gu)].map((match) => match[1]);
    expect(names).toEqual(expect.arrayContaining(['train.jsonl', 'lineage.jsonl', 'README.md', 'croissant.json']));
    expect(names.at(-1)).toBe('dataset.json');
  });
});

it('records the licences that documents and the files beside them state', async () => {
  await using folder = await temporaryFolder({
    ...HANDBOOK,
    'docs/LICENSE': 'Creative Commons Attribution 4.0 International Public License',
    'docs/leave.md': `---\nlicense: mit\n---\n${HANDBOOK['docs/leave.md'] ?? ''}`,
  });
  await runCli(['generate', 'docs'], { cwd: folder.path });
  const { licences } = await manifestOf(folder);
  expect(licences.map(({ licence }) => licence)).toEqual(['CC-BY-4.0', 'MIT']);
  expect(await folder.read('dataset/README.md')).toContain('license:\n  - cc-by-4.0\n  - mit');
});
