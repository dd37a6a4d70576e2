import type { DatasetFile } from '@dsgen/core';

/** A file as it is now; names are relative to the dataset, parts divided by `/`. */
export type FoundFile = Pick<DatasetFile, 'name' | 'bytes' | 'sha256'>;

/** A file that is not as the manifest says. */
export interface FileProblem {
  readonly file: string;
  /** `file-unlisted`: the manifest does not name it, so it was not there when the dataset was written. */
  readonly code: 'file-missing' | 'file-changed' | 'file-unlisted';
  readonly message: string;
}

/**
 * Compares the files of a dataset with those its manifest lists; the manifest, which cannot list itself, is not among
 * them. Problems come in the order of the manifest, then those of unlisted files in the order of their names.
 *
 * @example
 * const problems = verifyFiles(manifest.files, [{ name: 'train.jsonl', bytes: 812, sha256: '9f86d0…' }]);
 */
export function verifyFiles(listed: readonly DatasetFile[], found: readonly FoundFile[]): readonly FileProblem[] {
  const foundByName = new Map(found.map((file) => [file.name, file]));
  const names = new Set(listed.map(({ name }) => name));
  const unlisted = found.map(({ name }) => name).filter((name) => !names.has(name));
  return [
    ...listed.flatMap((file) => compare(file, foundByName.get(file.name))),
    ...unlisted.toSorted().map((file): FileProblem => {
      return { file, code: 'file-unlisted', message: 'The manifest does not list it.' };
    }),
  ];
}

function compare(listed: DatasetFile, found: FoundFile | undefined): readonly FileProblem[] {
  const { name: file, bytes, sha256 } = listed;
  if (found === undefined) return [{ file, code: 'file-missing', message: 'The manifest lists it; it is not there.' }];
  if (found.bytes !== bytes) {
    return [{ file, code: 'file-changed', message: `It has ${found.bytes} bytes; it was written with ${bytes}.` }];
  }
  if (found.sha256 === sha256) return [];
  const message = `Its sha256 is ${found.sha256.slice(0, 12)}…; it was written with ${sha256.slice(0, 12)}….`;
  return [{ file, code: 'file-changed', message }];
}
