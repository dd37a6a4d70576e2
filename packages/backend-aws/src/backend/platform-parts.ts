import type { AbortableOptions, ArtefactStore, CorpusInfo, LinkCorpusInput } from '@dsgen/core';
import type { Tables } from '../ledger/tables.ts';
import type { JobReference } from '../workflow/steps.ts';

/** Starts and stops the workflow of a job; both are safe to repeat. */
export interface WorkflowStarter {
  start(reference: JobReference): Promise<void>;
  stop(reference: JobReference): Promise<void>;
}

/** What the client half works with. */
export interface PlatformParts {
  readonly tables: Tables;
  readonly store: ArtefactStore;
  readonly workflow: WorkflowStarter;
  readonly region: string;
  /** Sends files of this machine and seals them as a corpus; gives its id. Absent: the back end cannot see files. */
  readonly upload?: (input: LinkCorpusInput, options: AbortableOptions) => Promise<string>;
  /** How often a running job is looked at, in milliseconds. Default 500. */
  readonly pollMs?: number;
}

/** A corpus as the catalog lists it. */
export type StoredCorpus = CorpusInfo;
