import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';

describe('dsgen init', () => {
  it('writes a commented recipe that plan and generate accept and find', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { code, stdout } = await runCli(['init'], { cwd: folder.path });
    expect(code).toBe(0);
    expect(stdout).toContain('dsgen.yaml');
    expect(await folder.read('dsgen.yaml')).toMatch(/^# /m);
    const plan = await runCli(['plan', 'docs'], { cwd: folder.path });
    expect(plan.code).toBe(0);
    expect(plan.stderr).toContain('Recipe: dsgen.yaml (found in this folder)');
  });

  it('never replaces a recipe without --force', async () => {
    await using folder = await temporaryFolder({ 'dsgen.yaml': 'seed: 5\n' });
    const refused = await runCli(['init'], { cwd: folder.path });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--force');
    expect(await folder.read('dsgen.yaml')).toBe('seed: 5\n');
    expect((await runCli(['init', '--force'], { cwd: folder.path })).code).toBe(0);
    expect(await folder.read('dsgen.yaml')).not.toBe('seed: 5\n');
  });

  it('says when it cannot write', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['init', 'none/dsgen.yaml'], { cwd: folder.path });
    expect(code).toBe(3);
    expect(stderr).toContain('none/dsgen.yaml');
  });
});
