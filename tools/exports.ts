import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { report } from './support/report.ts';
import { packagesDirectory, root } from './support/sources.ts';

/** What a published package promises, checked as an installer and a compiler see it. */
async function publishProblems(name: string): Promise<string[]> {
  const { messages, pkg } = await publint({ pkgDir: join(packagesDirectory, name), strict: true, pack: 'npm' });
  return messages.map((message) => `${name}: ${formatMessage(message, pkg) ?? message.code}`);
}

/** Every package is ESM only: `require` of ESM is what CommonJS users have since Node 22.12. */
function typeProblems(name: string): string[] {
  if (!existsSync(join(packagesDirectory, name, 'dist', 'index.d.ts'))) return [];
  const attw = spawnSync(
    'attw',
    ['--pack', join(packagesDirectory, name), '--profile', 'esm-only', '--no-emoji', '--no-color'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  return attw.status === 0 ? [] : [`${name}: ${attw.stdout}${attw.stderr}`];
}

const problems: string[] = [];
for (const name of readdirSync(packagesDirectory).toSorted()) {
  problems.push(...(await publishProblems(name)), ...typeProblems(name));
}
report('exports', problems);
