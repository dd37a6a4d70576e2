import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from '../support/corpus.ts';
import { temporaryFolder } from '../support/cli.ts';

const run = promisify(execFile);
/** Programs are evaluated here, so that they find the built packages as an installed project would. */
const workspace = fileURLToPath(new URL('../..', import.meta.url));

async function evaluate(program: string, ...parameters: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [...parameters, '-e', program], { cwd: workspace });
  return stdout.trim();
}

function generateProgram(folder: string): string {
  const paths = JSON.stringify([`${folder}/docs`]);
  return `const dsgen = createDsgen();
    const job = await dsgen.generate({ paths: ${paths}, recipe: { tasks: ['qa'] }, out: ${JSON.stringify(`${folder}/dataset`)} });
    let streamed = 0;
    for await (const record of job.records()) streamed += record.messages.length > 1 ? 1 : 0;
    const { ledger } = await job.result();
    await dsgen.close();
    console.log(JSON.stringify([streamed, ledger.candidates.accepted]));`;
}

describe('@dsgen/sdk', () => {
  it('works in an ES module', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const program = `import { createDsgen } from '@dsgen/sdk'; ${generateProgram(folder.path)}`;
    const [streamed, accepted] = JSON.parse(await evaluate(program, '--input-type=module')) as number[];
    expect(accepted).toBeGreaterThan(0);
    expect(streamed).toBe(accepted);
  });

  it('works in a CommonJS module', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const program = `const { createDsgen } = require('@dsgen/sdk'); (async () => { ${generateProgram(folder.path)} })();`;
    const [streamed, accepted] = JSON.parse(await evaluate(program, '--input-type=commonjs')) as number[];
    expect(accepted).toBeGreaterThan(0);
    expect(streamed).toBe(accepted);
  });

  it('works in a worker thread', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const inner = `import { createDsgen } from '@dsgen/sdk'; ${generateProgram(folder.path)}`;
    const program = `import { Worker } from 'node:worker_threads';
      const worker = new Worker(new URL('data:text/javascript,' + encodeURIComponent(
        ${JSON.stringify(inner)}.replace("'@dsgen/sdk'", JSON.stringify(import.meta.resolve('@dsgen/sdk'))))));
      worker.on('error', (error) => { console.error(error); process.exitCode = 1; });`;
    const [streamed, accepted] = JSON.parse(await evaluate(program, '--input-type=module')) as number[];
    expect(accepted).toBeGreaterThan(0);
    expect(streamed).toBe(accepted);
  });
});
