import type { TextRange } from '@dsgen/core';

/** Personal data, or something that opens a door. */
export type SensitiveCategory = 'pii' | 'secret';

/** A place of a text that holds personal data or a secret. */
export interface SensitiveSpan extends TextRange {
  /** What it is, such as `email`, `us-ssn` or `github-token`. */
  readonly kind: string;
  readonly category: SensitiveCategory;
}
