import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, missingFor } from '@dsgen/aws-lab';
import { acknowledgementsOf } from '../src/checks/acknowledge.ts';
import { createApp } from '../src/create-app.ts';
import { VARIANTS } from '../src/fixtures/variants.ts';
import { addPlatform } from '../src/platform.ts';

/**
 * `npm run infra:synth`: synthesises every stack of every variant with all checks as errors, then reads the templates with
 * cfn-lint. Prints what there is last; exits non-zero when something was found.
 */
const infra = fileURLToPath(new URL('..', import.meta.url));
const output = join(infra, '.cache', 'synth');
const functionsFolder = join(infra, '.cache', 'worker');

interface Synthesis {
  readonly templates: readonly string[];
  readonly resources: number;
  readonly acknowledged: number;
}

function synthesise(name: string, options: (typeof VARIANTS)[string]): Synthesis {
  const folder = join(output, name);
  const app = createApp({ outputFolder: folder });
  addPlatform(app, { ...options, functionsFolder, image: { folder: functionsFolder } });
  app.synth();
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.template.json'))
    .map((file) => join(folder, file));
  const resources = templates.reduce((sum, file) => sum + Object.keys(resourcesOf(file)).length, 0);
  return {
    templates,
    resources,
    acknowledged: acknowledgementsOf(app).filter(({ id }) => id.includes('AwsSolutions')).length,
  };
}

function resourcesOf(template: string): object {
  return (JSON.parse(readFileSync(template, 'utf8')) as { readonly Resources?: object }).Resources ?? {};
}

/** Undefined where there is no Python to run it with. */
async function lint(templates: readonly string[]): Promise<boolean | undefined> {
  const missing = missingFor(['cfnLint']);
  if (missing.length > 0) return process.env['DSGEN_REQUIRE_LAB'] === '1' ? false : undefined;
  const program = await install('cfnLint');
  return spawnSync(program, ['--', ...templates], { cwd: infra, stdio: 'inherit' }).status === 0;
}

rmSync(output, { recursive: true, force: true });
const syntheses = Object.entries(VARIANTS).map(([name, options]) => [name, synthesise(name, options)] as const);
const isClean = await lint(syntheses.flatMap(([, { templates }]) => templates));
for (const [name, { templates, resources, acknowledged }] of syntheses) {
  console.log(
    `${name}: ${templates.length} stacks, ${resources} resources, 0 findings, ${acknowledged} acknowledged with reasons`,
  );
}
console.log(`cfn-lint: ${isClean === undefined ? 'skipped, it needs Python 3.10+' : isClean ? 'clean' : 'not clean'}`);
if (isClean === false) process.exitCode = 1;
