import type { GuardedProcess } from '../guarded-process.ts';

/** How to reach a server of the lab; the credentials are the ones it accepts. */
export interface LabService {
  readonly endpoint: string;
  readonly port: number;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly process: GuardedProcess;
}

export interface StartServiceOptions {
  /** A folder of its own, which is removed when the lab stops. */
  readonly folder: string;
  /**
   * Whether versitygw keeps what it knows of objects in extended attributes, as it does by itself, where the file system has
   * them; writing files beside the objects takes it half as much time again. Default false: the same everywhere.
   */
  readonly usesExtendedAttributes?: boolean;
}

export const REGION = 'us-east-1';

/** Whether something answers HTTP at all: every status counts. */
export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
  await response.body?.cancel();
  return true;
}
