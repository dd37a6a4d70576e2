import { describeIsolation } from '@dsgen/sdk';
import type { Finding } from './check.ts';

/** What stands between a hostile document and this machine. */
export async function checkIsolation(): Promise<Finding> {
  const layers = await describeIsolation();
  const missing = layers.filter(({ isActive }) => !isActive);
  return {
    name: 'Isolation',
    state: missing.length > 0 ? 'note' : 'ok',
    value: layers
      .filter(({ isActive }) => isActive)
      .map(({ name }) => name)
      .join(', '),
    ...(missing.length > 0
      ? {
          fix: `Not on this system: ${missing.map(({ name }) => name).join(', ')}. Run dsgen in a container for documents you do not trust.`,
        }
      : {}),
  };
}
