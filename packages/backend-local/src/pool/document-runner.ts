import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { FaultError } from '@dsgen/core';
import type { Refusal } from '../state/corpus-entry-table.ts';
import type { BrokenInstallation, DocumentReply, DocumentRequest } from './document-protocol.ts';
import { firstEvent } from './first-event.ts';
import type { Runner } from './pool.ts';
import { readResidentBytes } from './read-memory.ts';

/** When a document process is replaced. */
export interface DocumentProcessLimits {
  /** Resident memory, in bytes; a document that needs more is quarantined. Default 1 GiB. */
  readonly maxResidentBytes: number;
  /** Steps of documents after which a process is replaced, so that leaks of parsers cannot add up. Default 500. */
  readonly maxRequests: number;
}

export interface DocumentRunnerOptions {
  /** Absolute path of the program. */
  readonly entryFile: string;
  readonly nodeFlags: readonly string[];
  /** Programs that start Node, outermost first; see `findLauncher`. */
  readonly launcher: readonly string[];
  readonly limits: DocumentProcessLimits;
}

interface Child {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  requests: number;
  /** The end of what it wrote to standard error. */
  stderr: string;
}

/** How an exchange ended when it was not by a reply. */
type Breakdown = { readonly refusal: Refusal; readonly mayBeAnothersFault: boolean };

const WATCH_INTERVAL_MS = 100;
const START_TIMEOUT_MS = 60_000;
const MAX_START_FAILURES = 3;
const STDERR_LENGTH = 2000;
const TYPE_WITH_SECOND_ENGINE = 'application/pdf';
const MEBIBYTE = 1024 * 1024;

/** Works on documents in a process of its own, which it kills and replaces when a document breaks its limits. */
export function createDocumentRunner(options: DocumentRunnerOptions): Runner<DocumentRequest, DocumentReply> {
  return new DocumentRunner(options);
}

class DocumentRunner implements Runner<DocumentRequest, DocumentReply> {
  readonly #options: DocumentRunnerOptions;
  #child: Child | undefined;
  #isClosed = false;

  constructor(options: DocumentRunnerOptions) {
    this.#options = options;
  }

  warmUp(): void {
    this.#child ??= this.#start();
  }

  async run(request: DocumentRequest): Promise<DocumentReply> {
    const child = await this.#readyChild();
    const isFresh = child.requests === 0;
    const first = await this.#attempt(child, request);
    if ('status' in first) return first;
    // An earlier document may have left the process in a bad way, so the verdict is a fresh process's.
    const isOwnFault = isFresh || !first.mayBeAnothersFault;
    const verdict = isOwnFault ? first : await this.#attempt(await this.#readyChild(), request);
    if ('status' in verdict) return verdict;
    return (await this.#readAfterCrash(request, verdict)) ?? { status: 'refused', refusal: verdict.refusal };
  }

  /** What took its process down may still give its text to an engine that cannot crash. A refusal by that engine is no news. */
  async #readAfterCrash(request: DocumentRequest, breakdown: Breakdown): Promise<DocumentReply | undefined> {
    const tookProcessDown = breakdown.mayBeAnothersFault;
    if (!tookProcessDown || request.kind !== 'extract' || request.mediaType !== TYPE_WITH_SECOND_ENGINE)
      return undefined;
    const reply = await this.#attempt(await this.#readyChild(), { ...request, isAfterCrash: true });
    return 'status' in reply && reply.status === 'done' ? reply : undefined;
  }

  async #attempt(child: Child, request: DocumentRequest): Promise<DocumentReply | Breakdown> {
    const result = await this.#exchange(child, request);
    if (!('status' in result) && this.#isClosed) throw new Error('the document process was closed');
    return result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#endChild();
  }

  async #endChild(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child !== undefined) await kill(child);
  }

  async #readyChild(): Promise<Child> {
    for (let failures = 1; ; failures += 1) {
      const child = await this.#reusableChild();
      try {
        await child.ready;
        return child;
      } catch (cause) {
        this.#child = undefined;
        if (failures >= MAX_START_FAILURES) throw startError(child, cause);
      }
    }
  }

  async #reusableChild(): Promise<Child> {
    if (this.#child !== undefined && this.#isWornOut(this.#child)) await this.#endChild();
    this.#child ??= this.#start();
    return this.#child;
  }

  /** Memory a parser never gave back counts against the next document, so the process is replaced well before its ceiling. */
  #isWornOut(child: Child): boolean {
    if (child.requests === 0) return false;
    const { maxRequests, maxResidentBytes } = this.#options.limits;
    const resident = child.process.pid === undefined ? undefined : readResidentBytes(child.process.pid);
    return child.requests >= maxRequests || (resident ?? 0) > maxResidentBytes / 2;
  }

  #start(): Child {
    const { entryFile, nodeFlags, launcher } = this.#options;
    const [program = process.execPath, ...rest] = [...launcher, process.execPath, ...nodeFlags];
    const child = fork(entryFile, [], {
      env: {},
      execPath: program,
      execArgv: rest,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const state: Child = { process: child, ready: untilReady(child), requests: 0, stderr: '' };
    // Awaited by the first request; until then a failure to start is nobody's.
    state.ready.catch(() => undefined);
    // What goes wrong with the process itself shows as its exit; without a listener it would end this process too.
    child.on('error', () => undefined);
    child.on('exit', () => {
      if (this.#child === state) this.#child = undefined;
    });
    child.stderr?.on('data', (piece: Buffer) => {
      state.stderr = (state.stderr + piece.toString('utf8')).slice(-STDERR_LENGTH);
    });
    return state;
  }

  async #exchange(child: Child, request: DocumentRequest): Promise<DocumentReply | Breakdown> {
    child.requests += 1;
    const watch = this.#watch(child, request);
    setReferenced(child.process, true);
    const first = firstEvent(child.process, ['message', 'exit']);
    // A process that is already gone is noticed by its exit.
    child.process.send(request, () => undefined);
    const { name, value } = await first;
    watch.stop();
    setReferenced(child.process, false);
    if (name === 'message') return assertWhole(value as DocumentReply | BrokenInstallation);
    return watch.breakdown() ?? describeExit(child);
  }

  /** Kills the process when the document takes too long or too much memory. */
  #watch(child: Child, request: DocumentRequest): { stop: () => void; breakdown: () => Breakdown | undefined } {
    const { limits } = this.#options;
    let breakdown: Breakdown | undefined;
    function end(ending: Breakdown): void {
      breakdown ??= ending;
      child.process.kill('SIGKILL');
    }
    const deadline = setTimeout(() => end(timedOut(request.timeoutMs)), request.timeoutMs);
    const memory = setInterval(() => {
      const resident = child.process.pid === undefined ? undefined : readResidentBytes(child.process.pid);
      if (resident !== undefined && resident > limits.maxResidentBytes) end(outOfMemory(limits.maxResidentBytes));
    }, WATCH_INTERVAL_MS);
    return {
      stop() {
        clearTimeout(deadline);
        clearInterval(memory);
      },
      breakdown: () => breakdown,
    };
  }
}

async function untilReady(child: ChildProcess): Promise<void> {
  const timeout = setTimeout(() => child.kill('SIGKILL'), START_TIMEOUT_MS);
  const { name } = await firstEvent(child, ['message', 'exit', 'error']);
  clearTimeout(timeout);
  setReferenced(child, false);
  if (name !== 'message') throw new Error('the process ended before it was ready');
}

/** At rest a process must not keep a finished program running. */
function setReferenced(child: ChildProcess, isReferenced: boolean): void {
  if (isReferenced) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
    (child.stderr as Socket | null)?.unref();
  }
}

async function kill(child: Child): Promise<void> {
  const { process: handle } = child;
  if (handle.exitCode !== null || handle.signalCode !== null || handle.pid === undefined) return;
  setReferenced(handle, true);
  const exit = once(handle, 'exit');
  handle.kill('SIGKILL');
  await exit;
}

function timedOut(timeoutMs: number): Breakdown {
  const detail = `no result within ${Math.round(timeoutMs / 1000)} s`;
  return { refusal: { state: 'quarantined', reason: 'timed-out', detail }, mayBeAnothersFault: false };
}

function outOfMemory(maxBytes: number): Breakdown {
  const detail = `the document needs more than ${Math.round(maxBytes / MEBIBYTE)} MiB of memory`;
  return { refusal: { state: 'quarantined', reason: 'out-of-memory', detail }, mayBeAnothersFault: true };
}

function describeExit(child: Child): Breakdown {
  if (/heap out of memory|Zone Allocation failed/iu.test(child.stderr)) {
    const refusal = {
      state: 'quarantined',
      reason: 'out-of-memory',
      detail: 'the memory of its process ran out',
    };
    return { refusal: refusal as Refusal, mayBeAnothersFault: true };
  }
  const { signalCode, exitCode } = child.process;
  const ending = signalCode === null ? `exit code ${exitCode}` : signalCode;
  const detail = `its process ended with ${ending}`;
  return { refusal: { state: 'quarantined', reason: 'crashed', detail }, mayBeAnothersFault: true };
}

/** A missing part of dsgen must never read as a fault of every document that needs it. */
function assertWhole(reply: DocumentReply | BrokenInstallation): DocumentReply {
  if (reply.status !== 'broken') return reply;
  throw new FaultError({
    code: 'installation-broken',
    message: `Cannot load a part of dsgen that reads documents: ${reply.message}`,
    fix: 'Install dsgen again; if that does not help, report this with the output of `dsgen doctor`.',
  });
}

function startError(child: Child, cause: unknown): FaultError {
  return new FaultError({
    code: 'process-not-starting',
    message: `Cannot start the process that reads documents: ${child.stderr.trim() || 'it ended without a word'}`,
    fix: 'Run `dsgen doctor`; if the installation is whole, please report this.',
    cause,
  });
}
