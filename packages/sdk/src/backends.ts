import { resolve } from 'node:path';
import { createLocalBackend } from '@dsgen/backend-local';
import type { Backend } from '@dsgen/core';
import { nearestStore, storeBeside } from './store-location.ts';

export interface BackendsOptions {
  readonly backend?: Backend;
  readonly store?: string;
  readonly concurrency?: number;
}

/** Chooses the back end of a call: the one given, else an embedded one per store, opened when first needed. */
export interface Backends {
  /** For a corpus at these paths. */
  at(paths: readonly string[]): Promise<Backend>;
  /** For calls that name no corpus. */
  current(): Promise<Backend>;
  close(): Promise<void>;
}

export function chooseBackends(options: BackendsOptions): Backends {
  const opened = new Map<string, Promise<Backend>>();
  function open(store: string): Promise<Backend> {
    const known = opened.get(store);
    if (known !== undefined) return known;
    const { concurrency } = options;
    const backend = Promise.resolve(
      createLocalBackend({ store, ...(concurrency === undefined ? {} : { concurrency }) }),
    );
    opened.set(store, backend);
    return backend;
  }
  function choose(defaultStore: () => string): Promise<Backend> {
    if (options.backend !== undefined) return Promise.resolve(options.backend);
    return open(options.store === undefined ? defaultStore() : resolve(options.store));
  }
  return {
    at: (paths) => choose(() => storeBeside(paths)),
    current: () => choose(() => nearestStore()),
    async close() {
      const backends = options.backend === undefined ? await Promise.allSettled(opened.values()) : [];
      opened.clear();
      await Promise.all(
        backends.map((backend) => (backend.status === 'fulfilled' ? backend.value.close() : undefined)),
      );
    },
  };
}
