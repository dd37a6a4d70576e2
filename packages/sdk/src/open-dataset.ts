import { resolve } from 'node:path';
import { readDatasetFolder, readExtractedText, readManifest } from '@dsgen/backend-local';
import {
  InputError,
  quoteAt,
  type AbortableOptions,
  type CursorOptions,
  type DatasetManifest,
  type DatasetRecord,
  type Span,
} from '@dsgen/core';
import { nearestStore } from './store-location.ts';

/** A passage of a document with the spans of a record that lie in it. */
export interface Evidence {
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
      return groupSpans(record.sources, text).map((spans) => passageOf(spans, text));
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

/** Characters shown before and after a quote, at most, and between two that are shown together. */
const CONTEXT_LENGTH = 240;

/** Spans that lie near each other, in text order; overlapping ones are one. */
function groupSpans(spans: readonly Span[], text: string | undefined): ReadonlyArray<readonly Span[]> {
  const groups: Span[][] = [];
  for (const span of spans.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isNear =
      last !== undefined && isIn(text, last) && isIn(text, span) && span.start - last.end <= CONTEXT_LENGTH;
    if (isNear && span.start < last.end) continue;
    if (isNear) group?.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** A text that does not have the quote at its place belongs to another version of the document. */
function isIn(text: string | undefined, span: Span): text is string {
  return text !== undefined && quoteAt(text, span) === span.quote;
}

function passageOf(spans: readonly Span[], text: string | undefined): Evidence {
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined || !isIn(text, first)) {
    return { parts: spans.map(({ quote }) => ({ kind: 'quote', text: quote })), isInContext: false };
  }
  const before = fromParagraphStart(
    text.slice(Math.max(0, first.start - CONTEXT_LENGTH), first.start),
    first.start > CONTEXT_LENGTH,
  );
  const after = toParagraphEnd(
    text.slice(last.end, last.end + CONTEXT_LENGTH),
    last.end + CONTEXT_LENGTH < text.length,
  );
  const parts = spans.flatMap((span, index): Evidence['parts'] => {
    const next = spans[index + 1];
    const between = next === undefined ? after : text.slice(span.end, next.start);
    return [
      { kind: 'quote', text: span.quote },
      { kind: 'context', text: between },
    ];
  });
  return {
    parts: [{ kind: 'context' as const, text: before }, ...parts].filter((part) => part.text !== ''),
    isInContext: true,
  };
}

/** From the beginning of the paragraph before, or from a word. */
function fromParagraphStart(text: string, isCut: boolean): string {
  const paragraph = text.lastIndexOf('\n\n', text.trimEnd().length - 1);
  if (paragraph !== -1) return text.slice(paragraph + 2);
  return isCut ? `… ${text.slice(text.indexOf(' ') + 1)}` : text;
}

/** To the end of the paragraph after, or to a word. */
function toParagraphEnd(text: string, isCut: boolean): string {
  const paragraph = text.indexOf('\n\n', text.length - text.trimStart().length);
  if (paragraph !== -1) return text.slice(0, paragraph);
  return isCut ? `${text.slice(0, text.lastIndexOf(' '))} …` : text.trimEnd();
}
