import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalLimits } from './limits.ts';
import { codeFolders } from './pool/code-folders.ts';
import type { DocumentReply, DocumentRequest } from './pool/document-protocol.ts';
import { createDocumentRunner } from './pool/document-runner.ts';
import { findLauncher } from './pool/launcher.ts';
import { nodeFlags } from './pool/node-flags.ts';
import { createPool, type Pool } from './pool/pool.ts';

/** Where documents are worked on. */
export type DocumentPool = Pool<DocumentRequest, DocumentReply>;

export interface OpenPoolOptions {
  /** Processes, so documents worked on at once. */
  readonly concurrency: number;
  readonly limits: LocalLimits;
  /** Folders and files the processes may read beside their own code. */
  readonly readable: readonly string[];
  /** For what the processes write; on the file system of the artefacts. */
  readonly temporaryFolder: string;
}

const MEBIBYTE = 1024 * 1024;
/** The rest of the resident memory is for buffers, WebAssembly and native parsers. */
const HEAP_SHARE = 0.75;

/** Opens a pool of processes that extract and process documents; each starts when it is first needed. */
export async function openPool(options: OpenPoolOptions): Promise<DocumentPool> {
  const { concurrency, limits, readable, temporaryFolder } = options;
  // The program lies beside this file: in the sources, in `dist`, and when everything is bundled into one folder.
  const entryFile = fileURLToPath(new URL(`./document-child${extname(import.meta.url)}`, import.meta.url));
  const { command } = await findLauncher();
  const maxHeapMebibytes = Math.round((limits.maxResidentBytes / MEBIBYTE) * HEAP_SHARE);
  const flags = nodeFlags({ readable: [...codeFolders(entryFile), ...readable], maxHeapMebibytes });
  const runner = { entryFile, nodeFlags: flags, launcher: command, limits, temporaryFolder };
  return createPool(Array.from({ length: concurrency }, () => createDocumentRunner(runner)));
}
