import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { HANDBOOK } from './support/corpus.ts';
import { temporaryFolder } from './support/cli.ts';

const run = promisify(execFile);

describe('the example programs', () => {
  it.each(['sdk-esm', 'sdk-commonjs'])('%s makes a dataset of the folder it is given', async (name) => {
    await using folder = await temporaryFolder(HANDBOOK);
    const program = fileURLToPath(new URL(`../examples/${name}/main.js`, import.meta.url));
    const { stdout } = await run(process.execPath, [program, folder.at('docs'), folder.at('dataset')], {
      cwd: folder.path,
    });
    expect(stdout).toMatch(/[1-9]\d* records in .*dataset/);
    expect(existsSync(folder.at('dataset', 'dataset.json'))).toBe(true);
  });
});
