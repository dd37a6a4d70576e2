import { basename, join } from 'node:path';
import type { LinkCorpusInput } from '@dsgen/core';
import type { CorpusEntry } from '../state/corpus-entry-table.ts';
import { resolveCorpusPaths, type CorpusPaths } from './corpus-paths.ts';
import { createPathFilter } from './path-filter.ts';
import { readSmallFile } from './read-document.ts';
import { walkCorpus } from './walk-corpus.ts';

export interface ListCorpusOptions {
  /** Files of more bytes are listed with a refusal. */
  readonly maxDocumentBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** What lies below some paths, unread. */
export interface CorpusListing {
  /** Name of the folder that holds everything. */
  readonly name: string;
  readonly corpusPaths: CorpusPaths;
  /** In path order; what will not be read carries the reason. */
  readonly entries: AsyncIterable<CorpusEntry>;
}

/**
 * Lists the files below the paths by the rules of a linked corpus: hidden names, links out of the corpus, `.dsgenignore`
 * and the globs.
 *
 * @throws UsageError `no-paths`
 * @throws InputError `path-missing`, `path-unreadable`
 *
 * @example
 * const { name, entries } = await listCorpus({ paths: ['docs'] }, { maxDocumentBytes: 512 * 1024 * 1024 });
 * for await (const { path, bytes, refusal } of entries) console.log(name, path, bytes, refusal?.reason);
 */
export async function listCorpus(input: LinkCorpusInput, options: ListCorpusOptions): Promise<CorpusListing> {
  const corpusPaths = await resolveCorpusPaths(input.paths);
  const ignoreFile = (await readSmallFile(join(corpusPaths.root, '.dsgenignore'))) ?? '';
  const filter = createPathFilter({ include: input.include, exclude: input.exclude, ignoreFile });
  return {
    name: basename(corpusPaths.root) || 'corpus',
    corpusPaths,
    entries: walkCorpus(corpusPaths, { filter, ...options }),
  };
}
