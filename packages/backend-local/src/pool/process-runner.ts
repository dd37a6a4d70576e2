import { Worker } from 'node:worker_threads';
import { firstEvent } from './first-event.ts';
import type { Runner } from './pool.ts';
import type { ProcessReply, ProcessRequest } from './process-protocol.ts';

export interface ProcessRunnerOptions {
  /** The worker's program. */
  readonly entry: URL;
  /** Wall time of one document, in milliseconds. */
  readonly timeoutMs: number;
  /** Heap of one thread, in MiB. */
  readonly maxHeapMebibytes: number;
}

/** Threads share this process, and young garbage of each adds up: a smaller nursery halves their memory at no measurable cost in time. */
const YOUNG_GENERATION_MEBIBYTES = 16;

/** What became of a request; a thread that hangs or ends is replaced. */
export type ProcessResult = ProcessReply | { readonly status: 'timed-out' };

/** Processes documents in a thread of its own. */
export function createProcessRunner(options: ProcessRunnerOptions): Runner<ProcessRequest, ProcessResult> {
  return new ProcessRunner(options);
}

class ProcessRunner implements Runner<ProcessRequest, ProcessResult> {
  readonly #options: ProcessRunnerOptions;
  #worker: Worker | undefined;

  constructor(options: ProcessRunnerOptions) {
    this.#options = options;
  }

  warmUp(): void {
    this.#worker ??= this.#start();
  }

  async run(request: ProcessRequest): Promise<ProcessResult> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let isLate = false;
    const deadline = setTimeout(() => {
      isLate = true;
      void worker.terminate();
    }, this.#options.timeoutMs);
    worker.ref();
    const first = firstEvent(worker, ['message', 'error', 'exit']);
    worker.postMessage(request, []);
    const { name, value } = await first;
    clearTimeout(deadline);
    worker.unref();
    if (name === 'message') return value as ProcessReply;
    if (this.#worker === worker) this.#worker = undefined;
    if (isLate) return { status: 'timed-out' };
    return { status: 'failed', message: value instanceof Error ? value.message : 'the processing thread ended' };
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const { entry, maxHeapMebibytes } = this.#options;
    const worker = new Worker(entry, {
      env: {},
      execArgv: [],
      resourceLimits: {
        maxOldGenerationSizeMb: maxHeapMebibytes,
        maxYoungGenerationSizeMb: YOUNG_GENERATION_MEBIBYTES,
      },
      stdout: true,
      stderr: true,
    });
    worker.on('error', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    // At rest it must not keep a finished program running.
    worker.unref();
    return worker;
  }
}
