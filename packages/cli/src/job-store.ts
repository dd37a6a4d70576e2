import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError, nearestStore } from '@dsgen/sdk';
import { shellWord, shownPath } from './render/paths.ts';

/** The store whose jobs, corpora and datasets are meant. Looking for them never makes a store. */
export function jobStore(store: string = nearestStore()): string {
  if (existsSync(store)) return store;
  throw new InputError({
    code: 'store-missing',
    message: `Cannot find the store ${JSON.stringify(shownPath(store))} here or in a folder above`,
    fix: 'Run the command beside the documents, or name the store with --store.',
  });
}

/** What a later command in this folder has to add to find a store: nothing where it looks anyway. */
export function storeArgument(store: string): string {
  return resolve(store) === nearestStore() ? '' : ` --store ${shellWord(shownPath(resolve(store)))}`;
}
