import type { DocumentOutcome, JobEvent, LedgerSums } from '@dsgen/sdk';

export interface QuarantinedDocument {
  readonly path: string;
  readonly reason: string;
  readonly detail: string;
}

/** What a running job has told so far. */
export interface ProgressState {
  /** Documents of the corpus; undefined until it is sealed. */
  readonly total?: number;
  readonly done: number;
  readonly skipped: number;
  readonly quarantined: number;
  /** Documents that are done because an earlier run did them. */
  readonly cached: number;
  readonly pages: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Documents that workers elsewhere are done with, before they are told one by one. */
  readonly worked?: number;
  /** Documents begun and not ended, oldest first. */
  readonly inHand: readonly string[];
  readonly quarantine: readonly QuarantinedDocument[];
  readonly warnings: number;
  /** Calls of a model, where one is asked. */
  readonly calls?: Pick<Extract<JobEvent, { type: 'model-calls' }>, 'answered' | 'unanswered' | 'cached' | 'spentUsd'>;
  readonly ledger?: LedgerSums;
}

export const INITIAL_PROGRESS: ProgressState = {
  done: 0,
  skipped: 0,
  quarantined: 0,
  cached: 0,
  pages: 0,
  accepted: 0,
  rejected: 0,
  inHand: [],
  quarantine: [],
  warnings: 0,
};

export function applyEvent(state: ProgressState, event: JobEvent): ProgressState {
  switch (event.type) {
    case 'corpus-sealed':
      return { ...state, total: event.documents };
    case 'document-start':
      return { ...state, inHand: [...state.inHand, event.path] };
    case 'document-end':
      return endDocument(state, event);
    case 'records-accepted':
      return { ...state, accepted: event.accepted, rejected: event.rejected };
    case 'model-calls':
      return { ...state, calls: event };
    case 'warning':
      return { ...state, warnings: state.warnings + 1 };
    case 'job-end':
      return event.ledger === undefined ? state : { ...state, ledger: event.ledger };
    case 'job-start':
      return state;
  }
}

export function endedDocuments(state: ProgressState): number {
  return state.done + state.skipped + state.quarantined;
}

function endDocument(state: ProgressState, event: Extract<JobEvent, { type: 'document-end' }>): ProgressState {
  const isDone = event.outcome.state === 'done';
  return {
    ...state,
    [event.outcome.state]: state[event.outcome.state] + 1,
    cached: state.cached + (isDone && event.cached ? 1 : 0),
    pages: state.pages + (isDone ? event.pages : 0),
    inHand: state.inHand.filter((path) => path !== event.path),
    quarantine: [...state.quarantine, ...quarantineEntry(event.path, event.outcome)],
  };
}

function quarantineEntry(path: string, outcome: DocumentOutcome): QuarantinedDocument[] {
  return outcome.state === 'quarantined' ? [{ path, reason: outcome.reason, detail: outcome.detail }] : [];
}
