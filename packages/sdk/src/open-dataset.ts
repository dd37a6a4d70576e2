import { resolve } from 'node:path';
import {
  explainDatasetRecord,
  findRecordPassages,
  readDatasetFolder,
  readExtractedText,
  readManifest,
  verifyDatasetFiles,
  type FilesVerification,
  type Passage,
  type RecordExplanation,
} from '@dsgen/backend-local';
import {
  InputError,
  quoteAt,
  type AbortableOptions,
  type CursorOptions,
  type DatasetManifest,
  type DatasetRecord,
} from '@dsgen/core';
import { archiveDataset, type ArchiveDatasetOptions } from './archive-dataset.ts';
import { nearestStore } from './store-location.ts';

/** A passage of a document with the spans of a record that lie in it. */
export interface Evidence {
  /** The document that it is of, relative to the corpus root. */
  readonly path: string;
  /** The passage in order; the parts that are `quote` are the record's spans. */
  readonly parts: ReadonlyArray<{ readonly kind: 'quote' | 'context'; readonly text: string }>;
  /** False when no store has the document's text: then the quote stands alone. */
  readonly isInContext: boolean;
}

/** A dataset folder. */
export interface Dataset {
  /** Absolute path of the folder. */
  readonly path: string;
  readonly manifest: DatasetManifest;
  /** The records in dataset order. */
  records(options?: CursorOptions): AsyncIterable<DatasetRecord>;
  /** Where a record's evidence stands in its documents, as the store remembers their text. */
  evidence(record: DatasetRecord, options?: AbortableOptions): Promise<readonly Evidence[]>;
  /**
   * Where the record with an id, or the first whose id starts so, comes from, what it had to pass and what was left out
   * beside it.
   *
   * @throws InputError `record-not-found`
   */
  explain(id: string, options?: AbortableOptions): Promise<RecordExplanation>;
  /** The whole dataset as a tar archive, streaming; the manifest comes last. */
  archive(options: ArchiveDatasetOptions): AsyncIterable<Uint8Array>;
  /** Hashes every file of the folder and compares it with the manifest. */
  verifyFiles(options?: AbortableOptions): Promise<FilesVerification>;
}

export interface OpenDatasetOptions extends AbortableOptions {
  /** Store with the text of the documents. Default: the nearest one to the working directory, then to the dataset. */
  readonly store?: string;
}

/** @throws InputError `dataset-missing` when the folder holds no dataset. */
export async function openDataset(folder: string, options: OpenDatasetOptions = {}): Promise<Dataset> {
  options.signal?.throwIfAborted();
  const path = resolve(folder);
  const manifest = await readManifest(path);
  if (manifest === undefined) throw missing(folder);
  const stores = options.store === undefined ? [nearestStore(), nearestStore({ cwd: path })] : [resolve(options.store)];
  return {
    path,
    manifest,
    records: (cursor) => readDatasetFolder(path, cursor),
    explain: (id, call) => explainDatasetRecord(path, id, call),
    archive: (call) => archiveDataset(path, manifest, call),
    verifyFiles: (call) => verifyDatasetFiles(path, manifest, call),
    async evidence(record, call) {
      call?.signal?.throwIfAborted();
      const texts = await findTexts(stores, manifest, record);
      return findRecordPassages(record.sources, (id) => texts.get(id)).map((passage) =>
        toEvidence(passage, record, texts),
      );
    },
  };
}

function missing(folder: string): InputError {
  return new InputError({
    code: 'dataset-missing',
    message: `Cannot open the dataset ${JSON.stringify(folder)}: there is no dataset.json of dsgen`,
    fix: 'Name the folder of a dataset that dsgen wrote.',
  });
}

/** The texts of a record's documents by id, as far as a store has them. */
async function findTexts(
  stores: readonly string[],
  { recipe }: DatasetManifest,
  { lineage }: DatasetRecord,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { documentId, path } of [lineage, ...(lineage.otherDocuments ?? [])]) {
    for (const store of stores) {
      const text = texts.get(documentId) ?? (await readExtractedText(store, { documentId, path, recipe }));
      if (text !== undefined) texts.set(documentId, text);
    }
  }
  return texts;
}

/** A text that does not have a quote at its place belongs to another version of the document. */
function toEvidence(
  passage: Passage,
  { sources, lineage }: DatasetRecord,
  texts: ReadonlyMap<string, string>,
): Evidence {
  const quoted = passage.flatMap((part) => (typeof part === 'number' ? (sources[part] ?? []) : []));
  const parts = passage.map((part): Evidence['parts'][number] =>
    typeof part === 'number' ? { kind: 'quote', text: sources[part]?.quote ?? '' } : { kind: 'context', text: part },
  );
  const other = lineage.otherDocuments?.find(({ documentId }) => documentId === quoted[0]?.documentId);
  const text = texts.get(other?.documentId ?? lineage.documentId);
  const isInContext = text !== undefined && quoted.every((span) => quoteAt(text, span) === span.quote);
  return { path: other?.path ?? lineage.path, parts, isInContext };
}
