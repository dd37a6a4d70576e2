import { setMaxListeners } from 'node:events';
import type { S3Client } from '@aws-sdk/client-s3';
import { InputError, type AbortableOptions, type LinkCorpusInput } from '@dsgen/core';
import { DEFAULT_LIMITS, listCorpus } from '@dsgen/backend-local';
import type { SealedCorpus } from '../corpus/corpus-item.ts';
import { explainAwsError } from '../store/explain-aws-error.ts';
import { createBlockPool } from './block-ring.ts';
import { createByteSemaphore } from './byte-semaphore.ts';
import { feedEntries } from './entry-feed.ts';
import { createHashThread, type HashThread } from './hash-thread.ts';
import { newProgress, type UploadProgress } from './progress.ts';
import { sealCorpus } from './seal-corpus.ts';
import { sendEntries } from './send-entries.ts';
import { createSender } from './sender.ts';
import { createSettler } from './settler.ts';
import { createSmallFileReader } from './small-file-reader.ts';
import { openUploadState, type UploadState } from './state/upload-state.ts';
import { targetName } from './target-name.ts';
import { chooseEndpoint, type AccelerateMode } from './transport/choose-endpoint.ts';
import { findAddress, type S3Address } from './transport/s3-address.ts';
import { createS3Transport, type S3Transport } from './transport/s3-transport.ts';
import type { UploadSession } from './upload-session.ts';

export interface UploadCorpusOptions extends LinkCorpusInput, AbortableOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
  /** Where what was found out is kept for the next run; without it the next run reads and asks more. */
  readonly stateFolder: string;
  /** Name of the corpus. Default: that of the folder. */
  readonly name?: string;
  /** Whether documents under 256 KiB travel together. Default true. */
  readonly usesPacks?: boolean;
  /** Most requests at once. Default 64. */
  readonly maxConcurrency?: number;
  /** Larger files are listed as `too-large` and not sent. Default 512 MiB, the most the pipeline reads. */
  readonly maxDocumentBytes?: number;
  /** Whether to use Transfer Acceleration. Default `off`; `auto` sends 8 MiB both ways first and takes the faster. */
  readonly accelerate?: AccelerateMode;
  /** How long the server may take to answer, in milliseconds. Default 60,000. */
  readonly answerTimeoutMs?: number;
  /** Told what was asked for and cannot be done. */
  readonly onWarning?: (warning: string) => void;
  /** Given the same object every time: it changes while the upload runs. */
  readonly onProgress?: (progress: UploadProgress) => void;
}

export interface UploadReport {
  readonly corpusId: string;
  readonly name: string;
  readonly documents: number;
  readonly bytes: number;
  /** The same documents under the same name were there already. */
  readonly wasSealed: boolean;
  readonly seal: SealedCorpus;
  readonly progress: UploadProgress;
}

const DEFAULT_MAX_CONCURRENCY = 64;
/** Bodies of documents that wait or are on their way. */
const MAX_BODY_BYTES = 64 * 1024 * 1024;

/**
 * Brings files into the bucket and seals them as a corpus. What is there is not sent again; an upload that was killed goes on
 * where it stopped; a file that changes while it is read is read again.
 *
 * @throws BackendError for what AWS refuses: `aws-credentials-missing`, `bucket-missing`, `aws-access-denied`, …
 *
 * @example
 * const { corpusId } = await uploadCorpus({ client, bucket: 'data', tenant: 'acme', stateFolder: '.dsgen/uploads', paths: ['docs'] });
 */
export async function uploadCorpus(options: UploadCorpusOptions): Promise<UploadReport> {
  const { bucket, signal } = options;
  try {
    return await upload(options);
  } catch (error) {
    throw explainAwsError(error, { action: `upload to the bucket ${JSON.stringify(bucket)}`, signal });
  }
}

async function upload(options: UploadCorpusOptions): Promise<UploadReport> {
  const { client, bucket, tenant, signal, maxDocumentBytes = DEFAULT_LIMITS.maxDocumentBytes } = options;
  const listing = await listCorpus(options, { maxDocumentBytes, signal });
  const name = options.name ?? listing.name;
  const address = await findAddress(client, { bucket, prefix: `bronze/${tenant}/`, signal });
  const state = openUploadState(options.stateFolder, targetName({ origin: address.origin, bucket, tenant }));
  const ending = new AbortController();
  const transport = openTransport(options, await chooseAddress(options, address));
  const hashing = createHashThread();
  try {
    return await whileAbortable(signal, ending, async () => {
      const entries = state.newEntries();
      const session = openSession(options, { state, transport, hashing, ending, entries });
      options.onProgress?.(session.progress);
      await sendEntries(session, feedEntries(listing.entries, entries, session.progress));
      if (session.progress.foundFiles === 0) throw emptyCorpus(options.paths);
      const sealed = await sealCorpus(session, entries, name);
      const { documents, bytes } = sealed.seal;
      return { ...sealed, name, documents, bytes, progress: session.progress };
    });
  } finally {
    await hashing.close();
    transport.destroy(new Error('the upload has ended'));
    state.close();
  }
}

async function chooseAddress(options: UploadCorpusOptions, address: S3Address): Promise<S3Address> {
  const { client, bucket, tenant, accelerate: mode = 'off', onWarning } = options;
  const chosen = await chooseEndpoint({ client, bucket, tenant, address, mode });
  if (chosen.warning !== undefined) onWarning?.(chosen.warning);
  return chosen.address;
}

function openTransport(options: UploadCorpusOptions, address: S3Address): S3Transport {
  const { client, answerTimeoutMs } = options;
  return createS3Transport({
    address,
    credentials: client.config.credentials,
    ...(answerTimeoutMs === undefined ? {} : { answerTimeoutMs }),
  });
}

interface SessionParts {
  readonly state: UploadState;
  readonly transport: S3Transport;
  readonly hashing: HashThread;
  readonly ending: AbortController;
  readonly entries: ReturnType<UploadState['newEntries']>;
}

function openSession(
  options: UploadCorpusOptions,
  { state, transport, hashing, ending, entries }: SessionParts,
): UploadSession {
  const { client, bucket, tenant, usesPacks = true, maxConcurrency = DEFAULT_MAX_CONCURRENCY } = options;
  const progress = newProgress();
  const { signal } = ending;
  // Every request under way listens to it.
  setMaxListeners(0, signal);
  // Whatever waits for an answer stops waiting.
  signal.addEventListener('abort', () => transport.destroy(signal.reason), { once: true });
  return {
    client,
    bucket,
    tenant,
    state,
    usesPacks,
    progress,
    signal,
    sender: createSender({ transport, progress, maxConcurrency, signal }),
    settler: createSettler(state, entries, progress),
    memory: createByteSemaphore(MAX_BODY_BYTES, signal),
    blocks: createBlockPool(),
    smallFiles: createSmallFileReader(),
    hashing,
    fail: (error) => ending.abort(error),
  };
}

/** Runs `work` so that the user's signal ends it; what it then rejects with is the signal's reason. */
async function whileAbortable<Value>(
  signal: AbortSignal | undefined,
  ending: AbortController,
  work: () => Promise<Value>,
): Promise<Value> {
  function end(): void {
    ending.abort(signal?.reason);
  }
  signal?.throwIfAborted();
  signal?.addEventListener('abort', end, { once: true });
  try {
    return await work();
  } catch (error) {
    throw ending.signal.aborted ? ending.signal.reason : error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

function emptyCorpus(paths: readonly string[]): InputError {
  return new InputError({
    code: 'corpus-empty',
    message: `Cannot find a document in ${paths.map((path) => JSON.stringify(path)).join(', ')}`,
    fix: 'Name a folder that holds files, or the files themselves.',
  });
}
