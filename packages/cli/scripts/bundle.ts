import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Plugin } from '@oclif/core/config';
import { build, type BuildOptions, type Metafile, type OutputFile } from 'esbuild';
import { namedExports } from './named-exports.ts';

/**
 * Builds `dist/`: one small entry that answers `--version`, one chunk per command that is loaded when it runs, and the two
 * entries that the embedded back end starts as a process and as a thread. Everything of the workspace is inside; packages with
 * native or wasm files stay outside and are the dependencies of the published package.
 */
const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const workspacePackages = join(packageFolder, '..');
const dist = join(packageFolder, 'dist');

interface PackageManifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

function readManifest(name: string): PackageManifest {
  return JSON.parse(readFileSync(join(workspacePackages, name, 'package.json'), 'utf8')) as PackageManifest;
}

/** The published CLI must run the parsers that the engine was tested with. */
function checkVersions(cli: PackageManifest, engine: PackageManifest): void {
  for (const [name, version] of Object.entries(cli.dependencies)) {
    if (engine.dependencies[name] !== version) {
      throw new Error(
        `packages/cli depends on ${name}@${version}, packages/engine on ${engine.dependencies[name] ?? 'nothing of that name'}`,
      );
    }
  }
}

function commandEntries(): Record<string, string> {
  const folder = join(packageFolder, 'src', 'commands');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return Object.fromEntries(files.map((file) => [`commands/${file.replace(/\.ts$/, '')}`, join(folder, file)]));
}

/** Bundled CommonJS asks for `require` and for its own place, which ES modules do not have. */
const COMMONJS_SUPPORT = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join(' ');

function buildOptions(cli: PackageManifest): BuildOptions {
  const backend = join(workspacePackages, 'backend-local', 'dist');
  return {
    absWorkingDir: packageFolder,
    entryPoints: {
      bin: join(packageFolder, 'src', 'bin.ts'),
      'hooks/command-not-found': join(packageFolder, 'src', 'hooks', 'command-not-found.ts'),
      ...commandEntries(),
      'document-child': join(backend, 'document-child.js'),
      'hash-worker': join(workspacePackages, 'backend-aws', 'dist', 'upload', 'hash-worker.js'),
    },
    outdir: dist,
    // Chunks lie beside the entries: the back end looks for its entries in the folder it runs from.
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.19',
    // Class names decide exit codes and stacks are read by people, so names stay.
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    legalComments: 'none',
    external: [...Object.keys(cli.dependencies), 'canvas'],
    define: { DSGEN_VERSION: JSON.stringify(cli.version), 'process.env.NODE_ENV': '"production"' },
    banner: { js: COMMONJS_SUPPORT },
    plugins: [namedExports()],
    metafile: true,
    write: false,
    logLevel: 'warning',
  };
}

/** The entries of the back end are found beside the chunk that starts them. */
function checkPlaces(metafile: Metafile): void {
  for (const [output, { inputs }] of Object.entries(metafile.outputs)) {
    const isNested = relative('dist', output) !== basename(output);
    if (isNested && Object.keys(inputs).some((input) => /backend-(local|aws)\/dist/.test(input))) {
      throw new Error(`${output} holds code of a back end, which must lie directly in dist`);
    }
  }
}

/** What oclif reads instead of loading every command. */
async function writeCommandManifest(): Promise<void> {
  const plugin = new Plugin({ root: packageFolder, type: 'core', ignoreManifest: true, errorOnManifestCreate: true });
  await plugin.load();
  writeFileSync(join(packageFolder, 'oclif.manifest.json'), `${JSON.stringify(plugin.manifest, undefined, 2)}\n`);
}

/** New files first, then the old ones go: a command that starts meanwhile finds one build or the other. */
function replaceDist(files: readonly OutputFile[]): void {
  const written = new Set(files.map(({ path }) => path));
  for (const { path, contents } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, contents);
    renameSync(`${path}.new`, path);
  }
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !written.has(path) && !path.startsWith(join(dist, 'types'))) rmSync(path);
  }
}

const cli = readManifest('cli');
checkVersions(cli, readManifest('engine'));
const { metafile, outputFiles = [] } = await build(buildOptions(cli));
if (metafile === undefined) throw new Error('esbuild gave no metafile');
checkPlaces(metafile);
replaceDist(outputFiles);
await writeCommandManifest();
