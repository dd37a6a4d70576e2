import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { FaultError } from '@dsgen/core';
import { fingerprintOf } from '@dsgen/backend-local';
import type { HashReply, HashRequest } from './hash-worker.ts';
import type { StableFile } from './stable-file.ts';
import type { FileFacts } from './state/upload-state.ts';

/** Hashes large files beside the thread that sends, which would stand still meanwhile. One file at a time: reading is sequential. */
export interface HashThread {
  /** Undefined when the file is no longer the one that was listed. */
  hash(file: StableFile, signal: AbortSignal): Promise<FileFacts | undefined>;
  /** Stops in the middle of a file. */
  close(): Promise<void>;
}

/** The thread starts with the first file. */
export function createHashThread(): HashThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function hashNow(file: StableFile, signal: AbortSignal): Promise<FileFacts | undefined> {
    signal.throwIfAborted();
    worker ??= start();
    const { path, bytes, fingerprint } = file;
    const reply = await ask(worker, { path, bytes }, signal);
    if ('hashed' in reply) {
      const { hashed } = reply;
      return hashed !== undefined && fingerprintOf(hashed.look) === fingerprint ? hashed.facts : undefined;
    }
    throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
  }
  return {
    hash(file, signal) {
      const next = last.then(() => hashNow(file, signal));
      last = next.catch(() => undefined);
      return next;
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** The answer, unless the thread ends before it comes. */
async function ask(worker: Worker, request: HashRequest, signal: AbortSignal): Promise<HashReply> {
  const waiting = new AbortController();
  const either = { signal: AbortSignal.any([signal, waiting.signal]) };
  try {
    const answer = once(worker, 'message', either).then(([reply]) => reply as HashReply);
    const end = once(worker, 'exit', either).then(([code]) => Promise.reject(threadEnded(code)));
    worker.postMessage(request);
    return await Promise.race([answer, end]);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    waiting.abort();
  }
}

function threadEnded(code: unknown): FaultError {
  return new FaultError({
    code: 'hash-thread-ended',
    message: `The thread that hashes files ended with code ${String(code)} before it answered`,
    fix: 'Run the command again; it goes on where it stopped.',
  });
}

function start(): Worker {
  // The program lies beside this file: in the sources, in `dist`, and when everything is bundled into one folder.
  const started = new Worker(new URL(`./hash-worker${extname(import.meta.url)}`, import.meta.url));
  started.unref();
  return started;
}
