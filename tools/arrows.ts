import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { report } from './support/report.ts';
import { importsOf, packagesDirectory, sourceFiles } from './support/sources.ts';

/** The import matrix of ARCHITECTURE.md as data: who may import whom. */
const matrix = JSON.parse(readFileSync(new URL('arrows.json', import.meta.url), 'utf8')) as Record<string, string[]>;

function packageNameOf(specifier: string): string | undefined {
  if (specifier === 'dsgen') return 'cli';
  return /^@dsgen\/([^/]+)/.exec(specifier)?.[1];
}

function manifestProblems(name: string): string[] {
  const manifest = JSON.parse(readFileSync(join(packagesDirectory, name, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  return Object.keys(manifest.dependencies ?? {})
    .map(packageNameOf)
    .filter((target) => target !== undefined && !matrix[name]?.includes(target))
    .map((target) => `packages/${name}/package.json depends on ${target}, which the matrix forbids`);
}

/** Test files may use the testkit and the lab beside what their package may import. */
function isAllowed(name: string, target: string, file: string): boolean {
  if (target === name) return false;
  if (matrix[name]?.includes(target)) return true;
  return (target === 'testkit' || target === 'aws-lab') && file.endsWith('.test.ts');
}

function importProblems(name: string, file: string): string[] {
  return importsOf(file).flatMap((specifier) => {
    const shown = relative(resolve(packagesDirectory, '..'), file);
    if (specifier.startsWith('.')) {
      const target = resolve(dirname(file), specifier);
      return target.startsWith(join(packagesDirectory, name))
        ? []
        : [`${shown} reaches out of its package: ${specifier}`];
    }
    const target = packageNameOf(specifier);
    if (target === undefined || isAllowed(name, target, file)) return [];
    return [`${shown} imports ${specifier}; ${name} may import ${matrix[name]?.join(', ') || 'nothing'}`];
  });
}

const problems = Object.keys(matrix).flatMap((name) => [
  ...manifestProblems(name),
  ...sourceFiles(join(packagesDirectory, name, 'src')).flatMap((file) => importProblems(name, file)),
]);
report('import matrix', problems);
