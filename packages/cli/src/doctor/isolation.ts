import { isolationReport } from '@dsgen/sdk';
import type { Finding } from './check.ts';

/** What stands between a hostile document and this machine, one finding per layer. */
export async function checkIsolation(): Promise<Finding[]> {
  const layers = await isolationReport();
  return layers.map(({ name, isActive, detail }) => ({
    name: `Isolation: ${name}`,
    state: isActive ? 'ok' : 'note',
    value: isActive ? detail : `off: ${detail}`,
  }));
}
