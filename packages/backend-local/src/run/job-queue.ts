import type { Host } from '../host.ts';
import type { JobChange, StoredJob } from '../state/job-table.ts';
import { createFeed, type Feed } from './feed.ts';
import { isUnderWay } from './is-under-way.ts';
import { createJobControl, type JobControl, type StopKind } from './job-control.ts';
import { runJob } from './run-job.ts';

export interface StartJobOptions {
  readonly resumed: boolean;
  /** Interrupts the job; it can be resumed. */
  readonly signal?: AbortSignal | undefined;
}

/** The jobs that run in this process, one after the other. */
export interface JobQueue {
  start(job: StoredJob, options: StartJobOptions): void;
  /** Whether the job waits or runs in this process. */
  isHere(jobId: string): boolean;
  /** Whether the job waits or runs, here or in another process. */
  isUnderWay(jobId: string): boolean;
  /** The job as it stands; this process knows the end of its own jobs even when the store could not be told. */
  current(job: StoredJob): StoredJob;
  /** Stops a job and waits until it has ended. */
  stop(jobId: string, kind: StopKind): Promise<void>;
  /** Interrupts every job and waits until all have ended. */
  close(): Promise<void>;
  /** News of a job that runs here or anywhere else. */
  feed(jobId: string): Feed;
}

interface Entry {
  readonly control: JobControl;
  readonly ended: Promise<void>;
}

/** Documents in hand may take this long to finish. */
const GRACE_MS: Readonly<Record<StopKind, number>> = { interrupted: 10_000, cancelled: 1_000 };

export function createJobQueue(host: Host): JobQueue {
  return new StoreJobQueue(host);
}

class StoreJobQueue implements JobQueue {
  readonly #host: Host;
  readonly #entries = new Map<string, Entry>();
  readonly #endings = new Map<string, JobChange>();
  readonly #feeds = new Map<string, Feed>();
  #last: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  start(job: StoredJob, options: StartJobOptions): void {
    const control = createJobControl(job.id);
    const ended = this.#last.then(() => this.#run(job, control, options));
    this.#last = ended;
    this.#endings.delete(job.id);
    this.#entries.set(job.id, { control, ended });
  }

  isHere(jobId: string): boolean {
    return this.#entries.has(jobId);
  }

  current(job: StoredJob): StoredJob {
    const ending = this.#endings.get(job.id);
    return ending === undefined || !isUnderWay(job) ? job : { ...job, ...ending };
  }

  isUnderWay(jobId: string): boolean {
    const state = this.#host.state.jobs.stateOf(jobId);
    return state !== undefined && isUnderWay({ state }) && !this.#endings.has(jobId);
  }

  async stop(jobId: string, kind: StopKind): Promise<void> {
    const entry = this.#entries.get(jobId);
    entry?.control.stop(kind, GRACE_MS[kind]);
    await entry?.ended;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#entries.keys()].map((jobId) => this.stop(jobId, 'interrupted')));
  }

  feed(jobId: string): Feed {
    const feed = this.#feeds.get(jobId) ?? createFeed();
    this.#feeds.set(jobId, feed);
    return feed;
  }

  async #run(job: StoredJob, control: JobControl, { resumed, signal }: StartJobOptions): Promise<void> {
    const feed = this.feed(job.id);
    function interrupt(): void {
      control.stop('interrupted', GRACE_MS.interrupted);
    }
    signal?.addEventListener('abort', interrupt);
    if (signal?.aborted === true) interrupt();
    const ending = await runJob({ job, host: this.#host, control, resumed, notify: feed.notify });
    signal?.removeEventListener('abort', interrupt);
    this.#endings.set(job.id, ending);
    this.#entries.delete(job.id);
    feed.notify();
  }
}
