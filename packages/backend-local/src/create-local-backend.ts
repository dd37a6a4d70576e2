import { UsageError, type Backend } from '@dsgen/core';
import { createCorpora } from './corpora.ts';
import { createDatasets } from './datasets.ts';
import { openHost, type Host } from './host.ts';
import { createJobs, type OpenJobs } from './jobs.ts';
import type { LocalLimits } from './limits.ts';
import { createJobQueue } from './run/job-queue.ts';
import { explainErrorsOf } from './store/explain-errors-of.ts';

export interface LocalBackendOptions {
  /** Folder for artefacts and state; made when missing. It may be deleted at any time: the next run then begins from nothing. */
  readonly store: string;
  /** Documents worked on at once. Default: the number of cores. */
  readonly concurrency?: number;
  /** What one document may cost. Default: `DEFAULT_LIMITS`. */
  readonly limits?: Partial<LocalLimits>;
  /** How long to wait for another process that works in the store, in milliseconds. Default 5,000. */
  readonly lockWaitMs?: number;
  /** Variables that hold the keys of model providers. Default: those of this process. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The abilities of the embedded back end: all of them. */
export interface LocalBackend extends Backend {
  readonly corpora: Required<Backend['corpora']>;
  readonly jobs: Required<Backend['jobs']>;
  readonly datasets: Required<Backend['datasets']>;
}

/**
 * The embedded back end: corpora, jobs and datasets in a folder of this machine, extraction in watched processes. The
 * store is opened by the first call, and held by one process at a time for work; reading needs no hold.
 *
 * @example
 * const backend = createLocalBackend({ store: '.dsgen' });
 * const corpus = await backend.corpora.link({ paths: ['docs'] });
 * const job = await backend.jobs.submit({ corpusId: corpus.id, recipe, idempotencyKey: 'nightly', datasetName: 'docs' });
 * for await (const event of backend.jobs.events(job.id)) console.log(event.type);
 * await backend.close();
 */
export function createLocalBackend(options: LocalBackendOptions): LocalBackend {
  let opened: Promise<OpenJobs> | undefined;
  let closing: Promise<void> | undefined;
  async function open(): Promise<OpenJobs> {
    if (closing !== undefined) throw closedError(options.store);
    opened ??= openStore(options);
    return opened;
  }
  async function host(): Promise<Host> {
    return (await open()).host;
  }
  return {
    specificationVersion: 1,
    name: 'local',
    corpora: explainErrorsOf(createCorpora(host), options.store),
    jobs: explainErrorsOf(createJobs(open), options.store),
    datasets: explainErrorsOf(createDatasets(host), options.store),
    close() {
      closing ??= closeStore(opened);
      return closing;
    },
  };
}

async function openStore(options: LocalBackendOptions): Promise<OpenJobs> {
  const host = await openHost(options);
  return { host, queue: createJobQueue(host) };
}

async function closeStore(opened: Promise<OpenJobs> | undefined): Promise<void> {
  // A store that could not be opened leaves nothing to close.
  const store = await opened?.catch(() => undefined);
  await store?.queue.close();
  store?.host.close();
}

function closedError(store: string): UsageError {
  return new UsageError({
    code: 'backend-closed',
    message: `Cannot use the back end of the store ${JSON.stringify(store)}: it was closed`,
    fix: 'Create another one.',
  });
}
