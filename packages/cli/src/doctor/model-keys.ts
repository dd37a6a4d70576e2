import { modelKeyReport } from '@dsgen/sdk';
import type { Finding } from './check.ts';

/** Where the key of each model provider comes from, and never the key. No run needs one, so none is a problem. */
export async function checkModelKeys(environment: NodeJS.ProcessEnv): Promise<Finding> {
  const report = await modelKeyReport({ environment });
  const found = report.flatMap(({ provider, source }) => (source === undefined ? [] : [`${provider} (${source})`]));
  const value = found.length === 0 ? 'none; needed by --model alone' : found.join(', ');
  return { name: 'Model keys', state: 'ok', value };
}
