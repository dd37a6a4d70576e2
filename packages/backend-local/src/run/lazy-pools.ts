import { openPools, type OpenPoolsOptions, type Pools } from '../open-pools.ts';

/** Pools that cost nothing in a run where every artefact exists. */
export interface LazyPools {
  open(): Promise<Pools>;
  /** Ends them; whatever waits or runs rejects with `reason`. */
  close(reason: unknown): Promise<void>;
}

export function createLazyPools(options: OpenPoolsOptions): LazyPools {
  let pools: Promise<Pools> | undefined;
  let closedBy: { readonly reason: unknown } | undefined;
  return {
    async open() {
      if (closedBy !== undefined) throw closedBy.reason;
      pools ??= openPools(options);
      return pools;
    },
    async close(reason) {
      closedBy ??= { reason };
      const opened = await pools?.catch(() => undefined);
      await Promise.all([opened?.extract.close(reason), opened?.process.close(reason)]);
    },
  };
}
