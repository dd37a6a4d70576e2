import { spawnSync } from 'node:child_process';
import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { CLI_ENTRY, startCli, temporaryFolder, type CliResult, type TemporaryFolder } from '../support/cli.ts';
import { datasetHash } from '../support/dataset-hash.ts';
import { generateDataset, readOutcomes, shortOutcome, STACK_TRACE, type GenerateJson } from '../support/generate.ts';

/** Takes a second or more to work on, so that what comes after it in the order is read late. */
function longText(seed: number): string {
  const ships = Array.from({ length: 20_000 }, (_, index) => index * 7 + seed);
  return ships
    .map((ship) => `Ship ${ship} enters harbour ${ship % 91} with cargo ${ship % 997}, and the office writes it down.`)
    .join('\n\n');
}

describe('a corpus that changes while it is read', () => {
  const touched = ['c-changed.md', 'c-deleted.md', 'c-grown.md', 'c-replaced.md'];
  let folder: TemporaryFolder;
  let result: CliResult;
  beforeAll(async () => {
    const texts = touched.map((name) => [`docs/${name}`, `# ${name}\n\nThe old words of this page.\n`] as const);
    folder = await temporaryFolder({
      ...Object.fromEntries(Object.entries(HANDBOOK).map(([path, text]) => [path.replace('docs/', 'docs/z/'), text])),
      ...Object.fromEntries(texts),
      'docs/a-long.txt': longText(1),
      'docs/b-long.txt': longText(2),
      'outside.md': 'Nothing of the corpus.\n',
    });
    const command = ['generate', 'docs', '--store', 'store', '--out', 'dataset', '--concurrency', '1', '--json'];
    const running = startCli(command, { cwd: folder.path });
    // The corpus is listed once the dataset is begun; the long texts keep the run busy for a while.
    while (!(await readdir(folder.path)).some((name) => name.startsWith('.dsgen-'))) await delay(10);
    await writeFile(folder.at('docs', 'c-changed.md'), '# c-changed.md\n\nThe new words of this page.\n');
    await writeFile(folder.at('docs', 'c-grown.md'), 'more\n', { flag: 'a' });
    await rm(folder.at('docs', 'c-deleted.md'));
    await rm(folder.at('docs', 'c-replaced.md'));
    await symlink(folder.at('outside.md'), folder.at('docs', 'c-replaced.md'));
    result = await running.result;
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it('loses the touched documents only, with the reason', async () => {
    expect(result.code).toBe(0);
    expect(result.stderr).not.toMatch(STACK_TRACE);
    const outcomes = await readOutcomes(folder.at('store'), (JSON.parse(result.stdout) as GenerateJson).job);
    const refused = [...outcomes].filter(([, { state }]) => state !== 'done');
    expect(refused.map(([path, outcome]) => `${path} ${shortOutcome(outcome)}`)).toEqual(
      touched.map((path) => `${path} changed`),
    );
  });

  it('is read as it is now by the next run', async () => {
    const { result: next, outcomes } = await generateDataset(folder.at('docs'), { cwd: folder.path });
    expect(next.code).toBe(0);
    expect([...outcomes].map(([path, outcome]) => `${path} ${shortOutcome(outcome)}`)).toEqual(
      expect.arrayContaining(['c-changed.md done', 'c-grown.md done', 'c-replaced.md outside-corpus']),
    );
    expect(outcomes.has('c-deleted.md')).toBe(false);
  });
});

describe('two processes on one store', () => {
  it('both end well, with the bytes of a run alone', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `docs/part-${index}.md`,
        (HANDBOOK['docs/leave.md'] ?? '').replaceAll('leave', `leave ${index}`),
      ]),
    );
    await using folder = await temporaryFolder(many);
    function start(store: string, place: string): Promise<CliResult> {
      return startCli(['generate', 'docs', '--store', store, '--out', `${place}/dataset`], { cwd: folder.path }).result;
    }
    expect((await start('own', 'alone')).code).toBe(0);
    const results = await Promise.all([start('shared', 'one'), start('shared', 'two'), start('shared', 'three')]);
    expect(results.map(({ code, stderr }) => (code === 0 ? '' : stderr))).toEqual(['', '', '']);
    for (const { stderr } of results) expect(stderr).not.toMatch(STACK_TRACE);
    const hashes = ['one', 'two', 'three'].map((place) => datasetHash(folder.at(place, 'dataset')));
    expect(new Set(hashes)).toEqual(new Set([datasetHash(folder.at('alone', 'dataset'))]));
  });
});

describe('a reader that goes away', () => {
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder(HANDBOOK);
    const { code, stderr } = await startCli(['generate', 'docs', '--out', 'dataset'], { cwd: folder.path }).result;
    if (code !== 0) throw new Error(stderr);
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  function bash(script: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
    const dsgen = `dsgen() { "${process.execPath}" "${CLI_ENTRY}" "$@"; }`;
    return spawnSync('bash', ['-c', `${dsgen}; ${script}`], { cwd: folder.path, encoding: 'utf8', timeout: 280_000 });
  }

  it.each([
    'generate docs --out other | head -n 1',
    'generate docs --out other | head -n 0',
    'generate docs --out - | head -n 1',
    'show dataset --random 50 | head -n 1',
    'show dataset --json | head -c 10',
    'plan docs --all | true',
    '--help | head -n 1',
  ])('ends %s quietly', (command) => {
    const { stdout, stderr } = bash(`dsgen ${command}; echo "code \${PIPESTATUS[0]}"`);
    expect(stdout).toMatch(/code 0$/m);
    expect(stderr).not.toMatch(/EPIPE|error:/);
    expect(stderr).not.toMatch(STACK_TRACE);
  });

  it.each(['>&-', '<&-', '2>&-', '>&- 2>&- <&-'])('generates a whole dataset with %s', (redirection) => {
    const place = `closed-${redirection.replaceAll(/\W/g, '-')}`;
    const { stdout } = bash(`dsgen generate docs --out ${place}/dataset ${redirection}; echo "code $?"`);
    expect(stdout).toMatch(/code 0$/m);
    expect(datasetHash(folder.at(place, 'dataset'))).toBe(datasetHash(folder.at('dataset')));
  });

  it.each(['show dataset', 'generate docs --out -', 'generate docs --out full/dataset'])(
    'says that %s has no room',
    (command) => {
      const { status, stderr } = bash(`dsgen ${command} > /dev/full`);
      expect(status).toBe(5);
      expect(stderr).toContain('the disk is full');
      expect(stderr).not.toMatch(STACK_TRACE);
    },
  );
});
