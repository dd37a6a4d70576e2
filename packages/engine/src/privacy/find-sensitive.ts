import { DETECTORS } from './detectors.ts';
import { Scanner } from './scanner.ts';
import type { SensitiveSpan } from './sensitive-span.ts';

const scanner = new Scanner(DETECTORS);

/**
 * Personal data and secrets in a text, in text order and without overlaps. Time is linear in the text, whatever the
 * text. Names of people are not found: no pattern can tell them.
 *
 * @example
 * ```ts
 * import { findSensitive } from '@dsgen/engine';
 *
 * console.log(findSensitive('Write to ada@lovelace.org.')); // [{ kind: 'email', category: 'pii', start: 9, end: 25 }]
 * ```
 */
export function findSensitive(text: string): SensitiveSpan[] {
  return scanner.find(text);
}
