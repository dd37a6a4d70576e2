import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { runCli, temporaryFolder } from '../support/cli.ts';

async function bashCompletes(...words: readonly string[]): Promise<string[]> {
  await using folder = await temporaryFolder();
  const { stdout } = await runCli(['completion', 'bash'], { cwd: folder.path });
  const list = words.map((word) => `'${word}'`).join(' ');
  const program = `${stdout}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _dsgen; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const answer = execFileSync('bash', ['--norc', '-c', program], { cwd: folder.path, encoding: 'utf8' });
  return answer.split('\n').filter((word) => word !== '');
}

describe('dsgen completion', () => {
  it('completes commands, commands of a topic, flags and their values in bash', async () => {
    expect(await bashCompletes('dsgen', 'ge')).toEqual(['generate']);
    expect(await bashCompletes('dsgen', 'jobs', '')).toEqual(['cancel', 'list', 'logs', 'resume', 'show', 'watch']);
    expect(await bashCompletes('dsgen', 'plan', './docs', '--inc')).toEqual(['--include']);
    expect(await bashCompletes('dsgen', 'jobs', 'show', '--st')).toEqual(['--store']);
    expect(await bashCompletes('dsgen', 'generate', '--html', 'a')).toEqual(['article']);
  });

  it.each(['zsh', 'fish'])('prints a script for %s that names every command', async (shell) => {
    await using folder = await temporaryFolder();
    const { code, stdout } = await runCli(['completion', shell], { cwd: folder.path });
    expect(code).toBe(0);
    for (const word of ['generate', 'verify', 'resume', 'max-quarantined']) expect(stdout).toContain(word);
  });

  it('refuses a shell it does not know', async () => {
    await using folder = await temporaryFolder();
    const { code, stderr } = await runCli(['completion', 'csh'], { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain('bash, zsh, fish');
  });
});
