import { chmod, mkdir, readdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { datasetHash } from '../support/dataset-hash.ts';
import { CLI_ENTRY, rawControlCharacters, runCli, startCli, temporaryFolder } from '../support/cli.ts';

const isRoot = process.getuid?.() === 0;

describe('what a user gets wrong', () => {
  it('names a path that does not exist', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stderr } = await runCli(['generate', 'dcos'], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain('dcos');
    expect(stderr).toContain('fix:');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('says that a folder holds no document, and writes no dataset', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.at('docs'));
    const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain('docs');
  });

  it('names the unknown key of a recipe, its line, and the key that was meant', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'dsgen.yaml': 'seed: 1\nchunk:\n  maxTokns: 100\n' });
    const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('dsgen.yaml');
    expect(stderr).toContain('line 3');
    expect(stderr).toContain('maxTokns');
    expect(stderr).toContain('maxTokens');
  });

  it.each([
    ['tasks: [riddles]\n', ['riddles', 'qa']],
    ['seed: soon\n', ['seed', 'soon']],
    ['split: {train: 2}\n', ['split']],
    ['tasks: [qa\n', ['line']],
  ])('refuses the recipe %j with the value and what is allowed', async (recipe, words) => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'recipe.yaml': recipe });
    const { code, stderr } = await runCli(['plan', 'docs', '--recipe', 'recipe.yaml'], { cwd: folder.path });
    expect(code).toBe(2);
    for (const word of words) expect(stderr).toContain(word);
  });

  it.each([
    [['--format', 'alpacca'], 'alpaca'],
    [['--task', 'riddles'], 'riddles'],
    [['--max-quarantined', 'some'], 'max-quarantined'],
    [['--max-quarantined', '7'], '7'],
    [['--limit', '0'], '0'],
  ])('refuses %j before any work', async (flags, named) => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stderr } = await runCli(['generate', 'docs', ...flags], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('ends with exit code 4, and says what to do, when nothing in the documents fits the tasks', async () => {
    await using folder = await temporaryFolder({ 'docs/note.md': '# Note\n\nNothing to see.\n' });
    const { code, stderr } = await runCli(['generate', 'docs', '--task', 'creative'], { cwd: folder.path });
    expect(code).toBe(4);
    expect(stderr).toMatch(/Made no record: 1 of 1 documents were read, .* the tasks creative; .* is empty/u);
    expect(stderr).toContain('--task');
  });

  it('never replaces a folder that is no dataset', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'dataset/thesis.txt': 'years of work' });
    const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('thesis.txt');
    expect(await folder.read('dataset/thesis.txt')).toBe('years of work');
  });

  it('says when the place of the dataset cannot be written', async () => {
    await using folder = await temporaryFolder({ ...HANDBOOK, 'locked/x': '' });
    if (!isRoot) await chmod(folder.at('locked'), 0o555);
    // Nobody, root included, makes folders in /sys.
    const out = isRoot ? '/sys/dsgen-dataset' : folder.at('locked', 'dataset');
    const { code, stderr } = await runCli(['generate', 'docs', '--out', out], { cwd: folder.path });
    await chmod(folder.at('locked'), 0o755);
    expect(code).toBe(5);
    expect(stderr).toContain(dirname(out));
    expect(stderr).toContain('--out');
  });
});

describe('a run that fails', () => {
  it('leaves no file of rows behind', async () => {
    await using folder = await temporaryFolder({ 'docs/a.md': '# A' });
    const { code } = await runCli(['generate', 'none', '--out', 'rows.jsonl'], { cwd: folder.path });
    expect(code).toBe(3);
    expect((await readdir(folder.path)).filter((name) => name.startsWith('rows'))).toEqual([]);
  });
});

describe('output among the documents', () => {
  it('is refused for a file of rows, which the next run would read', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stderr } = await runCli(['generate', '.', '--out', 'rows.jsonl'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('rows.jsonl');
  });

  it('is left out of the next run when it is a dataset', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const first = await runCli(['generate', '.'], { cwd: folder.path });
    const before = datasetHash(folder.at('dataset'));
    const second = await runCli(['generate', '.'], { cwd: folder.path });
    expect([first.code, second.code]).toEqual([0, 0]);
    expect(datasetHash(folder.at('dataset'))).toBe(before);
  });
});

describe('the world outside', () => {
  it('ends quietly when the reader of its rows leaves', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const program = `"${process.execPath}" "${CLI_ENTRY}" generate docs --out - | head -n 1; echo "codes \${PIPESTATUS[*]}"`;
    const shell = spawn('bash', ['-c', program], { cwd: folder.path, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    shell.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    shell.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    await new Promise((resolve) => shell.on('close', resolve));
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stdout).toContain('codes 0 0');
    expect(stderr).not.toContain('EPIPE');
    expect(stderr).not.toContain('error:');
  });

  it('lets a second process wait for the store or says who holds it', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`docs/part-${index}.md`, `${HANDBOOK['docs/leave.md']}\n${index}\n`]),
    );
    await using folder = await temporaryFolder(many);
    const first = startCli(['generate', 'docs', '--out', 'first'], { cwd: folder.path });
    await first.sees('Generate a dataset');
    const second = await runCli(['generate', 'docs', '--out', 'second'], { cwd: folder.path });
    const { code } = await first.result;
    expect(code).toBe(0);
    const saysWho = second.code === 5 && /process \d+/.test(second.stderr);
    expect(second.code === 0 || saysWho).toBe(true);
  });

  it('never sends escapes of names, headings or texts to the terminal', async () => {
    const escape = '\u001b[31m';
    await using folder = await temporaryFolder({
      ...HANDBOOK,
      [`docs/evil${escape}\n\u202e.md`]: `# What is ${escape}red\u0007?\n\nRed is a colour that ${escape} warns people of \u202edanger in many places.\n`,
      [`docs/broken${escape}.docx`]: 'PK\u0003\u0004',
    });
    for (const args of [
      ['plan', 'docs'],
      ['generate', 'docs'],
      ['show', 'dataset', '--random', '50'],
      ['stats', 'dataset'],
      ['plan', 'docs', '--json'],
      ['show', 'dataset', '--random', '50', '--json'],
      ['generate', `docs/${escape}none`],
    ]) {
      const { stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect(rawControlCharacters(stdout + stderr)).toEqual([]);
    }
  });
});
