import type { BigIntStats } from 'node:fs';

/** How a file looks from outside; any write, replacement or touch changes it. */
export function fingerprintOf(facts: Pick<BigIntStats, 'size' | 'mtimeNs' | 'ctimeNs' | 'ino' | 'dev'>): string {
  return [facts.size, facts.mtimeNs, facts.ctimeNs, facts.ino, facts.dev].join(':');
}
