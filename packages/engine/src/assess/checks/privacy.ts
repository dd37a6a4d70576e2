import type { PiiMode } from '@dsgen/core';
import type { SensitiveCategory, SensitiveSpan } from '../../privacy/sensitive-span.ts';
import type { Defect } from '../check.ts';

/** What a mode allows in no record. Masking makes a record harmless instead. */
const REFUSED: Readonly<Record<PiiMode, readonly SensitiveCategory[]>> = {
  off: [],
  report: ['secret'],
  mask: [],
  drop: ['secret', 'pii'],
};

/** Nobody trains a model to recite a live key; personal data goes when the recipe says so. */
export function checkPrivacy(found: readonly SensitiveSpan[], mode: PiiMode): Defect | undefined {
  for (const category of REFUSED[mode]) {
    const kinds = new Set(found.filter((span) => span.category === category).map(({ kind }) => kind));
    if (kinds.size === 0) continue;
    const list = [...kinds].toSorted().join(', ');
    return category === 'secret'
      ? { reason: 'secret', detail: `It holds a key or password: ${list}.` }
      : { reason: 'personal-data', detail: `It holds personal data: ${list}.` };
  }
  return undefined;
}
