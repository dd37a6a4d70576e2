/** Does one thing at a time; owns a process or thread, which it starts when needed and replaces as needed. */
export interface Runner<Request, Reply> {
  /** Starts what a first request would have to wait for. */
  warmUp(): void;
  run(request: Request): Promise<Reply>;
  /** Ends what is running, whose `run` then rejects. */
  close(): Promise<void>;
}

export interface Pool<Request, Reply> {
  /** Waits for a free runner; first come, first served. */
  run(request: Request): Promise<Reply>;
  /** Ends everything; requests that wait or run reject with `reason`. */
  close(reason: unknown): Promise<void>;
}

interface Waiting<Request, Reply> {
  readonly request: Request;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Spreads requests over a fixed set of runners, preferring one that has worked before: a few documents then need few processes.
 * One is warmed up at once.
 */
export function createPool<Request, Reply>(runners: ReadonlyArray<Runner<Request, Reply>>): Pool<Request, Reply> {
  const idle = [...runners];
  idle.at(-1)?.warmUp();
  const queue: Array<Waiting<Request, Reply>> = [];
  let closedBy: { readonly reason: unknown } | undefined;

  function dispatch(): void {
    while (idle.length > 0 && queue.length > 0) {
      const runner = idle.pop();
      const waiting = queue.shift();
      if (runner !== undefined && waiting !== undefined) void serve(runner, waiting);
    }
  }

  async function serve(runner: Runner<Request, Reply>, waiting: Waiting<Request, Reply>): Promise<void> {
    try {
      const reply = await runner.run(waiting.request);
      // What a runner says while it is being closed is about its end, not about the request.
      if (closedBy !== undefined) throw closedBy.reason;
      waiting.resolve(reply);
    } catch (error) {
      waiting.reject(closedBy === undefined ? error : closedBy.reason);
    }
    idle.push(runner);
    dispatch();
  }

  return {
    run(request) {
      if (closedBy !== undefined) return Promise.reject(closedBy.reason);
      return new Promise((resolve, reject) => {
        queue.push({ request, resolve, reject });
        dispatch();
      });
    },
    async close(reason) {
      closedBy ??= { reason };
      for (const waiting of queue.splice(0)) waiting.reject(closedBy.reason);
      await Promise.all(runners.map((runner) => runner.close()));
    },
  };
}
