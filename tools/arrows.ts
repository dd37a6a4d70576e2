import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { report } from './support/report.ts';
import { importsOf, packagesDirectory, root, sourceFiles } from './support/sources.ts';

/** The import matrix of ARCHITECTURE.md as data: who may import whom. */
const matrix = JSON.parse(readFileSync(new URL('arrows.json', import.meta.url), 'utf8')) as Record<string, string[]>;

function packageNameOf(specifier: string): string | undefined {
  if (specifier === 'dsgen') return 'cli';
  return /^@dsgen\/([^/]+)/.exec(specifier)?.[1];
}

/** The stacks lie beside the packages: nobody installs them. */
function folderOf(name: string): string {
  return name === 'infra' ? join(root, 'infra') : join(packagesDirectory, name);
}

function manifestProblems(name: string): string[] {
  const manifest = JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(manifest.dependencies ?? {})
    .map(packageNameOf)
    .filter((target) => target !== undefined && !matrix[name]?.includes(target))
    .map((target) => `${name}/package.json depends on ${target}, which the matrix forbids`);
}

/** Test files may use the testkit and the lab beside what their package may import. */
function isAllowed(name: string, target: string, file: string): boolean {
  if (target === name) return false;
  if (matrix[name]?.includes(target)) return true;
  return (target === 'testkit' || target === 'aws-lab') && file.endsWith('.test.ts');
}

function importProblems(name: string, file: string): string[] {
  return importsOf(file).flatMap((specifier) => {
    const shown = relative(root, file);
    if (specifier.startsWith('.')) {
      const target = resolve(dirname(file), specifier);
      return target.startsWith(folderOf(name)) ? [] : [`${shown} reaches out of its package: ${specifier}`];
    }
    const target = packageNameOf(specifier);
    if (target === undefined || isAllowed(name, target, file)) return [];
    return [`${shown} imports ${specifier}; ${name} may import ${matrix[name]?.join(', ') || 'nothing'}`];
  });
}

const problems = Object.keys(matrix).flatMap((name) => [
  ...manifestProblems(name),
  ...sourceFiles(join(folderOf(name), 'src')).flatMap((file) => importProblems(name, file)),
]);
report('import matrix', problems);
