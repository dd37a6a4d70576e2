/** The terminal states of a document. */
export const DOCUMENT_STATES = ['done', 'skipped', 'quarantined'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** Why a document gave no text. `skipped` is by choice, `quarantined` is a refusal that deserves a look. */
export const DOCUMENT_REASONS = {
  skipped: [
    'duplicate-document',
    'excluded',
    'hidden',
    'empty',
    'unsupported-type',
    'no-text-layer',
    'limit-reached',
    'outside-corpus',
    'not-a-file',
  ],
  quarantined: [
    'encrypted',
    'corrupt',
    'too-large',
    'bomb',
    'timed-out',
    'out-of-memory',
    'output-too-large',
    'crashed',
    'unreadable',
    'changed',
    'bad-encoding',
  ],
} as const;
export type SkipReason = (typeof DOCUMENT_REASONS.skipped)[number];
export type QuarantineReason = (typeof DOCUMENT_REASONS.quarantined)[number];

/** What became of one document; exactly one per document of the corpus. */
export type DocumentOutcome =
  | { readonly state: 'done' }
  | { readonly state: 'skipped'; readonly reason: SkipReason; readonly detail: string }
  | { readonly state: 'quarantined'; readonly reason: QuarantineReason; readonly detail: string };

/** Sums of a job or dataset; every level adds up to its total. */
export interface LedgerSums {
  readonly documents: {
    readonly total: number;
    readonly done: number;
    readonly skipped: number;
    readonly quarantined: number;
  };
  /** `used` chunks gave at least one candidate. */
  readonly chunks: { readonly total: number; readonly used: number; readonly unused: number };
  readonly candidates: { readonly total: number; readonly accepted: number; readonly rejected: number };
  /** Calls of a language model; absent when the recipe names none. `withheld` ones were not made, by choice. */
  readonly calls?: {
    readonly total: number;
    readonly answered: number;
    readonly unanswered: number;
    readonly withheld: number;
  };
  /**
   * Counts by reason, keys sorted: documents as `document/<reason>`, candidates as `candidate/<reason>`, calls as
   * `call/<state>`.
   */
  readonly reasons: Readonly<Record<string, number>>;
}
