import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WORKER_FUNCTIONS } from '@dsgen/backend-aws/names';
import { build } from 'esbuild';

/**
 * Bundles the workers into one folder: an entry per function, the container, the process that meets documents, and the packages that
 * have native or wasm files. The folder is the code of the functions and, with its Dockerfile, of the container.
 */
const infra = fileURLToPath(new URL('..', import.meta.url));
const packages = join(infra, '..', 'packages');
const output = join(infra, '.cache', 'worker');
/** Stay as they are: native code, wasm and data files beside the code. */
const WHOLE_PACKAGES = ['@hyzyla/pdfium', '@llamaindex/liteparse', '@tesseract.js-data/eng'];
/** Lambda's limit for code is 250 MiB unpacked. */
const MAX_MEBIBYTES = 250;

/** The image is Debian, as the machines that test the native packages. */
const DOCKERFILE = `FROM public.ecr.aws/docker/library/node:24-bookworm-slim
COPY . /opt/dsgen
USER node
ENTRYPOINT ["node", "/opt/dsgen/container.mjs"]
`;

/** Bundled CommonJS asks for `require` and for its own place, which ES modules do not have. */
const COMMONJS_SUPPORT = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __filename = __fileURLToPath(import.meta.url);',
  "const __dirname = __fileURLToPath(new URL('.', import.meta.url));",
].join(' ');

interface PackageManifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): PackageManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageManifest;
}

/** A package and what it depends on, as this platform has it. */
function copyPackage(name: string, from: string, copied = new Set<string>()): void {
  const found = join(from, name);
  if (copied.has(name) || !existsSync(found)) return;
  copied.add(name);
  const folder = realpathSync(found);
  cpSync(folder, join(output, 'node_modules', name), { recursive: true, dereference: true });
  const siblings = name.startsWith('@') ? dirname(dirname(folder)) : dirname(folder);
  const { dependencies, optionalDependencies } = readManifest(folder);
  for (const dependency of Object.keys({ ...dependencies, ...optionalDependencies }))
    copyPackage(dependency, siblings, copied);
}

const worker = join(packages, 'backend-aws', 'dist', 'worker');
rmSync(output, { recursive: true, force: true });
mkdirSync(output, { recursive: true });
const { metafile } = await build({
  entryPoints: {
    ...Object.fromEntries(WORKER_FUNCTIONS.map((name) => [name, join(worker, `${name}.lambda.js`)])),
    container: join(worker, 'container.js'),
    spark: join(worker, 'spark.js'),
    'document-child': join(packages, 'backend-local', 'dist', 'document-child.js'),
  },
  outdir: output,
  // The document worker looks for its process beside the chunk it runs from, under the same extension.
  outExtension: { '.js': '.mjs' },
  chunkNames: '[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minifySyntax: true,
  minifyWhitespace: true,
  keepNames: true,
  legalComments: 'none',
  external: [...WHOLE_PACKAGES, 'canvas'],
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: COMMONJS_SUPPORT },
  metafile: true,
  logLevel: 'warning',
});
for (const name of WHOLE_PACKAGES) copyPackage(name, join(packages, 'engine', 'node_modules'));
writeFileSync(join(output, 'Dockerfile'), DOCKERFILE);
const mebibytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20;
console.log(
  `workers: ${mebibytes.toFixed(1)} MiB of code in infra/.cache/worker (functions may have ${MAX_MEBIBYTES})`,
);
