import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { report } from './support/report.ts';
import { packagesDirectory, root, sourceFiles } from './support/sources.ts';

/**
 * Runs what the documentation shows: every `ts` block and every `dsgen` line of a `sh` block in README.md and docs/guides,
 * and every `@example` of the packages. A block marked `no-run` is shown only.
 * Blocks of one file run in order in one folder that holds `./docs`, the example corpus.
 */
interface Example {
  readonly from: string;
  readonly language: string;
  readonly code: string;
}

const sandbox = join(root, '.cache', 'examples');

function markdownExamples(file: string): Example[] {
  const fences = /^```(ts|sh)\n([\s\S]*?)^```/gm;
  return Array.from(readFileSync(file, 'utf8').matchAll(fences), (match) => ({
    from: relative(root, file),
    language: match[1] ?? '',
    code: match[2] ?? '',
  }));
}

function docstringExamples(file: string): Example[] {
  const fences = /^ *\* @example[^\n]*\n *\* ```ts\n([\s\S]*?)^ *\* ```/gm;
  return Array.from(readFileSync(file, 'utf8').matchAll(fences), (match) => ({
    from: relative(root, file),
    language: 'ts',
    code: (match[1] ?? '').replace(/^ *\* ?/gm, ''),
  }));
}

function guideFiles(): string[] {
  const guides = join(root, 'docs', 'guides');
  const listed = readdirSync(join(root, 'docs')).includes('guides') ? readdirSync(guides) : [];
  return [join(root, 'README.md'), ...listed.filter((name) => name.endsWith('.md')).map((name) => join(guides, name))];
}

function run(command: string, folder: string): string | undefined {
  const path = `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
  const result = spawnSync(command, {
    cwd: folder,
    shell: 'bash',
    encoding: 'utf8',
    env: { ...process.env, PATH: path, NO_COLOR: '1' },
  });
  return result.status === 0 ? undefined : `exit ${result.status}\n${result.stdout}${result.stderr}`;
}

function runExample(example: Example, folder: string, index: number): string[] {
  if (example.language === 'ts') {
    const file = `example-${index}.ts`;
    writeFileSync(join(folder, file), example.code);
    const failure = run(`node ${file}`, folder);
    return failure === undefined ? [] : [`${example.from}, block ${index + 1}: ${failure}`];
  }
  const lines = example.code.split('\n').filter((line) => /^(npx )?dsgen /.test(line));
  return lines.flatMap((line) => {
    const failure = run(line.replace(/^npx /, ''), folder);
    return failure === undefined ? [] : [`${example.from}: ${line}: ${failure}`];
  });
}

function prepare(name: string): string {
  const folder = join(sandbox, name.replaceAll(/[^a-z0-9]+/gi, '-'));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  cpSync(join(root, 'examples', 'handbook'), join(folder, 'docs'), { recursive: true });
  return folder;
}

const sources = readdirSync(packagesDirectory).flatMap((name) => sourceFiles(join(packagesDirectory, name, 'src')));
const files = [
  ...guideFiles().map((file) => ({ file, examples: markdownExamples(file) })),
  ...sources.map((file) => ({ file, examples: docstringExamples(file) })),
].filter(({ examples }) => examples.length > 0);

rmSync(sandbox, { recursive: true, force: true });
const problems = files.flatMap(({ file, examples }) => {
  const folder = prepare(relative(root, file));
  return examples.flatMap((example, index) => runExample(example, folder, index));
});
console.log(`${files.reduce((sum, { examples }) => sum + examples.length, 0)} examples in ${files.length} files`);
report('documentation examples', problems);
