import { describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder } from '../support/cli.ts';

const GOOD = '{"instruction":"Why?","input":"","output":"Because."}\n';
const BAD = '{"instruction":"Why?","output":5}\n';

describe('dsgen validate', () => {
  it('accepts a valid file and tells its format', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD + GOOD });
    const { code, stdout } = await runCli(['validate', 'rows.jsonl'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('2 rows, all valid as alpaca');
  });

  it('names line and column of each defect and ends with code 3', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': `${GOOD}${BAD}not json\n` });
    const { code, stdout, stderr } = await runCli(['validate', 'rows.jsonl', '--format', 'alpaca'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stdout).toContain('3 rows = 1 valid + 2 invalid');
    expect(stdout).toMatch(/line 2:\d+/);
    expect(stdout).toMatch(/line 3:1/);
    expect(stderr).toContain('2 rows of "rows.jsonl" are not valid');
  });

  it('reads standard input and answers JSON', async () => {
    await using folder = await temporaryFolder();
    const result = await runJson<{ rows: number; invalid: number }>(['validate', '-'], {
      cwd: folder.path,
      input: GOOD,
    });
    expect(result.json).toMatchObject({ rows: 1, invalid: 0 });
  });

  it('checks rows against a schema of the user', async () => {
    const schema = {
      type: 'object',
      required: ['q', 'a'],
      properties: { q: { type: 'string', 'x-dsgen': 'question' }, a: { type: 'string', 'x-dsgen': 'answer' } },
    };
    await using folder = await temporaryFolder({
      'row.schema.json': JSON.stringify(schema),
      'rows.jsonl': '{"q":"Why?","a":"So."}\n{"q":"Why?"}\n',
    });
    const { code, stdout } = await runCli(['validate', 'rows.jsonl', '--format', './row.schema.json'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stdout).toContain('1 valid + 1 invalid');
  });

  it('shows escapes of a row instead of sending them', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': '{"instruction":"a","output":"b","\\u001b[31mx":1}\n' });
    const { stdout } = await runCli(['validate', 'rows.jsonl', '--format', 'alpaca'], { cwd: folder.path });
    expect(stdout).not.toContain('\u001b');
  });

  it.each([
    [['validate', 'none.jsonl'], 3, '"none.jsonl": it does not exist'],
    [['validate', '.'], 3, 'it is a folder'],
    [['validate', 'rows.jsonl', '--format', 'alpacca'], 2, 'alpaca, sharegpt, openai'],
    [['validate', 'rows.jsonl', '--format', './none.json'], 3, './none.json'],
  ])('dsgen %j fails with the fix', async (args, expected, hint) => {
    await using folder = await temporaryFolder({ 'rows.jsonl': GOOD });
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(expected);
    expect(stderr).toContain(hint);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
