import module from 'node:module';
import { arch, argv, exit, platform, stderr, stdout, version, versions } from 'node:process';

/** Set by the bundle script from package.json. */
declare const DSGEN_VERSION: string;

/** Every Node that runs at all must get as far as this message, so nothing newer is used before it. */
const OLDEST_NODE = [22, 19] as const;
const [major = 0, minor = 0] = versions.node.split('.').map(Number);

/** `--version` must answer at once, so it does not wait for the command framework to load. */
const isVersionRequest = argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V');

if (isVersionRequest) {
  stdout.write(`dsgen/${DSGEN_VERSION} ${platform}-${arch} node-${version}\n`);
} else if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stderr.write(`error: dsgen needs Node ${OLDEST_NODE.join('.')} or newer; this is Node ${versions.node}\n`);
  exit(2);
} else {
  // The cache only serves modules loaded after this call: hence the dynamic import.
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  await main(argv.slice(2));
}
