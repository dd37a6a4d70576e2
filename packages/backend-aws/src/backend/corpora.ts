import { createHash, randomBytes } from 'node:crypto';
import {
  InputError,
  UsageError,
  type AbortableOptions,
  type ArtefactStore,
  type CorpusApi,
  type CorpusInfo,
  type DocumentInput,
} from '@dsgen/core';
import { documentKey, sealKey, type CorpusItem } from '../corpus/corpus-item.ts';
import { assertDocumentPath } from '@dsgen/backend-local';
import { readManifest, readSeal, writeManifest } from '../corpus/manifest.ts';
import { createRowTable, type RowTable } from '../ledger/row-table.ts';
import type { PlatformParts, StoredCorpus } from './platform-parts.ts';

/** The corpora of a tenant: the catalog lists them, the bucket holds what they are made of. */
export function createCorpora(parts: PlatformParts): CorpusApi {
  const { tables, store, upload } = parts;
  const catalog = createRowTable<StoredCorpus>(tables, tables.catalog, 'CORPUS');
  return {
    async create({ name }, options) {
      options?.signal?.throwIfAborted();
      const corpus = { id: `corpus-${randomBytes(8).toString('hex')}`, name, sealed: false, documents: 0, bytes: 0 };
      await catalog.put(corpus.id, corpus, options);
      return corpus;
    },
    async add(corpusId, documents, options) {
      options?.signal?.throwIfAborted();
      const corpus = await findCorpus(catalog, corpusId, options);
      if (corpus.sealed) throw sealedError(corpus);
      await addDocuments(store, { corpusId, documents }, options);
      return refresh(catalog, { ...corpus, ...sumsOf(await readAdded(store, corpusId, options)) }, options);
    },
    async seal(corpusId, options) {
      options?.signal?.throwIfAborted();
      const corpus = await findCorpus(catalog, corpusId, options);
      if (corpus.sealed) return corpus;
      const items = await readAdded(store, corpusId, options);
      const { documents, bytes } = await writeManifest(store, { corpusId, name: corpus.name, items }, options);
      return refresh(catalog, { ...corpus, sealed: true, documents, bytes }, options);
    },
    list: (options) => catalog.list(options),
    get: (corpusId, options) => findCorpus(catalog, corpusId, options),
    async *documents(corpusId, options) {
      const { sealed } = await findCorpus(catalog, corpusId, options);
      const items = sealed ? readManifest(store, corpusId, options) : await readAdded(store, corpusId, options);
      for await (const { path, documentId, bytes } of items) {
        options?.signal?.throwIfAborted();
        if (documentId !== '') yield { path, documentId, bytes };
      }
    },
    async delete(corpusId, options) {
      options?.signal?.throwIfAborted();
      await findCorpus(catalog, corpusId, options);
      // Bytes are shared by all corpora that hold the same document, so they stay until the bucket's lifecycle removes them.
      for await (const { key } of store.list(manifestPrefix(corpusId), options)) await store.delete(key, options);
      await catalog.delete(corpusId, options);
    },
    ...(upload === undefined
      ? {}
      : {
          async link(input, options = {}) {
            return catalogSealedCorpus(parts, await upload(input, options), options);
          },
        }),
  };
}

/** @throws InputError `corpus-missing` */
export async function findCorpus(
  catalog: RowTable<StoredCorpus>,
  corpusId: string,
  options?: AbortableOptions,
): Promise<StoredCorpus> {
  options?.signal?.throwIfAborted();
  const corpus = await catalog.get(corpusId, options);
  if (corpus !== undefined) return corpus;
  throw new InputError({
    code: 'corpus-missing',
    message: `Cannot find the corpus ${JSON.stringify(corpusId)} on the platform`,
    fix: 'List the corpora with `dsgen corpora list`, or upload the documents again.',
  });
}

/** What was uploaded as a whole is listed once its seal is there. */
export async function catalogSealedCorpus(
  { tables, store }: Pick<PlatformParts, 'tables' | 'store'>,
  corpusId: string,
  options?: AbortableOptions,
): Promise<CorpusInfo> {
  const seal = await readSeal(store, corpusId, options);
  if (seal === undefined) {
    throw new InputError({
      code: 'corpus-not-sealed',
      message: `Cannot list the corpus ${JSON.stringify(corpusId)}: ${JSON.stringify(sealKey(corpusId))} is missing`,
      fix: 'Run the upload again; what is there already is not sent twice.',
    });
  }
  const { name, documents, bytes } = seal;
  const corpus = { id: corpusId, name, sealed: true, documents, bytes };
  await createRowTable<StoredCorpus>(tables, tables.catalog, 'CORPUS').put(corpusId, corpus, options);
  return corpus;
}

interface Addition {
  readonly corpusId: string;
  readonly documents: AsyncIterable<DocumentInput> | Iterable<DocumentInput>;
}

/** Bytes first; the list of what was added last, so that it never names bytes that are not there. */
async function addDocuments(
  store: ArtefactStore,
  { corpusId, documents }: Addition,
  options: AbortableOptions = {},
): Promise<void> {
  const items: CorpusItem[] = [];
  for await (const { path, body } of documents) {
    options.signal?.throwIfAborted();
    assertDocumentPath(path);
    items.push(await addDocument(store, path, body instanceof Uint8Array ? body : await collect(body)));
  }
  if (items.length === 0) return;
  const position = (await countAdditions(store, corpusId, options)) + 1;
  const key = `${additionPrefix(corpusId)}${String(position).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
  await store.put(key, Buffer.from(JSON.stringify(items)), options);
}

async function addDocument(store: ArtefactStore, path: string, bytes: Uint8Array): Promise<CorpusItem> {
  const documentId = createHash('sha256').update(bytes).digest('hex');
  const item = { path, documentId, bytes: bytes.byteLength };
  if (bytes.byteLength === 0) {
    return { ...item, refusal: { state: 'skipped', reason: 'empty', detail: 'the file has 0 bytes' } };
  }
  const key = documentKey(documentId);
  await store.put(key, bytes, { ifAbsent: true });
  return { ...item, stored: { key } };
}

/** What was added so far, in path order; of a path that was added twice, the last. */
async function readAdded(
  store: ArtefactStore,
  corpusId: string,
  options?: AbortableOptions,
): Promise<readonly CorpusItem[]> {
  const byPath = new Map<string, CorpusItem>();
  for await (const { key } of store.list(additionPrefix(corpusId), options)) {
    const bytes = await store.get(key, options);
    const items = JSON.parse(Buffer.from(bytes ?? []).toString('utf8') || '[]') as CorpusItem[];
    for (const item of items) byPath.set(item.path, item);
  }
  return [...byPath.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

async function countAdditions(store: ArtefactStore, corpusId: string, options: AbortableOptions): Promise<number> {
  let count = 0;
  for await (const _ of store.list(additionPrefix(corpusId), options)) count += 1;
  return count;
}

async function refresh(
  catalog: RowTable<StoredCorpus>,
  corpus: StoredCorpus,
  options: AbortableOptions | undefined,
): Promise<CorpusInfo> {
  await catalog.put(corpus.id, corpus, options);
  return corpus;
}

function sumsOf(items: readonly CorpusItem[]): Pick<CorpusInfo, 'documents' | 'bytes'> {
  return { documents: items.length, bytes: items.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function manifestPrefix(corpusId: string): string {
  return `manifests/${corpusId}/`;
}

function additionPrefix(corpusId: string): string {
  return `${manifestPrefix(corpusId)}added/`;
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

function sealedError({ name }: StoredCorpus): UsageError {
  return new UsageError({
    code: 'corpus-sealed',
    message: `Cannot add documents to the corpus ${JSON.stringify(name)}: it is sealed`,
    fix: 'Create another corpus.',
  });
}
