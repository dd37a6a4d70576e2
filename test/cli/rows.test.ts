import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder } from '../support/cli.ts';

function alpaca(question: string, source?: string): string {
  return `${JSON.stringify({ instruction: question, input: '', output: 'So it is.', ...(source !== undefined && { source }) })}\n`;
}

const MANY = Array.from({ length: 200 }, (_, index) => alpaca(`Question ${index}?`, `document ${index % 9}`)).join('');

function sourcesOf(text = ''): Set<string> {
  return new Set(text.match(/document \d/g));
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

describe('dsgen split', () => {
  it('writes every row to one file, compressed as the input is, the same each time', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': MANY });
    const { path: cwd } = folder;
    const { json } = await runJson<{ splits: Record<string, number> }>(['split', 'rows.jsonl', '--out', 'a'], { cwd });
    expect(Object.keys(json.splits)).toEqual(['train', 'validation', 'test']);
    expect((await readdir(folder.at('a'))).toSorted()).toEqual(['test.jsonl', 'train.jsonl', 'validation.jsonl']);
    const texts = await Promise.all(['train', 'validation', 'test'].map((name) => folder.read(`a/${name}.jsonl`)));
    expect(texts.map((text) => linesOf(text).length)).toEqual(Object.values(json.splits));
    expect(linesOf(texts.join('')).toSorted()).toEqual(linesOf(MANY).toSorted());
    await runCli(['convert', 'rows.jsonl', 'rows.jsonl.gz', '--to', 'alpaca'], { cwd });
    await runCli(['split', 'rows.jsonl', '--out', 'b'], { cwd });
    expect(await folder.read('b/train.jsonl')).toBe(texts[0]);
    expect((await runCli(['split', 'rows.jsonl.gz', '--out', 'c'], { cwd })).code).toBe(0);
    expect((await readdir(folder.at('c'))).toSorted()).toEqual([
      'test.jsonl.gz',
      'train.jsonl.gz',
      'validation.jsonl.gz',
    ]);
    expect((await readdir(cwd)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('keeps the rows of a document together, and rows that are nearly the same', async () => {
    const near = Array.from({ length: 60 }, (_, index) => {
      const topic = `topic${index % 6}`;
      return alpaca(Array.from({ length: 80 }, (__, word) => `${topic}w${word}`).join(' ') + (index > 5 ? ' too' : ''));
    });
    await using folder = await temporaryFolder({ 'rows.jsonl': MANY, 'near.jsonl': near.join('') });
    const shares = ['--shares', 'train=50,test=50', '--seed', '3'];
    const { path: cwd } = folder;
    await runCli(['split', 'rows.jsonl', '--by', 'source', ...shares, '--out', 'by'], { cwd });
    const [train, test] = await Promise.all(['train', 'test'].map((name) => folder.read(`by/${name}.jsonl`)));
    expect(sourcesOf(train).intersection(sourcesOf(test)).size).toBe(0);
    expect(sourcesOf(train).size + sourcesOf(test).size).toBe(9);
    await runCli(['split', 'near.jsonl', '--near', '0.8', ...shares, '--out', 'near'], { cwd });
    const topics = await Promise.all(
      ['train', 'test'].map(async (name) => new Set((await folder.read(`near/${name}.jsonl`)).match(/topic\d/g))),
    );
    expect(topics[0]?.intersection(topics[1] ?? new Set()).size).toBe(0);
  });

  it('leaves files that exist, replaces them with --force, and leaves nothing when it fails', async () => {
    await using folder = await temporaryFolder({ 'rows.jsonl': MANY, 'out/train.jsonl': 'mine\n' });
    const { path: cwd } = folder;
    const refused = await runCli(['split', 'rows.jsonl', '--out', 'out'], { cwd });
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--force')]);
    const failed = await runCli(['split', 'rows.jsonl', '--by', 'nothing', '--out', 'out', '--force'], { cwd });
    expect([failed.code, failed.stderr]).toEqual([3, expect.stringContaining('the row on line 1 does not have it')]);
    expect(await readdir(folder.at('out'))).toEqual(['train.jsonl']);
    expect(await folder.read('out/train.jsonl')).toBe('mine\n');
    const launcher = ['bash', '-c', 'ulimit -f 1; exec "$@"', 'bash'];
    const full = await runCli(['split', 'rows.jsonl', '--out', 'full'], { cwd, launcher });
    expect([full.code, full.stderr]).toEqual([5, expect.stringContaining('ulimit -f')]);
    expect((await readdir(cwd)).toSorted()).toEqual(['out', 'rows.jsonl']);
    expect((await runCli(['split', 'rows.jsonl', '--out', 'out', '--force'], { cwd })).code).toBe(0);
    expect(await folder.read('out/train.jsonl')).toContain('Question');
  });

  it.each([
    [['--shares', 'train'], 2, 'train=90'],
    [['--shares', '../x=1'], 2, 'letters, digits'],
    [['--shares', 'a=1,a=2'], 2, 'named twice'],
    [['--shares', 'a=0'], 2, 'above 0'],
    [['--near', '0.1'], 2, 'from 0.5 to 1'],
    [['--near', '0.8', '--by', 'source'], 2, '--by'],
  ])('dsgen split %j fails with the fix', async (args, code, hint) => {
    await using folder = await temporaryFolder({ 'rows.jsonl': MANY });
    const result = await runCli(['split', 'rows.jsonl', '--out', 'out', ...args], { cwd: folder.path });
    expect([result.code, result.stderr]).toEqual([code, expect.stringContaining(hint)]);
  });
});

describe('dsgen merge, sample and dedupe', () => {
  it('join, thin out and clean files of any container, in a pipe too', async () => {
    await using folder = await temporaryFolder({
      'a.jsonl': alpaca('a?') + alpaca('b?'),
      'b.json': `[${alpaca('b?')}]`,
    });
    const { path: cwd } = folder;
    expect((await runCli(['merge', 'a.jsonl', 'b.json', '--out', 'all.parquet'], { cwd })).code).toBe(0);
    const unique = await runCli(['dedupe', 'all.parquet', '-'], { cwd });
    expect(unique.stdout).toBe(alpaca('a?') + alpaca('b?'));
    expect(unique.stderr).toContain('3 rows = 2 written to standard output + 1 equal + 0 near');
    expect(unique.stderr).toMatch(/line 3 +equal to line 2/);
    const sample = await runCli(['sample', '-', '-', '--rows', '1', '--seed', '5'], { cwd, input: unique.stdout });
    expect(linesOf(sample.stdout)).toHaveLength(1);
    expect(
      (await runCli(['sample', '-', '-', '--rows', '1', '--seed', '5'], { cwd, input: unique.stdout })).stdout,
    ).toBe(sample.stdout);
  });

  it('refuse formats that differ, and leave no file', async () => {
    await using folder = await temporaryFolder({
      'a.jsonl': alpaca('a?'),
      'b.jsonl': '{"messages":[{"role":"user","content":"Hi"}]}\n',
    });
    const { code, stderr } = await runCli(['merge', 'a.jsonl', 'b.jsonl', '--out', 'c.jsonl'], { cwd: folder.path });
    expect([code, stderr]).toEqual([3, expect.stringContaining('"b.jsonl" failed: its rows are openai')]);
    expect((await readdir(folder.path)).toSorted()).toEqual(['a.jsonl', 'b.jsonl']);
  });

  it('leave out rows that cannot be read, name them, and end with code 3', async () => {
    await using folder = await temporaryFolder({ 'a.jsonl': `${alpaca('a?')}nope\n{"a":1,"a":2}\n` });
    for (const args of [
      ['merge', 'a.jsonl', '--out', '-'],
      ['dedupe', 'a.jsonl', '-'],
      ['sample', 'a.jsonl', '-', '--share', '1'],
    ]) {
      const { code, stdout, stderr } = await runCli(args, { cwd: folder.path });
      expect([code, stdout]).toEqual([3, alpaca('a?')]);
      expect(stderr).toContain('line 2');
      expect(stderr).toContain('duplicate-key');
    }
  });

  it('find rows that are nearly the same, or the same in one field', async () => {
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`);
    const rows = alpaca(words.join(' ')) + alpaca(words.with(150, 'other').join(' ')) + alpaca('Something else?');
    await using folder = await temporaryFolder({ 'a.jsonl': rows });
    const near = await runJson(['dedupe', 'a.jsonl', 'b.jsonl', '--near', '0.8'], { cwd: folder.path });
    expect(near.json).toMatchObject({
      rows: 3,
      written: 2,
      near: 1,
      duplicates: [{ line: 2, ofLine: 1, kind: 'near' }],
    });
    const by = await runJson(['dedupe', 'a.jsonl', 'c.jsonl', '--by', 'output'], { cwd: folder.path });
    expect(by.json).toMatchObject({ written: 1, equal: 2 });
  });
});

describe('dsgen stats of a file', () => {
  it('counts what it holds, whatever its container', async () => {
    await using folder = await temporaryFolder({
      'a.jsonl': MANY + alpaca('Question 0?', 'document 0'),
      'bad.jsonl': 'nope\n',
    });
    const { path: cwd } = folder;
    const { json } = await runJson(['stats', 'a.jsonl'], { cwd });
    expect(json).toMatchObject({
      rows: 201,
      unreadable: 0,
      formats: { alpaca: 201 },
      duplicates: 1,
      turns: [[2, 201]],
    });
    await runCli(['convert', 'a.jsonl', 'a.parquet', '--to', 'openai'], { cwd });
    const { stdout } = await runCli(['stats', 'a.parquet'], { cwd });
    expect(stdout).toContain('a.parquet: 201 rows');
    expect(stdout).toMatch(/201 +100 % +messages +list 201/);
    expect(stdout).toMatch(/Tokens per row/);
    expect((await runCli(['stats', 'bad.jsonl'], { cwd })).stdout).toContain('1 cannot be read');
  });
});
