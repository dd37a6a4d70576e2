import { createHash } from 'node:crypto';
import type { AbortableOptions, ArtefactStore } from '@dsgen/core';
import { ITEMS_PER_PAGE, manifestPageKey, sealKey, type CorpusItem, type SealedCorpus } from './corpus-item.ts';

export interface WriteManifestInput {
  readonly corpusId: string;
  readonly name: string;
  /** In path order (code units), each path once. */
  readonly items: AsyncIterable<CorpusItem> | Iterable<CorpusItem>;
}

/**
 * Writes the pages of a manifest and then the seal, which is never replaced: of two writers the first wins, and both get
 * its seal.
 */
export async function writeManifest(
  store: ArtefactStore,
  { corpusId, name, items }: WriteManifestInput,
  options: AbortableOptions = {},
): Promise<SealedCorpus> {
  const root = createHash('sha256');
  const sums = { documents: 0, bytes: 0, pages: 0 };
  let page: CorpusItem[] = [];
  async function flush(): Promise<void> {
    const text = page.map((item) => `${JSON.stringify(item)}\n`).join('');
    root.update(createHash('sha256').update(text).digest());
    await store.put(manifestPageKey(corpusId, sums.pages), Buffer.from(text), options);
    sums.pages += 1;
    page = [];
  }
  for await (const item of items) {
    sums.documents += 1;
    sums.bytes += item.bytes;
    if (page.push(item) === ITEMS_PER_PAGE) await flush();
  }
  if (page.length > 0) await flush();
  const sealed: SealedCorpus = { kind: 'dsgen/corpus', name, ...sums, rootHash: root.digest('hex') };
  const written = await store.put(sealKey(corpusId), Buffer.from(JSON.stringify(sealed)), {
    ...options,
    ifAbsent: true,
  });
  return written === 'written' ? sealed : ((await readSeal(store, corpusId, options)) ?? sealed);
}

/** The seal of a corpus, or undefined while it is open or when there is none. */
export async function readSeal(
  store: ArtefactStore,
  corpusId: string,
  options: AbortableOptions = {},
): Promise<SealedCorpus | undefined> {
  const bytes = await store.get(sealKey(corpusId), options);
  return bytes === undefined ? undefined : (JSON.parse(Buffer.from(bytes).toString('utf8')) as SealedCorpus);
}

/** The items of a sealed corpus in path order, a page in memory at a time. */
export async function* readManifest(
  store: ArtefactStore,
  corpusId: string,
  options: AbortableOptions = {},
): AsyncGenerator<CorpusItem> {
  const { pages = 0 } = (await readSeal(store, corpusId, options)) ?? {};
  for (let page = 0; page < pages; page += 1) {
    const bytes = await store.get(manifestPageKey(corpusId, page), options);
    const lines = Buffer.from(bytes ?? []).toString('utf8');
    for (const line of lines.split('\n')) if (line !== '') yield JSON.parse(line) as CorpusItem;
  }
}
