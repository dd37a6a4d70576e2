import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const packagesDirectory = join(root, 'packages');

/** Every TypeScript file below a folder, sorted, without build output and fixtures. */
export function sourceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(^|\/)(dist|node_modules|fixtures)\//.test(file))
    .toSorted()
    .map((file) => join(folder, file));
}

/** Module names a file imports, statically or on demand; comments do not count. */
export function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return Array.from(code.matchAll(pattern), (match) => match[1] ?? '');
}
