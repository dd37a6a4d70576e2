import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalLimits } from './limits.ts';
import { codeFolders } from './pool/code-folders.ts';
import type { ExtractReply, ExtractRequest } from './pool/extract-protocol.ts';
import { createExtractRunner } from './pool/extract-runner.ts';
import { findLauncher } from './pool/launcher.ts';
import { nodeFlags } from './pool/node-flags.ts';
import { createPool, type Pool } from './pool/pool.ts';
import type { ProcessRequest } from './pool/process-protocol.ts';
import { createProcessRunner, type ProcessResult } from './pool/process-runner.ts';

export interface OpenPoolsOptions {
  readonly concurrency: number;
  readonly limits: LocalLimits;
  /** Folders and files extraction may read beside its own code. */
  readonly readable: readonly string[];
}

export interface Pools {
  readonly extract: Pool<ExtractRequest, ExtractReply>;
  readonly process: Pool<ProcessRequest, ProcessResult>;
}

const MEBIBYTE = 1024 * 1024;
/** The rest of the resident memory is for buffers, WebAssembly and native parsers. */
const HEAP_SHARE = 0.75;

/** Starts the processes that extract and the threads that process, as many of each as documents are worked on at once. */
export async function openPools(options: OpenPoolsOptions): Promise<Pools> {
  const { concurrency } = options;
  const process = createPool(Array.from({ length: concurrency }, () => startProcessRunner(options)));
  return { extract: await openExtractPool(options), process };
}

/** Only what extraction needs, for verifying. */
export async function openExtractPool(options: OpenPoolsOptions): Promise<Pools['extract']> {
  const { concurrency, limits, readable } = options;
  const entryFile = fileURLToPath(entryUrl('extract-child'));
  const { command } = await findLauncher();
  const maxHeapMebibytes = Math.round((limits.maxResidentBytes / MEBIBYTE) * HEAP_SHARE);
  const flags = nodeFlags({ readable: [...codeFolders(entryFile), ...readable], maxHeapMebibytes });
  const runner = { entryFile, nodeFlags: flags, launcher: command, limits };
  return createPool(Array.from({ length: concurrency }, () => createExtractRunner(runner)));
}

function startProcessRunner({ limits }: OpenPoolsOptions): ReturnType<typeof createProcessRunner> {
  return createProcessRunner({
    entry: entryUrl('process-worker'),
    timeoutMs: limits.processTimeoutMs,
    maxHeapMebibytes: limits.maxProcessHeapMebibytes,
  });
}

/** The programs lie beside this file: in the sources, in `dist`, and when everything is bundled into one folder. */
function entryUrl(name: string): URL {
  return new URL(`./${name}${extname(import.meta.url)}`, import.meta.url);
}
