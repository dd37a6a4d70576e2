import { enableCompileCache } from 'node:module';
import { arch, argv, platform, stdout, version } from 'node:process';

/** Set by the bundle script from package.json. */
declare const DSGEN_VERSION: string;

/** `--version` must answer at once, so it does not wait for the command framework to load. */
const isVersionRequest = argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V');

if (isVersionRequest) {
  stdout.write(`dsgen/${DSGEN_VERSION} ${platform}-${arch} node-${version}\n`);
} else {
  // The cache only serves modules loaded after this call: hence the dynamic import.
  enableCompileCache();
  const { main } = await import('./main.ts');
  await main(argv.slice(2));
}
