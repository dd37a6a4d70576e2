import { DeleteObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import {
  assertArtefactKey,
  BackendError,
  type AbortableOptions,
  type ArtefactInfo,
  type PutArtefactOptions,
} from '@dsgen/core';
import { setTimeout as delay } from 'node:timers/promises';
import type { RangeStore } from '../corpus/read-stored-bytes.ts';
import { explainAwsError, statusOf } from './explain-aws-error.ts';
import { listArtefacts } from './list-artefacts.ts';
import { putInParts } from './put-in-parts.ts';
import { isCorrupted, readObject } from './read-object.ts';
import { FIRST_PART_BYTES, takePart } from './take-part.ts';
import { tenantKey } from './tenant-key.ts';

export interface S3ArtefactStoreOptions {
  readonly client: S3Client;
  readonly bucket: string;
  /** Whose artefacts these are; other tenants' stay out of sight. */
  readonly tenant: string;
}

const CONFLICT_DELAY_MS = 50;
const MAX_CONFLICTS = 20;
/** How often an object is read whose bytes do not fit its checksum. */
const MAX_READS = 3;

/** Artefacts as objects. `put` with `ifAbsent` is a conditional write, so of many writers in any Region of the bucket one wins. */
export function createS3ArtefactStore(options: S3ArtefactStoreOptions): RangeStore {
  return new S3Store(options);
}

class S3Store implements RangeStore {
  readonly specificationVersion = 1;
  readonly #options: S3ArtefactStoreOptions;

  constructor(options: S3ArtefactStoreOptions) {
    this.#options = options;
  }

  async get(key: string, options: AbortableOptions = {}): Promise<Uint8Array | undefined> {
    return this.#call(key, options.signal, async (place) => {
      for (let reads = 1; ; reads += 1) {
        try {
          return await collect(readObject(this.#options.client, place, options.signal));
        } catch (error) {
          if (!isCorrupted(error) || reads === MAX_READS) throw error;
        }
      }
    });
  }

  /** Some bytes of an artefact: one document of a pack. */
  async getRange(
    key: string,
    { offset, bytes }: { readonly offset: number; readonly bytes: number },
    options: AbortableOptions = {},
  ): Promise<Uint8Array | undefined> {
    const range = { offset, end: offset + bytes };
    return this.#call(key, options.signal, (place) =>
      collect(readObject(this.#options.client, { ...place, range }, options.signal)),
    );
  }

  async *read(key: string, options: AbortableOptions = {}): AsyncGenerator<Uint8Array> {
    check(key, options.signal);
    try {
      yield* readObject(this.#options.client, this.#place(key), options.signal);
    } catch (error) {
      if (!isMissingObject(error)) throw this.#explain(error, key, options.signal);
    }
  }

  async put(
    key: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    options: PutArtefactOptions = {},
  ): Promise<'written' | 'exists'> {
    check(key, options.signal);
    if (body instanceof Uint8Array) return this.#putWhole(key, body, options);
    const source = body[Symbol.asyncIterator]();
    try {
      const first = await takePart(source, { maxBytes: FIRST_PART_BYTES, signal: options.signal });
      if (first.isLast) return await this.#putWhole(key, first.bytes, options);
      return await this.#putLarge(key, { first: first.bytes, source }, options);
    } finally {
      await source.return?.();
    }
  }

  async head(key: string, options: AbortableOptions = {}): Promise<ArtefactInfo | undefined> {
    return this.#call(key, options.signal, async (place) => {
      const answer = await this.#options.client.send(new HeadObjectCommand(place), abortable(options.signal));
      return { key, bytes: answer.ContentLength ?? 0 };
    });
  }

  async *list(prefix: string, options: AbortableOptions = {}): AsyncGenerator<ArtefactInfo> {
    options.signal?.throwIfAborted();
    try {
      yield* listArtefacts(this.#options, prefix, options.signal);
    } catch (error) {
      throw this.#explain(error, prefix, options.signal);
    }
  }

  async delete(key: string, options: AbortableOptions = {}): Promise<void> {
    await this.#call(key, options.signal, (place) =>
      this.#options.client.send(new DeleteObjectCommand(place), abortable(options.signal)),
    );
  }

  /** Another writer who is not done yet makes S3 answer 409: the outcome is known only a little later. */
  async #putWhole(key: string, body: Uint8Array, options: PutArtefactOptions): Promise<'written' | 'exists'> {
    const { client } = this.#options;
    for (let conflicts = 0; ; conflicts += 1) {
      const outcome = await this.#conditionally(key, options, (place) =>
        client.send(new PutObjectCommand({ ...place, Body: body, ...condition(options) }), abortable(options.signal)),
      );
      if (outcome !== 'conflict') return outcome;
      await this.#waitAfterConflict(key, conflicts, options.signal);
    }
  }

  /** The stream is spent after one attempt, so after a conflict all that can be done is to see whether the other writer wins. */
  async #putLarge(
    key: string,
    body: { readonly first: Uint8Array; readonly source: AsyncIterator<Uint8Array> },
    options: PutArtefactOptions,
  ): Promise<'written' | 'exists'> {
    const { client } = this.#options;
    const outcome = await this.#conditionally(key, options, (place) =>
      putInParts(client, { ...place, ...body, condition: condition(options), signal: options.signal }),
    );
    if (outcome !== 'conflict') return outcome;
    for (let conflicts = 0; (await this.head(key, options)) === undefined; conflicts += 1) {
      await this.#waitAfterConflict(key, conflicts, options.signal);
    }
    return 'exists';
  }

  async #conditionally(
    key: string,
    options: PutArtefactOptions,
    write: (place: Place) => Promise<unknown>,
  ): Promise<'written' | 'exists' | 'conflict'> {
    try {
      await write(this.#place(key));
      return 'written';
    } catch (error) {
      const status = options.signal?.aborted === true ? undefined : statusOf(error);
      if (status === 412 && options.ifAbsent === true) return 'exists';
      if (status === 409) return 'conflict';
      throw this.#explain(error, key, options.signal);
    }
  }

  async #waitAfterConflict(key: string, conflicts: number, signal: AbortSignal | undefined): Promise<void> {
    if (conflicts === MAX_CONFLICTS) {
      throw new BackendError({
        code: 'artefact-contended',
        message: `Cannot write ${JSON.stringify(key)}: another writer was at it ${MAX_CONFLICTS} times`,
        fix: 'Run the command again; it goes on where it stopped.',
        isRetryable: true,
      });
    }
    await delay(CONFLICT_DELAY_MS, undefined, { signal });
  }

  async #call<Value>(
    key: string,
    signal: AbortSignal | undefined,
    work: (place: Place) => Promise<Value>,
  ): Promise<Value | undefined> {
    check(key, signal);
    try {
      return await work(this.#place(key));
    } catch (error) {
      if (isMissingObject(error)) return undefined;
      throw this.#explain(error, key, signal);
    }
  }

  #place(key: string): Place {
    return { Bucket: this.#options.bucket, Key: tenantKey(this.#options.tenant, key) };
  }

  #explain(error: unknown, key: string, signal: AbortSignal | undefined): unknown {
    return explainAwsError(error, {
      action: `use ${JSON.stringify(key)} in the bucket ${JSON.stringify(this.#options.bucket)}`,
      signal,
    });
  }
}

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

function check(key: string, signal: AbortSignal | undefined): void {
  signal?.throwIfAborted();
  assertArtefactKey(key);
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

function condition(options: PutArtefactOptions): { readonly IfNoneMatch?: '*' } {
  return options.ifAbsent === true ? { IfNoneMatch: '*' } : {};
}

function abortable(signal: AbortSignal | undefined): { readonly abortSignal?: AbortSignal } {
  return signal === undefined ? {} : { abortSignal: signal };
}

/** A missing bucket is an error, a missing object is not. HEAD has no body, so it cannot say which of the two is missing. */
function isMissingObject(error: unknown): boolean {
  const { name } = error as Error;
  return name === 'NoSuchKey' || name === 'NotFound';
}
