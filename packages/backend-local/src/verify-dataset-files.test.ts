import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatasetManifest } from '@dsgen/core';
import { expect, it } from 'vitest';
import { verifyDatasetFiles } from './verify-dataset-files.ts';

const ROWS = '{"a":1}\n';

function manifestOf(files: Readonly<Record<string, string>>): DatasetManifest {
  const listed = Object.entries(files).map(([name, text]) => {
    return { name, bytes: text.length, sha256: createHash('sha256').update(text).digest('hex') };
  });
  return { files: listed } as unknown as DatasetManifest;
}

it('hashes every file but the manifest, also in folders, and follows no link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dsgen-files-'));
  try {
    await mkdir(join(folder, 'trainers', 'empty'), { recursive: true });
    await writeFile(join(folder, 'dataset.json'), '{}');
    await writeFile(join(folder, 'train.jsonl'), ROWS);
    await writeFile(join(folder, 'trainers', 'axolotl.yaml'), ROWS);
    const manifest = manifestOf({ 'train.jsonl': ROWS, 'trainers/axolotl.yaml': ROWS });
    expect(await verifyDatasetFiles(folder, manifest)).toEqual({ files: 2, bytes: 16, encrypted: 0, problems: [] });

    await rm(join(folder, 'train.jsonl'));
    await symlink(join(folder, 'trainers', 'axolotl.yaml'), join(folder, 'train.jsonl'));
    const { problems } = await verifyDatasetFiles(folder, manifest);
    expect(problems).toMatchObject([{ file: 'train.jsonl', code: 'file-changed' }]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
