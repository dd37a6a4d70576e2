import { openPool, type DocumentPool, type OpenPoolOptions } from '../open-pool.ts';

/** A pool that costs nothing in a run where every artefact exists. */
export interface LazyPool {
  open(): Promise<DocumentPool>;
  /** Ends it; whatever waits or runs rejects with `reason`. */
  close(reason: unknown): Promise<void>;
}

export function createLazyPool(options: OpenPoolOptions): LazyPool {
  let pool: Promise<DocumentPool> | undefined;
  let closedBy: { readonly reason: unknown } | undefined;
  return {
    async open() {
      if (closedBy !== undefined) throw closedBy.reason;
      pool ??= openPool(options);
      return pool;
    },
    async close(reason) {
      closedBy ??= { reason };
      const opened = await pool?.catch(() => undefined);
      await opened?.close(reason);
    },
  };
}
