import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentOutcome, Recipe } from '@dsgen/core';
import { recipeHash } from '@dsgen/engine';
import { DEFAULT_LIMITS, type LocalLimits } from './limits.ts';
import { prepareOcrData } from './ocr-data.ts';
import { documentKeys, type DocumentKeys } from './run/document-keys.ts';
import { createLazyPool } from './run/lazy-pool.ts';
import { workOnDocument } from './run/work-on-document.ts';
import { createFileArtefactStore, type FileArtefactStore } from './store/file-artefact-store.ts';

/** A document whose bytes are in a file of this machine. */
export interface WorkerDocument {
  readonly path: string;
  /** sha256 of the bytes. */
  readonly documentId: string;
  readonly bytes: number;
  /** Absolute path of a file below the worker's `documentFolder`. */
  readonly file: string;
}

export interface DocumentWorkerOptions {
  /** Folder for artefacts and unfinished files; made when missing. */
  readonly folder: string;
  readonly corpusName: string;
  readonly recipe: Recipe;
  /** Documents worked on at once. */
  readonly concurrency: number;
  readonly limits?: Partial<LocalLimits>;
}

/**
 * Plans, extracts and processes documents in watched processes, as a job of the embedded back end does, for hosts that
 * keep corpora and artefacts elsewhere.
 */
export interface DocumentWorker {
  /** Where documents have to lie to be read: the processes may read nothing else. */
  readonly documentFolder: string;
  /** Artefacts on this machine; those put there beforehand are not made again. */
  readonly artefacts: FileArtefactStore;
  keys(document: Pick<WorkerDocument, 'path' | 'documentId'>): DocumentKeys;
  work(document: WorkerDocument): Promise<DocumentOutcome>;
  close(): Promise<void>;
}

/**
 * Opens a worker with a folder of its own below `folder`, which closing removes.
 *
 * @example
 * const worker = await openDocumentWorker({ folder: '/tmp/dsgen', corpusName: 'docs', recipe, concurrency: 2 });
 * const file = join(worker.documentFolder, documentId);
 * await writeFile(file, body);
 * const outcome = await worker.work({ path: 'guide.pdf', documentId, bytes: body.byteLength, file });
 * await worker.close();
 */
export async function openDocumentWorker(options: DocumentWorkerOptions): Promise<DocumentWorker> {
  const { corpusName, recipe, concurrency } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  await mkdir(options.folder, { recursive: true });
  const folder = await mkdtemp(join(options.folder, 'worker-'));
  const temporaryFolder = join(folder, 'temporary');
  const documentFolder = join(folder, 'documents');
  const artefacts = await createFileArtefactStore({ folder: join(folder, 'artefacts'), temporaryFolder });
  // Made now, because a document process may only be allowed to read folders that exist when it starts.
  await mkdir(artefacts.pathOf('silver'), { recursive: true });
  await mkdir(documentFolder);
  const ocrDataPath = recipe.extract.ocr ? await prepareOcrData(folder, recipe.extract.ocrLanguage) : undefined;
  const readable = [documentFolder, artefacts.pathOf('silver'), ...(ocrDataPath === undefined ? [] : [ocrDataPath])];
  const pool = createLazyPool({ concurrency, limits, readable, temporaryFolder });
  return {
    documentFolder,
    artefacts,
    keys: (document) => documentKeys(document, { corpusName, recipe, limits }),
    async work(document) {
      const { outcome } = await workOnDocument(document, {
        artefacts,
        limits,
        corpusName,
        recipe,
        recipeHash: recipeHash(recipe),
        ocrDataPath,
        fileOf: () => document.file,
        pool: pool.open,
        onStart: () => undefined,
      });
      return outcome;
    },
    async close() {
      await pool.close(new Error('the document worker was closed'));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
