import { createHash } from 'node:crypto';
import { LASTING_FAULTS, SERVER_FAULTS, type ModelServerOptions, type ServerFault } from './server-options.ts';

/** A number from 0 to 1 that depends on nothing but its arguments. */
export function fraction(text: string, seed: number): number {
  return createHash('sha256').update(`${seed} ${text}`).digest().readUIntBE(0, 6) / 2 ** 48;
}

export interface FaultChoice {
  readonly faults: NonNullable<ModelServerOptions['faults']>;
  readonly seed: number;
  /** Names the request. */
  readonly key: string;
  /** 1 for its first attempt. */
  readonly attempt: number;
}

/** The fault of an attempt, if any: lasting ones by the request alone, the others by the attempt as well. */
export function chooseFault({ faults, seed, key, attempt }: FaultChoice): ServerFault | undefined {
  const names = SERVER_FAULTS.filter((name) => (faults[name] ?? 0) > 0);
  const lasting = names.filter((name) => LASTING_FAULTS.has(name));
  const passing = names.filter((name) => !LASTING_FAULTS.has(name));
  return (
    pick(lasting, faults, fraction(`lasting ${key}`, seed)) ??
    pick(passing, faults, fraction(`passing ${attempt} ${key}`, seed))
  );
}

function pick(names: readonly ServerFault[], faults: FaultChoice['faults'], drawn: number): ServerFault | undefined {
  let upTo = 0;
  return names.find((name) => {
    upTo += faults[name] ?? 0;
    return drawn < upTo;
  });
}
