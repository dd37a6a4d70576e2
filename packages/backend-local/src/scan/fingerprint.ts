import type { BigIntStats } from 'node:fs';

/** How a file looks from outside; any write, replacement or touch changes it. */
export function fingerprintOf(facts: BigIntStats): string {
  return [facts.size, facts.mtimeNs, facts.ctimeNs, facts.ino, facts.dev].join(':');
}
