import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { rawControlCharacters, runCli, runJson, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';

interface Explanation {
  readonly record: {
    readonly id: string;
    readonly lineage: { readonly path: string };
    readonly sources: ReadonlyArray<{ readonly start: number; readonly end: number; readonly quote: string }>;
  };
  readonly row: { readonly file: string; readonly line: number };
  readonly pattern: { readonly name: string; readonly promise?: string };
  readonly checks: ReadonlyArray<{ readonly name: string }>;
  readonly alternatives: ReadonlyArray<{ readonly reason: string; readonly detail: string }>;
  readonly evidence: ReadonlyArray<{ readonly isInContext: boolean }>;
}

interface LineageRow {
  readonly id: string;
  readonly section: string;
  readonly lineage: { readonly path: string };
}

interface RejectRow {
  readonly candidate: { readonly section: string; readonly lineage: { readonly path: string } };
}

let folder: TemporaryFolder;
let lineage: readonly LineageRow[];
let rejected: readonly RejectRow[];
beforeAll(async () => {
  folder = await temporaryFolder(HANDBOOK);
  const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
  lineage = await readLines<LineageRow>('lineage.jsonl');
  rejected = await readLines<RejectRow>('rejected.jsonl');
});
afterAll(() => folder[Symbol.asyncDispose]());

async function readLines<Row>(name: string): Promise<readonly Row[]> {
  const lines = (await readFile(folder.at('dataset', name), 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Row);
}

describe('dsgen explain', () => {
  it('leads from a record back to document, section, passage, pattern and checks', async () => {
    const id = lineage[0]?.id ?? '';
    const { code, stdout } = await runCli(['explain', id.slice(0, 12)], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain(id);
    for (const title of [
      'evidence, in its document',
      'Where it comes from',
      'The pattern that made it',
      'Checks it passed',
    ])
      expect(stdout).toContain(title);
    expect(stdout).toContain(lineage[0]?.lineage.path);
    expect(stdout).toMatch(/characters \d+ to \d+: "/);
    expect(rawControlCharacters(stdout)).toEqual([]);
  });

  it('names every reject of the same section for every record', async () => {
    const {
      id,
      section,
      lineage: { path },
    } = lineage.at(-1) ?? { id: '', section: '', lineage: { path: '' } };
    const { json } = await runJson<Explanation>(['explain', id], { cwd: folder.path });
    const beside = rejected.filter(({ candidate }) => candidate.section === section && candidate.lineage.path === path);
    expect(json.alternatives.length).toBeGreaterThanOrEqual(beside.length);
    expect(json.alternatives.every(({ reason, detail }) => reason !== '' && detail !== '')).toBe(true);
  });

  it('gives as JSON the row in which the record is', async () => {
    const { json } = await runJson<Explanation>(['explain', lineage[0]?.id ?? ''], { cwd: folder.path });
    const rows = await readLines<{ output: string }>(json.row.file);
    const row = rows[json.row.line - 1];
    expect(json.record.sources.some(({ quote }) => row?.output.includes(quote.split('\n')[0] ?? quote))).toBe(true);
    expect(json.pattern.promise).toMatch(/\.$/);
    expect(json.checks.length).toBeGreaterThan(10);
    expect(json.evidence.every(({ isInContext }) => isInContext)).toBe(true);
  });

  it.each([
    [['explain', 'zzzz'], 3, '"zzzz"'],
    [['explain', 'a', '--dataset', 'none'], 3, 'none'],
    [['explain'], 2, 'the argument RECORD is missing'],
  ])('dsgen %j ends with code %i and says why', async (args, expected, named) => {
    const { code, stderr } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(expected);
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
