import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { FaultError } from '@dsgen/core';
import { ended, type Breakdown } from './breakdown.ts';
import type { DocumentMessage, DocumentReply, DocumentRequest } from './document-protocol.ts';
import { firstEvent } from './first-event.ts';
import type { Runner } from './pool.ts';
import { readResidentBytes } from './read-memory.ts';
import { openScratchFile, type ScratchFile } from './scratch-file.ts';
import { watchProcess, type Watch } from './watch-process.ts';

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
  /** For what the process writes, and for finished files; on the file system of the artefacts. */
  readonly temporaryFolder: string;
}

interface Child {
  readonly process: ChildProcess;
  readonly scratch: ScratchFile;
  readonly ready: Promise<void>;
  requests: number;
  /** The end of what it wrote to standard error. */
  stderr: string;
}

const START_TIMEOUT_MS = 60_000;
const MAX_START_FAILURES = 3;
const STDERR_LENGTH = 2000;
const TYPE_WITH_SECOND_ENGINE = 'application/pdf';

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
    const { entryFile, nodeFlags, launcher, temporaryFolder } = this.#options;
    const [program = process.execPath, ...rest] = [...launcher, process.execPath, ...nodeFlags];
    const scratch = openScratchFile(temporaryFolder);
    const child = fork(entryFile, [], {
      env: {},
      execPath: program,
      execArgv: rest,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc', scratch.descriptor],
    });
    const state: Child = { process: child, scratch, ready: untilReady(child), requests: 0, stderr: '' };
    // Awaited by the first request; until then a failure to start is nobody's.
    state.ready.catch(() => undefined);
    // What goes wrong with the process itself shows as its exit; without a listener it would end this process too.
    child.on('error', () => undefined);
    child.on('exit', () => {
      scratch.close();
      if (this.#child === state) this.#child = undefined;
    });
    child.stderr?.on('data', (piece: Buffer) => {
      state.stderr = (state.stderr + piece.toString('utf8')).slice(-STDERR_LENGTH);
    });
    return state;
  }

  async #exchange(child: Child, request: DocumentRequest): Promise<DocumentReply | Breakdown> {
    child.requests += 1;
    child.scratch.clear();
    const watch = this.#watch(child, request);
    setReferenced(child.process, true);
    const first = firstEvent(child.process, ['message', 'exit']);
    // A process that is already gone is noticed by its exit.
    child.process.send(request, () => undefined);
    const { name, value } = await first;
    watch.stop();
    setReferenced(child.process, false);
    if (name === 'message') return receive(value as DocumentMessage, child);
    const { exitCode, signalCode } = child.process;
    return watch.breakdown() ?? ended({ exitCode, signalCode, stderr: child.stderr });
  }

  #watch({ process: handle, scratch }: Child, { timeoutMs, maxOutputBytes }: DocumentRequest): Watch {
    return watchProcess({
      pid: handle.pid ?? 0,
      timeoutMs,
      maxResidentBytes: this.#options.limits.maxResidentBytes,
      maxOutputBytes,
      outputBytes: scratch.size,
      kill: () => handle.kill('SIGKILL'),
    });
  }
}

/** Takes what the process wrote. A missing part of dsgen must never read as a fault of every document that needs it. */
async function receive(message: DocumentMessage, { scratch }: Child): Promise<DocumentReply> {
  if (message.status === 'done') return { status: 'done', file: await scratch.copy() };
  if (message.status !== 'broken') return message;
  throw new FaultError({
    code: 'installation-broken',
    message: `Cannot load a part of dsgen that reads documents: ${message.message}`,
    fix: 'Install dsgen again; if that does not help, report this with the output of `dsgen doctor`.',
  });
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

function startError(child: Child, cause: unknown): FaultError {
  return new FaultError({
    code: 'process-not-starting',
    message: `Cannot start the process that reads documents: ${child.stderr.trim() || 'it ended without a word'}`,
    fix: 'Run `dsgen doctor`; if the installation is whole, please report this.',
    cause,
  });
}
