import type { ArtefactStore } from '@dsgen/core';
import type { Tables } from '../ledger/tables.ts';

/** What the steps of a job work with, on whatever host they run. */
export interface WorkflowContext {
  readonly tables: Tables;
  readonly store: ArtefactStore;
  /** The bucket behind the store, and a store's key as the bucket knows it: a Distributed Map reads without the store. */
  readonly bucket: string;
  readonly objectKey: (key: string) => string;
  readonly region: string;
  /** Folder for files of this machine; may be empty at every start. */
  readonly scratchFolder: string;
  /** Documents worked on at once. */
  readonly concurrency: number;
  /** Hosts there are beside Lambda functions. */
  readonly hasBatch: boolean;
}
