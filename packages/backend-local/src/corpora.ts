import { createHash, randomBytes } from 'node:crypto';
import {
  InputError,
  UsageError,
  type AbortableOptions,
  type CorpusApi,
  type CorpusDocument,
  type CorpusInfo,
  type DocumentInput,
  type LinkCorpusInput,
} from '@dsgen/core';
import type { Host } from './host.ts';
import { orderedMap } from './run/ordered-map.ts';
import { assertDocumentPath } from './scan/document-path.ts';
import { identify } from './scan/document-id.ts';
import { listCorpus } from './scan/list-corpus.ts';
import type { CorpusEntry } from './state/corpus-entry-table.ts';
import type { StoredCorpus } from './state/corpus-table.ts';
import { putDocumentBytes } from './store/put-document-bytes.ts';

const ENTRIES_PER_TRANSACTION = 500;
const HASHES_IN_FLIGHT = 4;

/** The corpora of a store. */
export function createCorpora(open: () => Promise<Host>): Required<CorpusApi> {
  return {
    async create({ name }, options) {
      const host = await startWork(open, options);
      const id = `corpus-${randomBytes(8).toString('hex')}`;
      const corpus: StoredCorpus = { id, name, kind: 'copied', paths: [], sealed: false, documents: 0, bytes: 0 };
      host.state.corpora.insert(corpus);
      return toInfo(corpus);
    },
    async add(corpusId, documents, options) {
      const host = await startWork(open, options);
      await addDocuments(host, findCorpus(host, corpusId), documents, options);
      return refreshSums(host, corpusId, false);
    },
    async seal(corpusId, options) {
      const host = await startWork(open, options);
      const corpus = findCorpus(host, corpusId);
      if (corpus.sealed) return toInfo(corpus);
      host.state.entries.sort(corpusId);
      return refreshSums(host, corpusId, true);
    },
    async *list(options) {
      const host = await open();
      for (const corpus of host.state.corpora.list()) {
        options?.signal?.throwIfAborted();
        yield toInfo(corpus);
      }
    },
    async get(corpusId, options) {
      options?.signal?.throwIfAborted();
      return toInfo(findCorpus(await open(), corpusId));
    },
    async *documents(corpusId, options) {
      const host = await open();
      findCorpus(host, corpusId);
      yield* listDocuments(host, corpusId, options?.signal);
    },
    async delete(corpusId, options) {
      const host = await startWork(open, options);
      findCorpus(host, corpusId);
      host.state.corpora.delete(corpusId);
      for await (const { key } of host.artefacts.list(`bronze/${corpusId}/`)) await host.artefacts.delete(key);
    },
    async link(input, options) {
      return linkCorpus(await startWork(open, options), input, options?.signal);
    },
  };
}

/** The corpus, or what to do when there is none of that id. */
export function findCorpus(host: Host, corpusId: string): StoredCorpus {
  const corpus = host.state.corpora.get(corpusId);
  if (corpus !== undefined) return corpus;
  throw new InputError({
    code: 'corpus-missing',
    message: `Cannot find the corpus ${JSON.stringify(corpusId)} in the store ${JSON.stringify(host.folder)}`,
    fix: 'Link the documents again.',
  });
}

async function startWork(open: () => Promise<Host>, options: AbortableOptions | undefined): Promise<Host> {
  options?.signal?.throwIfAborted();
  const host = await open();
  await host.startWork(options?.signal);
  return host;
}

async function addDocuments(
  host: Host,
  corpus: StoredCorpus,
  documents: AsyncIterable<DocumentInput> | Iterable<DocumentInput>,
  options: AbortableOptions | undefined,
): Promise<void> {
  if (corpus.sealed) {
    throw new UsageError({
      code: 'corpus-sealed',
      message: `Cannot add documents to the corpus ${JSON.stringify(corpus.name)}: it is sealed`,
      fix: 'Create another corpus.',
    });
  }
  for await (const { path, body } of documents) {
    options?.signal?.throwIfAborted();
    assertDocumentPath(path);
    const { documentId, bytes } = await putDocumentBytes(host.artefacts, corpus.id, body);
    const refusal: CorpusEntry['refusal'] =
      bytes === 0 ? { state: 'skipped', reason: 'empty', detail: 'the file has 0 bytes' } : undefined;
    host.state.entries.put(corpus.id, 0, [{ path, bytes, documentId, ...(refusal === undefined ? {} : { refusal }) }]);
  }
}

function refreshSums(host: Host, corpusId: string, sealed: boolean): CorpusInfo {
  const updated = { ...findCorpus(host, corpusId), ...host.state.entries.sums(corpusId), sealed };
  host.state.corpora.update(updated);
  return toInfo(updated);
}

async function* listDocuments(
  host: Host,
  corpusId: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<CorpusDocument> {
  async function describe(entry: CorpusEntry): Promise<CorpusDocument | undefined> {
    const identified = await identify(entry, host.state.fileFacts, signal);
    if ('refusal' in identified) return undefined;
    return { path: entry.path, documentId: identified.documentId, bytes: entry.bytes };
  }
  const window = { inFlight: HASHES_IN_FLIGHT, lookAhead: 4 * HASHES_IN_FLIGHT };
  for await (const document of orderedMap(host.state.entries.all(corpusId), describe, window)) {
    signal?.throwIfAborted();
    if (document !== undefined) yield document;
  }
}

/**
 * Lists the files of a linked corpus. Nothing is read yet: a job hashes while it works. The id is made of what was found,
 * so linking unchanged files again gives the same corpus.
 */
async function linkCorpus(host: Host, input: LinkCorpusInput, signal: AbortSignal | undefined): Promise<CorpusInfo> {
  const { maxDocumentBytes } = host.limits;
  const { name, corpusPaths, entries } = await listCorpus(input, { maxDocumentBytes, signal });
  const linkingId = `linking-${randomBytes(8).toString('hex')}`;
  const hash = createHash('sha256').update(JSON.stringify([corpusPaths, maxDocumentBytes]));
  let page: CorpusEntry[] = [];
  let position = 0;
  function flush(): void {
    host.state.entries.put(linkingId, position, page);
    position += page.length;
    page = [];
  }
  for await (const entry of entries) {
    hash.update(JSON.stringify(entry));
    page.push(entry);
    if (page.length >= ENTRIES_PER_TRANSACTION) flush();
  }
  flush();
  const id = `corpus-${hash.digest('hex').slice(0, 16)}`;
  const corpus: StoredCorpus = {
    id,
    name,
    kind: 'linked',
    paths: corpusPaths.paths.map(({ absolute }) => absolute),
    sealed: true,
    ...host.state.entries.sums(linkingId),
  };
  host.state.corpora.adoptEntries(linkingId, corpus);
  return toInfo(corpus);
}

function toInfo({ id, name, sealed, documents, bytes }: StoredCorpus): CorpusInfo {
  return { id, name, sealed, documents, bytes };
}
