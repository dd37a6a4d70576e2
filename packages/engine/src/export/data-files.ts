import { SPLITS, type DatasetFile, type ExportOptions, type Split } from '@dsgen/core';
import { packingOfName, type Packing } from '@dsgen/formats';
import { ENCRYPTED_EXTENSION } from './encryption/age.ts';

/** The files with the rows of a dataset: `train.jsonl`, `train-00003-of-00012.jsonl.gz`, `train.parquet.age`. */
const DATA_FILE = new RegExp(`^(${SPLITS.join('|')})(?:-\\d{5,}(?:-of-\\d{5,})?)?\\.[a-z]+(?:\\.[a-z]+)?$`, 'u');

/** What the names of a recipe's data files end in: `jsonl`, `csv.gz`. */
export function extensionOf({ container, compression }: ExportOptions): string {
  return compression === 'none' ? container : `${container}.${compression}`;
}

export function packingOf(options: ExportOptions): Packing {
  return packingOfName(`rows.${extensionOf(options)}`);
}

/** The name of what a file holds once it is decrypted. */
export function plainName(name: string): string {
  return name.endsWith(ENCRYPTED_EXTENSION) ? name.slice(0, -ENCRYPTED_EXTENSION.length) : name;
}

/** Names without the number of shards: what is known of a shard while it is written, and so what lineage names it by. */
export function shardKey(name: string): string {
  return plainName(name).replace(/-of-\d{5,}\./u, '.');
}

/** Whose rows a file holds; undefined when it is no data file. */
export function splitOf(name: string): Split | undefined {
  const base = DATA_FILE.exec(plainName(name))?.[1];
  return SPLITS.find((split) => split === base);
}

/** The data files of each split, under the names they have once decrypted, shards in order. */
export function dataFiles(files: readonly DatasetFile[]): ReadonlyArray<readonly [Split, readonly string[]]> {
  return SPLITS.flatMap((split) => {
    const names = files.map(({ name }) => plainName(name)).filter((name) => splitOf(name) === split);
    return names.length === 0 ? [] : [[split, names.toSorted()] as const];
  });
}

/** What finds the name that a data file has at last by the one that it was written under. */
export function lastNames(files: readonly DatasetFile[]): (name: string) => string {
  const names = new Map(files.map(({ name }) => [shardKey(name), plainName(name)] as const));
  return (name) => names.get(shardKey(name)) ?? name;
}
