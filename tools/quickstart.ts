import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './support/sources.ts';

/** The main job on the example corpus, as a new user would type it. */
const command = ['generate', 'examples/handbook', '--out', 'dataset'];
console.log(`\n$ dsgen ${command.join(' ')}\n`);
const dsgen = join(root, 'node_modules', '.bin', 'dsgen');
const { status } = spawnSync(dsgen, command, { cwd: root, stdio: 'inherit' });
if (status === 0) {
  console.log(`
Look at what you have:

  npm run dsgen -- show dataset --random 5          five records with their evidence
  npm run dsgen -- verify dataset --corpus examples/handbook
  npm run dsgen -- generate ~/my-documents --format openai --out my-dataset
`);
}
process.exitCode = status ?? 1;
