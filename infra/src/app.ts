import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from './create-app.ts';
import { addPlatform } from './platform.ts';
import { readSettings } from './settings.ts';

/** What `cdk` runs: the stacks of one deployment, by the settings in the context. */
const infra = fileURLToPath(new URL('..', import.meta.url));
const functionsFolder = join(infra, '.cache', 'worker');
const { version } = JSON.parse(readFileSync(join(infra, 'package.json'), 'utf8')) as { readonly version: string };

if (!existsSync(join(functionsFolder, 'process.mjs'))) {
  throw new Error('The workers are not bundled; run "node infra/scripts/bundle-worker.ts" first');
}
const app = createApp();
const { imageUri, ...settings } = readSettings((name) => app.node.tryGetContext(name));
addPlatform(app, {
  ...settings,
  isEmulated: (process.env['AWS_ENDPOINT_URL'] ?? '') !== '',
  release: version,
  functionsFolder,
  image: imageUri === undefined ? { folder: functionsFolder } : { uri: imageUri },
});
app.synth();
