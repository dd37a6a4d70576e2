import { resolve } from 'node:path';
import { readDatasetFolder, readExtractedText, readManifest } from '@dsgen/backend-local';
import {
  InputError,
  type AbortableOptions,
  type CursorOptions,
  type DatasetManifest,
  type DatasetRecord,
} from '@dsgen/core';
import { nearestStore } from './store-location.ts';

/** A span of a record in its place in the document. */
export interface Evidence {
  /** Index into the record's sources. */
  readonly source: number;
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** False when no store has the document's text: then there is nothing before and after. */
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
    async evidence(record, call) {
      call?.signal?.throwIfAborted();
      const text = await findText(stores, manifest, record);
      return record.sources.map((span, source) => ({ source, ...inContext(span, text) }));
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

async function findText(
  stores: readonly string[],
  manifest: DatasetManifest,
  { lineage }: DatasetRecord,
): Promise<string | undefined> {
  const { documentId, path } = lineage;
  for (const store of stores) {
    const text = await readExtractedText(store, { documentId, path, recipe: manifest.recipe });
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Characters shown before and after a quote, at most. */
const CONTEXT_LENGTH = 240;

/** A store's text that does not have the quote at its place belongs to another version: then the quote stands alone. */
function inContext(span: DatasetRecord['sources'][number], text: string | undefined): Omit<Evidence, 'source'> {
  const { start, end, quote } = span;
  if (text?.slice(start, end) !== quote) return { before: '', quote, after: '', isInContext: false };
  return {
    before: fromParagraphStart(text.slice(Math.max(0, start - CONTEXT_LENGTH), start), start > CONTEXT_LENGTH),
    quote,
    after: toParagraphEnd(text.slice(end, end + CONTEXT_LENGTH), end + CONTEXT_LENGTH < text.length),
    isInContext: true,
  };
}

/** From the beginning of the paragraph before, or from a word. */
function fromParagraphStart(text: string, isCut: boolean): string {
  const paragraph = text.lastIndexOf('\n\n', text.trimEnd().length - 1);
  if (paragraph !== -1) return text.slice(paragraph + 2);
  return isCut ? `… ${text.slice(text.indexOf(' ') + 1)}` : text;
}

function toParagraphEnd(text: string, isCut: boolean): string {
  const paragraph = text.indexOf('\n\n', text.length - text.trimStart().length);
  if (paragraph !== -1) return text.slice(0, paragraph);
  return isCut ? `${text.slice(0, text.lastIndexOf(' '))} …` : text.trimEnd();
}
