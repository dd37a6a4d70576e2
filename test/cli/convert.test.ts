import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
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

  it.each(['b.jsonl.gz', 'b.jsonl.zst', 'b.jsonl.br', 'b.json', 'b.csv', 'b.parquet', 'b.tar', 'b.csv.br'])(
    'writes %s as its name says, and every command reads it back',
    async (name) => {
      await using folder = await temporaryFolder({ 'a.jsonl': ALPACA.repeat(3) });
      const { path: cwd } = folder;
      expect((await runCli(['convert', 'a.jsonl', name, '--to', 'alpaca'], { cwd })).code).toBe(0);
      expect((await runCli(['convert', name, 'c.jsonl', '--to', 'alpaca'], { cwd })).code).toBe(0);
      expect(await folder.read('c.jsonl')).toBe(ALPACA.repeat(3));
      expect((await runCli(['validate', name], { cwd })).stdout).toContain('3 rows, all valid as alpaca');
      const check = await runCli(['check', name, '--for', 'llamafactory'], { cwd });
      expect(check.stdout).toMatch(/llamafactory +3 /);
    },
  );

  it('leaves a file that exists, unless it is told to replace it', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA, 'b.jsonl': 'mine\n' });
    const refused = await runCli(['convert', 'a.jsonl', 'b.jsonl'], { cwd: folder.path });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(await folder.read('b.jsonl')).toBe('mine\n');
    expect((await runCli(['convert', 'a.jsonl', 'b.jsonl', '--force'], { cwd: folder.path })).code).toBe(0);
    expect(await folder.read('b.jsonl')).toContain('messages');
  });

  it('writes into a pipe or device and leaves it in its place', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA });
    spawnSync('mkfifo', [folder.at('pipe')]);
    const [read, written] = await Promise.all([
      readFile(folder.at('pipe'), 'utf8'),
      runCli(['convert', 'a.jsonl', 'pipe', '--to', 'alpaca'], { cwd: folder.path }),
    ]);
    expect(written.code).toBe(0);
    expect(read).toBe(ALPACA);
    expect((await readdir(folder.path)).toSorted()).toEqual(['a.jsonl', 'pipe']);
  });

  it('says that the disk is full, or a file may not be so large, and leaves nothing half-written', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA.repeat(100) });
    const full = await runCli(['convert', 'a.jsonl', '/dev/full'], { cwd: folder.path });
    expect([full.code, full.stderr]).toEqual([5, expect.stringContaining('the disk is full')]);
    const launcher = ['bash', '-c', 'ulimit -f 1; exec "$@"', 'bash'];
    const large = await runCli(['convert', 'a.jsonl', 'b.jsonl'], { cwd: folder.path, launcher });
    expect([large.code, large.stderr]).toEqual([5, expect.stringContaining('ulimit -f')]);
    expect(await readdir(folder.path)).toEqual(['a.jsonl']);
  });

  it('ends quietly when nobody reads on', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA.repeat(50_000) });
    const launcher = ['bash', '-c', '"$@" | head -n 1; exit ${PIPESTATUS[0]}', 'bash'];
    const { code, stdout, stderr } = await runCli(['convert', 'a.jsonl', '-'], { cwd: folder.path, launcher });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('refuses rows of several formats in one file where they do not fit, by line', async () => {
    const chat = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello."}]}\n';
    await using folder = await temporaryFolder({ 'a.jsonl': ALPACA.repeat(3) + chat });
    const { code, stderr } = await runCli(['convert', 'a.jsonl', 'b.jsonl'], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain('3 written');
    expect(stderr).toContain('line 4');
  });
});
