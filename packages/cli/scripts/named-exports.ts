import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Plugin } from 'esbuild';

const require = createRequire(import.meta.url);
const NAMESPACE = 'named-exports';

/**
 * Gives `await import('some-commonjs-package')` the named exports that Node gives it. esbuild splits such a package into a chunk
 * with a default export only, so code that works unbundled would find its names undefined.
 */
export function namedExports(): Plugin {
  return {
    name: NAMESPACE,
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ kind, path, resolveDir, pluginData }) => {
        if (kind !== 'dynamic-import' || pluginData === NAMESPACE) return undefined;
        const resolved = await build.resolve(path, { kind, resolveDir, pluginData: NAMESPACE });
        if (resolved.external || resolved.errors.length > 0 || !isCommonJs(resolved.path)) return resolved;
        return { path: resolved.path, namespace: NAMESPACE, pluginData: resolveDir };
      });
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => ({
        contents: wrapper(path),
        loader: 'js',
        resolveDir: dirname(path),
      }));
    },
  };
}

function wrapper(path: string): string {
  const names = Object.keys(require(path) as object).filter(
    (name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default',
  );
  return [
    `const module = require(${JSON.stringify(path)});`,
    'export default module;',
    ...names.map((name) => `export const ${name} = module.${name};`),
  ].join('\n');
}

function isCommonJs(path: string): boolean {
  const extension = extname(path);
  if (extension === '.cjs') return true;
  return extension === '.js' && packageType(path) !== 'module' && !MODULE_SYNTAX.test(readFileSync(path, 'utf8'));
}

/** Files for bundlers are ES modules in packages that do not say so. */
const MODULE_SYNTAX = /^(?:import|export)\s/mu;

function packageType(path: string): string | undefined {
  for (let folder = dirname(path); dirname(folder) !== folder; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { readonly type?: string }).type;
  }
  return undefined;
}
