import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFiles, FORMAT_NAMES, type Dataset, type FormatName } from '@dsgen/sdk';
import type { OpenInput } from './with-progress.ts';

/** Rows to check, and what they are for. */
export interface RowSource {
  /** As the screen names it. */
  readonly name: string;
  readonly purpose: 'training' | 'evaluation';
  /** Known from the manifest of a dataset. */
  readonly format?: FormatName;
  open(): AsyncIterable<Uint8Array>;
}

export interface RowSourceOptions {
  readonly openDataset: (folder: string) => Promise<Dataset>;
  readonly openInput: OpenInput;
}

/** The one file that is named, or the row files of a dataset folder. */
export async function rowSources(
  path: string,
  { openDataset, openInput }: RowSourceOptions,
): Promise<readonly RowSource[]> {
  const facts = path === '-' ? undefined : await stat(path).catch(() => undefined);
  if (facts?.isDirectory() !== true) return [{ name: path, purpose: 'training', open: () => openInput(path) }];
  const { manifest } = await openDataset(path);
  const format = FORMAT_NAMES.find((name) => name === manifest.format);
  return dataFiles(manifest.files).flatMap(([split, names]) =>
    names.map((name) => ({
      name: join(path, name),
      purpose: split === 'train' ? ('training' as const) : ('evaluation' as const),
      ...(format === undefined ? {} : { format }),
      open: () => openInput(join(path, name)),
    })),
  );
}
