import { hash } from 'node:crypto';

/** A number from 0 to 1 that depends on nothing but the seed and the key. */
export function seededFraction(seed: number, key: string): number {
  const digest = hash('sha256', `${seed}\n${key}`, 'buffer');
  return digest.readUIntBE(0, 6) / 2 ** 48;
}
