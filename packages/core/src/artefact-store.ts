import type { AbortableOptions } from './abort.ts';

export interface ArtefactInfo {
  readonly key: string;
  readonly bytes: number;
}

export interface PutArtefactOptions extends AbortableOptions {
  /** Keep what is there: `put` then answers `exists` instead of replacing. Default false. */
  readonly ifAbsent?: boolean;
  /**
   * Note the bytes before anything is awaited, so that a kill right after the call does not lose them: the next process that works in
   * the store has them. For what cannot be had again, such as an answer that was paid. A store that cannot do so keeps them like all
   * others. Default false.
   */
  readonly noteAtOnce?: boolean;
}

/**
 * Streams of bytes by key. A key that exists is done: that one rule is the resume, the cache and the incremental build,
 * so `put` must be atomic: a reader sees all of an artefact or nothing, also after a crash.
 *
 * Keys are `/`-separated segments of `[A-Za-z0-9@._=-]`, no segment is `.` or `..`; anything else is a usage error.
 */
export interface ArtefactStore {
  readonly specificationVersion: 1;
  /** The bytes, or undefined when the key does not exist. */
  get(key: string, options?: AbortableOptions): Promise<Uint8Array | undefined>;
  /** Like `get`, in pieces; for artefacts that may not fit in memory. */
  read(key: string, options?: AbortableOptions): AsyncIterable<Uint8Array>;
  put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options?: PutArtefactOptions,
  ): Promise<'written' | 'exists'>;
  head(key: string, options?: AbortableOptions): Promise<ArtefactInfo | undefined>;
  /** Keys that start with `prefix`, in code unit order. */
  list(prefix: string, options?: AbortableOptions): AsyncIterable<ArtefactInfo>;
  /** Deleting what is not there is no error. */
  delete(key: string, options?: AbortableOptions): Promise<void>;
}
