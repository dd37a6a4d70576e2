import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentOutcome } from '@dsgen/core';
import { resolveRecipe } from '@dsgen/engine';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDocumentWorker, type DocumentWorker, type WorkerDocument } from './document-worker.ts';

let folder: string;
let worker: DocumentWorker;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-worker-'));
  worker = await openDocumentWorker({ folder, corpusName: 'docs', recipe: resolveRecipe({}), concurrency: 1 });
});
afterEach(async () => {
  await worker.close();
  await rm(folder, { recursive: true });
});

async function place(path: string, body: string): Promise<WorkerDocument> {
  const documentId = createHash('sha256').update(body).digest('hex');
  const file = join(worker.documentFolder, documentId);
  await writeFile(file, body);
  return { path, documentId, bytes: Buffer.byteLength(body), file };
}

async function work(path: string, body: string): Promise<DocumentOutcome> {
  return worker.work(await place(path, body));
}

it('leaves the artefacts of a document where its keys say', async () => {
  const document = await place('guide.md', '# Shards\n\nA shard is a part of an index that is kept on one machine.\n');
  expect(await worker.work(document)).toEqual({ state: 'done' });
  const keys = worker.keys(document);
  expect(await worker.artefacts.head(keys.extract)).toBeDefined();
  expect(await worker.artefacts.head(keys.process)).toBeDefined();
});

it('gives the outcome an embedded job gives to what cannot be read', async () => {
  expect(await work('broken.pdf', '%PDF-1.7 and no more')).toMatchObject({ state: 'quarantined', reason: 'corrupt' });
  expect(await work('music.bin', '\0\u0001\u0002\0')).toMatchObject({ state: 'skipped', reason: 'unsupported-type' });
});

it('leaves nothing behind', async () => {
  await work('guide.md', '# One\n');
  await worker.close();
  expect(await readdir(folder)).toEqual([]);
});
