import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { nearestStore } from '@dsgen/sdk';
import type { Finding } from './check.ts';

/** Whether a run here could keep its work; touches nothing. */
export async function checkStore(store: string = nearestStore()): Promise<Finding> {
  const writable = await isWritable(store);
  if (writable !== undefined) return describe(store, writable, '');
  return describe(store, (await isWritable(dirname(store))) ?? false, ' (made by the first run)');
}

function describe(store: string, writable: boolean, note: string): Finding {
  if (writable) return { name: 'Store', state: 'ok', value: `${store}${note}` };
  return {
    name: 'Store',
    state: 'problem',
    value: `${store} cannot be written`,
    fix: 'Choose another place with --store.',
  };
}

/** Undefined when there is nothing of that name. */
async function isWritable(path: string): Promise<boolean | undefined> {
  try {
    await access(path, constants.W_OK | constants.X_OK);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : false;
  }
}
