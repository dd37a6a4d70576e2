import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, temporaryFolder } from '../support/cli.ts';
import { HANDBOOK } from '../support/corpus.ts';

const FILES = {
  ...HANDBOOK,
  'scorers/brevity.mjs':
    "export default ({ messages }) => Math.min(1, 20 / messages.at(-1).content.split(' ').length);",
  'recipe.yaml': 'assess:\n  scorers: [./scorers/brevity.mjs]\n  scoreGates: ["brevity >= 0.8"]\n',
};

describe('a recipe with a scorer', () => {
  it('records the score of every record, leaves out what the gate keeps out and says so', async () => {
    await using folder = await temporaryFolder(FILES);
    const { code, json } = await runJson<{ records: number; reasons: Record<string, number> }>(
      ['generate', 'docs', '--recipe', 'recipe.yaml'],
      { cwd: folder.path },
    );
    expect(code).toBe(0);
    expect(json.reasons['candidate/low-score']).toBeGreaterThan(0);
    const rows = await readRows(folder.at('dataset/lineage.jsonl'));
    expect(rows).toHaveLength(json.records);
    for (const { quality } of rows) expect(quality['brevity']).toBeGreaterThanOrEqual(0.8);
    const rejected = await readFile(folder.at('dataset/rejected.jsonl'), 'utf8');
    expect(rejected).toContain('the gate asks for >= 0.8');
    const manifest = await readFile(folder.at('dataset/dataset.json'), 'utf8');
    expect(manifest).toContain('"brevity.mjs"');
    expect(manifest).not.toContain('scorers/brevity.mjs');
    const explained = await runCli(['explain', rows[0]?.id ?? ''], { cwd: folder.path });
    expect(explained.stdout).toMatch(/scores\s+brevity (?:1|0\.\d+); every gate lets it through/);
  });

  it('changes which records there are without reading a document again', async () => {
    await using folder = await temporaryFolder(FILES);
    await runCli(['generate', 'docs'], { cwd: folder.path });
    const { stdout } = await runCli(['generate', 'docs', '--recipe', 'recipe.yaml', '--out', 'scored'], {
      cwd: folder.path,
    });
    expect(stdout).toContain('3 documents unchanged since an earlier run');
  });
});

async function readRows(file: string): Promise<Array<{ id: string; quality: Record<string, number | null> }>> {
  const text = await readFile(file, 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; quality: Record<string, number | null> });
}
