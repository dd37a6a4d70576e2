import type { Candidate } from '@dsgen/core';
import type { Passage } from '../shared/passages.ts';

/** Why a candidate is not in the dataset. Each is explained in docs/reasons.md. */
export const REJECT_REASONS = [
  'too-short',
  'too-long',
  'wrong-language',
  'span-mismatch',
  'boilerplate',
  'not-self-contained',
  'incomplete',
  'residue',
  'vague',
  'unsupported',
  'judged',
  'low-score',
  'poor-variation',
  'original-left-out',
  'documents-apart',
  'weak-question',
  'unspecific',
  'personal-data',
  'secret',
  'duplicate',
  'near-duplicate',
  'same-fact',
  'section-cap',
  'document-cap',
  'kind-cap',
  'low-rank',
  'not-representable',
  'limit',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export type Verdict =
  | { readonly accepted: true }
  | {
      readonly accepted: false;
      readonly reason: RejectReason;
      readonly detail: string;
      /** Id of the record that says the same and stays. */
      readonly lostTo?: string;
    };

/** A candidate with the verdict of everything that needs its own document only, and what the streaming pass needs to compare it. */
export interface AssessedCandidate {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** sha256, first 16 hex, of the normalised messages: equal means the same record. */
  readonly exactKey: string;
  /** sha256, first 16 hex, of pattern family and focus: equal means the same fact asked the same way. */
  readonly factKey: string;
  /** Accepted ones only: where the sources stand in the document, for whoever reads the record. */
  readonly passages?: readonly Passage[];
  /** 64 one-permutation MinHash values of 16 bits, base64. */
  readonly signature: string;
  /** Kinds of personal data and secrets in its messages, as they were before masking, and how often. */
  readonly sensitive?: Readonly<Record<string, number>>;
}
