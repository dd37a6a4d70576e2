import type { AbortableOptions } from '@dsgen/core';
import { calibrateJudge as calibrate, createModelClient, type Calibration } from '@dsgen/engine';
import { openHost } from './host.ts';
import { openKeychain } from './keychain/keychain.ts';

export interface CalibrateJudgeOptions extends AbortableOptions {
  /** `provider/name`. */
  readonly model: string;
  /** Folder that keeps the answers; made when missing. */
  readonly store: string;
  readonly baseUrl?: string;
  /** Default 1. */
  readonly votes?: number;
  /** Judge so many answers of the labelled set. Default: all. */
  readonly answers?: number;
  /** Use kept answers only. Default false. */
  readonly isOffline?: boolean;
  /** How long to wait for another process that works in the store, in milliseconds. Default 20,000. */
  readonly lockWaitMs?: number;
  /** Variables that hold the keys of model providers. Default: those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Measures how far a model agrees, as a judge, with the labelled answers that come with dsgen.
 *
 * @throws UsageError when the model cannot be asked at all: no key, no package, no address
 * @throws BackendError `store-locked` when another process works in the store
 */
export async function calibrateJudge(options: CalibrateJudgeOptions): Promise<Calibration> {
  const { store, environment, baseUrl, lockWaitMs, isOffline = false, ...rest } = options;
  const host = await openHost({ store, environment, lockWaitMs });
  const client = createModelClient({
    store: host.artefacts,
    environment: host.environment,
    findKey: openKeychain(host).keyOf,
    isOffline,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  try {
    await host.startWork(options.signal);
    return await calibrate({ ...rest, client });
  } finally {
    await client.close();
    host.close();
  }
}
