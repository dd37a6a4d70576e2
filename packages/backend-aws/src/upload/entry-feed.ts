import type { CorpusEntry } from '@dsgen/backend-local';
import type { ProgressCounts } from './progress.ts';
import type { UploadEntries, UploadEntry } from './state/upload-entries.ts';

const PAGE = 500;

/**
 * Lists the whole corpus as fast as it can, so that totals are known early, and gives the entries out as fast as they are
 * taken. What was listed and not taken yet is on disk.
 */
export async function* feedEntries(
  listing: AsyncIterable<CorpusEntry>,
  entries: UploadEntries,
  progress: ProgressCounts,
): AsyncGenerator<UploadEntry> {
  let grown: PromiseWithResolvers<void> = Promise.withResolvers();
  let failure: unknown;
  let isStopped = false;
  function wake(): void {
    grown.resolve();
    grown = Promise.withResolvers();
  }
  async function list(): Promise<void> {
    let page: CorpusEntry[] = [];
    function append(): void {
      entries.append(page);
      page = [];
      wake();
    }
    for await (const entry of listing) {
      if (isStopped) return;
      page.push(entry);
      progress.foundFiles += 1;
      progress.foundBytes += entry.refusal === undefined ? entry.bytes : 0;
      // The first entries start the sending, so they do not wait for a full page.
      if (page.length >= Math.min(PAGE, progress.foundFiles)) append();
    }
    append();
    progress.isListed = true;
  }
  const listed = list()
    .catch((error: unknown) => (failure = error))
    .finally(() => {
      progress.isListed = true;
      wake();
    });
  try {
    yield* takeListed();
  } finally {
    isStopped = true;
    await listed;
  }

  async function* takeListed(): AsyncGenerator<UploadEntry> {
    let position = 0;
    for (;;) {
      const { promise } = grown;
      const isComplete = progress.isListed;
      const page = entries.page(position, PAGE);
      position = page.at(-1)?.position ?? position;
      yield* page;
      if (failure !== undefined) throw failure;
      if (page.length === 0 && isComplete) return;
      if (page.length === 0) await promise;
    }
  }
}
