import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Programs that start an extraction process with less than this one may do; empty where the system has none. */
export interface Launcher {
  readonly command: readonly string[];
  /** The process sees no network. */
  readonly hasNetworkIsolation: boolean;
  /** The process dies with this one, even while it is busy. */
  readonly diesWithParent: boolean;
}

const NO_NETWORK = ['unshare', '--map-root-user', '--net'];
const DIE_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL'];

/** Tries what this system offers: an own empty network, and an end together with the parent. */
export async function findLauncher(): Promise<Launcher> {
  if (process.platform !== 'linux') return { command: [], hasNetworkIsolation: false, diesWithParent: false };
  const [hasNetworkIsolation, diesWithParent] = await Promise.all([works(NO_NETWORK), works(DIE_WITH_PARENT)]);
  const command = [...(hasNetworkIsolation ? NO_NETWORK : []), ...(diesWithParent ? DIE_WITH_PARENT : [])];
  return { command, hasNetworkIsolation, diesWithParent };
}

async function works([program = '', ...parameters]: readonly string[]): Promise<boolean> {
  try {
    await run(program, [...parameters, 'true'], { env: { PATH: SYSTEM_PATH } });
    return true;
  } catch {
    return false;
  }
}

/** System programs only, never what a user's PATH puts before them. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
