import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runCli, temporaryFolder } from '../support/cli.ts';

interface CommandManifest {
  readonly commands: Readonly<
    Record<
      string,
      {
        readonly summary?: string;
        readonly examples?: readonly unknown[];
        readonly flags: Readonly<Record<string, FlagEntry>>;
      }
    >
  >;
}

interface FlagEntry {
  readonly description?: string;
  readonly env?: string;
}

const manifest = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../packages/cli/oclif.manifest.json', import.meta.url)), 'utf8'),
) as CommandManifest;
const commands = Object.entries(manifest.commands);

describe('dsgen', () => {
  it('answers --version at once with name, version, platform and Node', async () => {
    await using folder = await temporaryFolder();
    for (const flag of ['--version', '-V']) {
      const { code, stdout } = await runCli([flag], { cwd: folder.path });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^dsgen\/\d+\.\d+\.\d+ \S+ node-v\d+/);
    }
  });

  it('lists every command in its help', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout } = await runCli(['--help'], { cwd: folder.path });
    expect(code).toBe(0);
    for (const command of [
      'calibrate',
      'check',
      'completion',
      'convert',
      'dedupe',
      'doctor',
      'explain',
      'generate',
      'init',
      'jobs',
      'merge',
      'plan',
      'push',
      'prompts',
      'sample',
      'show',
      'split',
      'stats',
      'upload',
      'uploads',
      'validate',
      'verify',
    ]) {
      expect(stdout).toContain(`  ${command} `);
    }
  });

  it('has a tree of commands and flags that changes only on purpose', () => {
    const tree = commands.map(
      ([id, { flags }]) => `${id.replaceAll(':', ' ')} ${Object.keys(flags).toSorted().join(' ')}`,
    );
    expect(tree.toSorted()).toMatchInlineSnapshot(`
      [
        "calibrate answers base-url json model offline store votes",
        "check context fix for force format json",
        "completion json",
        "convert chat-template for force from json strict to",
        "corpora delete backend environment json region store",
        "corpora list backend environment json region store",
        "datasets delete backend environment json region store",
        "datasets download backend environment json out region store",
        "datasets list backend environment json region store",
        "decrypt identity json",
        "dedupe by force json near",
        "deploy bootstrap email environment image json profile regions replicated",
        "destroy email environment image json profile regions replicated yes",
        "doctor backend environment json region store",
        "explain dataset json store",
        "generate across-documents backend base-url batch budget calls-at-once chat-template compress concurrency container encrypt-to environment exclude for force format html include json limit max-quarantined model ocr ocr-language offline out pii price prices prompt prompts recipe region requests-per-minute seed shard-records shard-size store task tokens-per-minute vary votes",
        "init force json",
        "jobs cancel backend environment json region store",
        "jobs list backend environment json region store",
        "jobs logs after backend environment json problems region store",
        "jobs resume backend concurrency environment json region store",
        "jobs show backend environment json region store",
        "jobs watch backend environment json region store",
        "merge force json out",
        "plan across-documents all backend base-url calls-at-once exclude html include json model ocr ocr-language price prices prompt prompts recipe requests-per-minute store tokens-per-minute votes",
        "prompts eject force json prompt",
        "prompts list json prompts",
        "push endpoint json public region",
        "sample force json rows seed share",
        "show id json random seed store",
        "split by force json near out seed shares",
        "stats json",
        "upload accelerate backend bucket concurrency endpoint environment exclude include json max-document-bytes name packs region store tenant",
        "uploads clean backend bucket endpoint environment json older-than region store tenant",
        "uploads list backend bucket endpoint environment json region store tenant",
        "validate format json",
        "verify corpus exclude include json store",
      ]
    `);
  });

  it.each(commands)(
    '%s has a summary, examples, --json, and an environment variable for every flag',
    (_id, command) => {
      expect(command.summary).toMatch(/\.$/);
      expect(command.examples?.length).toBeGreaterThan(0);
      expect(Object.keys(command.flags)).toContain('json');
      for (const flag of Object.values(command.flags)) {
        expect(flag.description).toBeTruthy();
        expect(flag.env).toMatch(/^(?:DSGEN|HF)_[A-Z_]+$/);
      }
    },
  );

  it('shows the help of a command by --help, -h and help', async () => {
    await using folder = await temporaryFolder();
    const [long, short, word] = await Promise.all([
      runCli(['plan', '--help'], { cwd: folder.path }),
      runCli(['plan', '-h'], { cwd: folder.path }),
      runCli(['help', 'plan'], { cwd: folder.path }),
    ]);
    expect(long.stdout).toContain('$ dsgen plan ./docs');
    expect(short.stdout).toBe(long.stdout);
    expect(word.stdout).toBe(long.stdout);
  });

  it('uses no colour where nobody can see it', async () => {
    await using folder = await temporaryFolder();
    const { stdout } = await runCli(['--help'], { cwd: folder.path, env: { NO_COLOR: '' } });
    expect(stdout).not.toContain('\u001b');
  });
});

describe('a command line that cannot mean anything', () => {
  it.each([
    [['genrate', 'docs'], 'Did you mean: dsgen generate'],
    [['generate', 'docs', '--formt', 'alpaca'], 'Did you mean --format?'],
    [['generate'], 'the argument PATH is missing'],
    [['generate', 'docs', '--limit', 'many'], 'many'],
    [['generate', 'docs', '--html', 'all'], 'page, article'],
    [['jobs', 'shw'], 'dsgen jobs show'],
  ])('dsgen %j ends with code 2 and says what to do', async (args, hint) => {
    await using folder = await temporaryFolder({ 'docs/a.md': '# A' });
    const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('gives the error as JSON when JSON is asked for', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout } = await runCli(['generate', '--json'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'usage', exitCode: 2 } });
  });
});
