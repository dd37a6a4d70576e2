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
  /** Variables that hold the keys of model providers. Default: those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Measures how far a model agrees, as a judge, with the labelled answers that come with dsgen.
 *
 * @throws UsageError when the model cannot be asked at all: no key, no package, no address
 */
export async function calibrateJudge(options: CalibrateJudgeOptions): Promise<Calibration> {
  const { store, environment, baseUrl, isOffline = false, ...rest } = options;
  const host = await openHost({ store, environment });
  const client = createModelClient({
    store: host.artefacts,
    environment: host.environment,
    findKey: openKeychain(host).keyOf,
    isOffline,
    ...(baseUrl === undefined ? {} : { baseUrl }),
  });
  try {
    return await calibrate({ ...rest, client });
  } finally {
    await client.close();
    host.close();
  }
}
