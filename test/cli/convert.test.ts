import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/cli.ts';

const ALPACA = '{"instruction":"Why is it so?","input":"It is so.","output":"Because it is."}\n';

describe('dsgen convert', () => {
  it('converts a file and converts it back', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA });
    const there = await runCli(['convert', 'a.jsonl', 'b.jsonl', '--to', 'openai'], { cwd: folder.path });
    expect(there.code).toBe(0);
    expect(there.stderr).toContain('1 row = 1 written');
    expect(JSON.parse(await folder.read('b.jsonl'))).toMatchObject({
      messages: [{ role: 'user' }, { role: 'assistant', content: 'Because it is.' }],
    });
    expect((await runCli(['convert', 'b.jsonl', 'c.jsonl', '--to', 'alpaca'], { cwd: folder.path })).code).toBe(0);
    expect(JSON.parse(await folder.read('c.jsonl'))).toMatchObject({ output: 'Because it is.' });
  });

  it('stands within a pipe: rows on standard output, words on standard error', async () => {
    await using folder = await temporaryFolder();
    const { code, stdout, stderr } = await runCli(['convert', '-', '-', '--from', 'alpaca', '--to', 'sharegpt'], {
      cwd: folder.path,
      input: ALPACA,
    });
    expect(code).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stdout)).toHaveProperty('conversations');
    expect(stderr).toContain('1 row');
  });

  it('leaves out rows that are not valid, says which, and ends with code 3', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': `${ALPACA}{"instruction":1}\n` });
    const { code, stderr } = await runCli(['convert', 'a.jsonl', 'b.jsonl', '--from', 'alpaca', '--to', 'openai'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stderr).toContain('1 written');
    expect(stderr).toContain('line 2');
  });

  it('stops at the first defect with --strict and leaves no file', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': `${ALPACA}{"instruction":1}\n` });
    const { code, stderr } = await runCli(['convert', 'a.jsonl', 'b.jsonl', '--from', 'alpaca', '--strict'], {
      cwd: folder.path,
    });
    expect(code).toBe(3);
    expect(stderr).toContain('line 2');
    expect(await readdir(folder.path)).toEqual(['a.jsonl']);
  });
});
