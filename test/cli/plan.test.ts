import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, runJson, temporaryFolder } from '../support/cli.ts';

describe('dsgen plan', () => {
  it('shows every document with its route, the sums, and what would give nothing and why', async () => {
    await using folder = await temporaryFolder({
      ...HANDBOOK,
      'docs/empty.md': '',
      'docs/.hidden': 'x',
      'docs/app.exe': 'MZ\u0000\u0001',
    });
    const { code, stdout } = await runCli(['plan', 'docs'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toMatch(/text\s+\w+\s+fast .*leave\.md/);
    expect(stdout).toContain('Would give nothing');
    expect(stdout).toMatch(/skipped\s+empty\s+.*empty\.md/);
    expect(stdout).toMatch(/Documents\s+6 = 3 to read \+ 3 to skip \+ 0 to quarantine/);
    expect(existsSync(folder.at('dataset'))).toBe(false);
  });

  it('gives the same as JSON', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { json } = await runJson<{
      documents: Array<{ path: string }>;
      totals: { documents: number; planned: number };
    }>(['plan', 'docs', '--exclude', '**/security/**'], { cwd: folder.path });
    expect(json.totals).toMatchObject({ documents: 3, planned: 2 });
    expect(json.documents.map(({ path }) => path)).toEqual(json.documents.map(({ path }) => path).toSorted());
  });
});
