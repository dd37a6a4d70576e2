import type { LedgerSums, DocumentOutcome } from './ledger.ts';

/** The stages in order; a document passes through the first five, the dataset through the last two. */
export const STAGES = ['plan', 'extract', 'analyze', 'link', 'generate', 'assess', 'export'] as const;
export type StageName = (typeof STAGES)[number];

/**
 * What a running job tells. `sequence` grows by one per event and is the cursor: ask for events after it to continue.
 * Libraries emit these; only a command-line host prints.
 */
export type JobEvent = { readonly sequence: number } & JobEventBody;

export type JobEventBody =
  | { readonly type: 'job-start'; readonly jobId: string; readonly resumed: boolean }
  | { readonly type: 'corpus-sealed'; readonly documents: number; readonly bytes: number }
  | { readonly type: 'document-start'; readonly path: string }
  | {
      readonly type: 'document-end';
      readonly path: string;
      readonly outcome: DocumentOutcome;
      /** Pages read, 1 for formats without pages. */
      readonly pages: number;
      readonly candidates: number;
      /** True when every stage's artefact existed already. */
      readonly cached: boolean;
    }
  | { readonly type: 'records-accepted'; readonly accepted: number; readonly rejected: number }
  | {
      /** From time to time, while a model is asked: calls that ended in this run. */
      readonly type: 'model-calls';
      readonly answered: number;
      readonly unanswered: number;
      /** Answered ones whose answer was kept from earlier. */
      readonly cached: number;
      /** US dollars that the job has spent, failed attempts at their worst; 0 where the price is unknown. */
      readonly spentUsd: number;
    }
  | { readonly type: 'warning'; readonly code: string; readonly message: string; readonly path?: string }
  | {
      readonly type: 'job-end';
      readonly state: 'done' | 'failed' | 'cancelled';
      readonly ledger?: LedgerSums;
      readonly dataset?: string;
      readonly error?: string;
    };
