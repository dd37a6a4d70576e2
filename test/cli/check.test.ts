import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';

const GOOD = '{"instruction":"Why?","input":"","output":"Because."}\n';
const OBJECT_ANSWER = '{"instruction":"Why?","input":"","output":{"a":1}}\n';

interface CheckJson {
  readonly isClean: boolean;
  readonly files: ReadonlyArray<{
    readonly file: string;
    readonly rows: number;
    readonly format: string;
    readonly lengths: { readonly contexts: readonly unknown[] };
    readonly consumers: ReadonlyArray<{
      readonly consumer: string;
      readonly accepted: number;
      readonly outcomes: Readonly<Record<string, number>>;
    }>;
  }>;
  readonly repair?: { readonly written: number; readonly changed: number; readonly leftOut: number };
  readonly error?: { readonly code: string; readonly exitCode: number };
}

describe('dsgen check', () => {
  it('asks every trainer that reads the format and tells how long the rows are', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD.repeat(3) });
    const { code, stdout } = await runCli(['check', 'rows.jsonl'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('rows.jsonl: 3 rows, alpaca (told from the rows)');
    for (const name of ['llamafactory', 'axolotl', 'torchtune'])
      expect(stdout).toMatch(new RegExp(`^ +${name} +3`, 'm'));
    for (const context of ['2,048', '4,096', '8,192', '32,768']) expect(stdout).toContain(context);
  });

  it('names line, column, rule and fix of what would be lost and ends with code 3', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': `${GOOD}${OBJECT_ANSWER}oops\n` });
    const { code, stdout, stderr } = await runCli(['check', 'rows.jsonl', '--for', 'llamafactory'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stdout).toMatch(/llamafactory +1 +1 +1 +0 +0/);
    expect(stdout).toMatch(/1 row +dropped +output-not-text/);
    expect(stdout).toContain('line 2:43');
    expect(stdout).toContain('line 3:1');
    expect(stderr).toContain('--fix OUT');
  });

  it('reports rows that a context does not hold', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD + GOOD.replace('Because', 'so '.repeat(50)) });
    const { code, json } = await runJson<CheckJson>(
      ['check', 'rows.jsonl', '--for', 'llamafactory,axolotl', '--context', '20'],
      { cwd: folder.path },
    );
    expect(code).toBe(3);
    const outcomes = json.files[0]?.consumers.map(({ consumer, outcomes: counts }) => [consumer, counts]);
    expect(outcomes).toMatchObject([
      ['llamafactory', { truncated: 1, dropped: 0 }],
      ['axolotl', { truncated: 0, dropped: 1 }],
    ]);
  });

  it('writes a repaired file that the trainer takes', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD + OBJECT_ANSWER });
    const args = ['check', 'rows.jsonl', '--for', 'llamafactory', '--fix', 'repaired.jsonl'];
    const { code, json } = await runJson<CheckJson>(args, { cwd: folder.path });
    expect(code).toBe(0);
    expect(json).toMatchObject({ isClean: true, repair: { written: 2, changed: 1, leftOut: 0 } });
    expect(await folder.read('repaired.jsonl')).toBe(
      `${GOOD}{"instruction":"Why?","input":"","output":"{\\"a\\":1}"}\n`,
    );
    expect((await runCli(['check', 'repaired.jsonl', '--for', 'llamafactory'], { cwd: folder.path })).code).toBe(0);
  });

  it('leaves out what no repair helps, says why, and ends with code 3', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': `${GOOD}oops\n` });
    const args = ['check', 'rows.jsonl', '--for', 'axolotl', '--fix', 'repaired.jsonl'];
    const { code, stdout } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(3);
    expect(stdout).toContain('2 rows = 1 written');
    expect(stdout).toMatch(/line 2 +json-syntax/);
    expect(await folder.read('repaired.jsonl')).toBe(GOOD);
  });

  it('reads standard input, compressed too', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl.gz': gzipSync(GOOD) });
    const file = await runJson<CheckJson>(['check', 'rows.jsonl.gz'], { cwd: folder.path });
    const stdin = await runJson<CheckJson>(['check', '-'], { cwd: folder.path, input: GOOD });
    expect(file.json.files[0]).toEqual({ ...stdin.json.files[0], file: 'rows.jsonl.gz' });
  });

  it.each([
    [['check', 'rows.jsonl', '--for', 'nobody'], 2, 'llamafactory, axolotl'],
    [['check', 'rows.jsonl', '--fix', '-'], 2, 'a file for the repaired rows'],
    [['check', '-', '--fix', 'out.jsonl'], 2, 'Name a file of rows'],
    [['check', 'none.jsonl'], 3, '"none.jsonl": it does not exist'],
    [['check', '.'], 3, 'dataset.json'],
    [['check', 'rows.jsonl', '--fix', '.'], 2, 'it is a folder'],
    [['check', 'empty.jsonl'], 3, 'no rows'],
    [['check', 'odd.jsonl'], 3, 'which belong to no known format'],
  ])('dsgen %j fails with the fix', async (args, expected, hint) => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD, 'odd.jsonl': '{"a":1}\n', 'empty.jsonl': '' });
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(expected);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('dsgen convert --for', () => {
  const called =
    '{"messages":[{"role":"user","content":"Weather?"},{"role":"assistant","content":null,"tool_calls":[{"id":"call_1","type":"function","function":{"name":"w","arguments":"{\\"city\\":\\"Oslo\\"}"}}]},{"role":"tool","tool_call_id":"call_1","content":"cold"},{"role":"assistant","content":"Cold."}],"tools":[{"type":"function","function":{"name":"w"}}]}\n';

  it('shapes rows for the consumer, in a format that it reads', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': called });
    const { code } = await runCli(['convert', 'rows.jsonl', 'trl.jsonl', '--for', 'trl'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(JSON.parse(await folder.read('trl.jsonl'))).toMatchObject({
      messages: [{}, { content: '', tool_calls: [{ function: { arguments: { city: 'Oslo' } } }] }, {}, {}],
    });
    expect((await runCli(['check', 'trl.jsonl', '--for', 'trl'], { cwd: folder.path })).code).toBe(0);
  });

  it('leaves out rows that the consumer would not take and ends with code 3', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': called });
    const { code, stderr } = await runCli(['convert', 'rows.jsonl', 'out.jsonl', '--for', 'together'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stderr).toContain('column-unknown');
  });

  it('refuses a format that the consumer does not read', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD });
    const args = ['convert', 'rows.jsonl', 'out.jsonl', '--for', 'unsloth', '--to', 'alpaca'];
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('--to with one of sharegpt');
  });
});

describe('dsgen check of what dsgen generates', () => {
  const handbook = fileURLToPath(new URL('../../examples/handbook', import.meta.url));
  let folder: TemporaryFolder;
  beforeAll(async () => {
    folder = await temporaryFolder();
  });
  afterAll(() => folder[Symbol.asyncDispose]());

  it.each(['alpaca', 'sharegpt', 'openai', 'prompt-completion', 'bedrock', 'vertex', 'mistral'])(
    'finds that every trainer of %s takes every row',
    async (format) => {
      const args = ['generate', handbook, '--store', 'store', '--format', format, '--out', format];
      expect(await runCli(args, { cwd: folder.path })).toMatchObject({ code: 0 });
      const { code, json } = await runJson<CheckJson>(['check', format], { cwd: folder.path });
      expect(json.files[0]?.rows).toBeGreaterThan(10);
      for (const file of json.files) {
        expect(file.format).toBe(format);
        expect(file.consumers.length).toBeGreaterThan(0);
      }
      expect(code).toBe(0);
    },
  );
});
