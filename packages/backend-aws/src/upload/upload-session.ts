import type { S3Client } from '@aws-sdk/client-s3';
import type { BlockPool } from './block-ring.ts';
import type { ByteSemaphore } from './byte-semaphore.ts';
import type { HashThread } from './hash-thread.ts';
import type { ProgressCounts } from './progress.ts';
import type { Sender } from './sender.ts';
import type { Settler } from './settler.ts';
import type { SmallFileReader } from './small-file-reader.ts';
import type { UploadState } from './state/upload-state.ts';

/** What the steps of one upload share. */
export interface UploadSession {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
  readonly sender: Sender;
  readonly state: UploadState;
  readonly settler: Settler;
  readonly memory: ByteSemaphore;
  readonly blocks: BlockPool;
  readonly hashing: HashThread;
  readonly smallFiles: SmallFileReader;
  readonly progress: ProgressCounts;
  /** Small documents travel together in packs. */
  readonly usesPacks: boolean;
  /** Ends everything: the user's signal, and the first failure. */
  readonly signal: AbortSignal;
  /** Makes this failure the end of everything. */
  fail(error: unknown): void;
}
