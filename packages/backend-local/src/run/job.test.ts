import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JobEvent, JobInfo, RecipeInput } from '@dsgen/core';
import { resolveRecipe } from '@dsgen/engine';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalBackend, type LocalBackend, type LocalBackendOptions } from '../create-local-backend.ts';

let root: string;
let docs: string;
let backends: LocalBackend[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dsgen-job-'));
  docs = join(root, 'docs');
  for (const name of ['harbour', 'island', 'jetty', 'keel', 'lock', 'mooring']) await writeDocument(`${name}.md`, name);
});
afterEach(async () => {
  for (const backend of backends) await backend.close();
  backends = [];
  await rm(root, { recursive: true });
});

async function writeDocument(path: string, word: string): Promise<void> {
  const text = [
    `# All about the ${word}`,
    '',
    `## What is a ${word}?`,
    '',
    `A ${word} is a part of the waterfront that every sailor of the ${word} fleet learns to use in the first week. It is kept by the ${word} master.`,
    '',
  ];
  await mkdir(dirname(join(docs, path)), { recursive: true });
  await writeFile(join(docs, path), text.join('\n'));
}

function open(options: Partial<LocalBackendOptions> = {}): LocalBackend {
  const backend = createLocalBackend({ store: join(root, '.dsgen'), concurrency: 1, ...options });
  backends.push(backend);
  return backend;
}

interface SubmitOptions {
  readonly recipe?: RecipeInput;
  readonly out?: string;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

let keys = 0;
async function submit(backend: LocalBackend, options: SubmitOptions = {}): Promise<JobInfo> {
  const corpus = await backend.corpora.link({ paths: [docs] });
  keys += 1;
  const { recipe = {}, out = 'dataset', concurrency, signal } = options;
  return backend.jobs.submit(
    {
      corpusId: corpus.id,
      recipe: resolveRecipe({ ...recipe, generate: { allPatterns: true, ...recipe.generate } }),
      idempotencyKey: `key-${keys}`,
      datasetName: 'waterfront',
      destination: join(root, out),
      ...(concurrency === undefined ? {} : { concurrency }),
    },
    signal === undefined ? {} : { signal },
  );
}

async function finish(backend: LocalBackend, job: JobInfo): Promise<{ info: JobInfo; events: JobEvent[] }> {
  const events: JobEvent[] = [];
  for await (const event of backend.jobs.events(job.id)) events.push(event);
  return { info: await backend.jobs.get(job.id), events };
}

async function generate(backend: LocalBackend, options?: SubmitOptions): ReturnType<typeof finish> {
  return finish(backend, await submit(backend, options));
}

/** One hash over names and bytes of a dataset folder. */
async function hashDataset(out = 'dataset'): Promise<string> {
  const names = (await readdir(join(root, out), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = names.map((entry) => join(entry.parentPath, entry.name)).toSorted();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path.slice(join(root, out).length)).update(await readFile(path));
  return hash.digest('hex');
}

function endOf(events: readonly JobEvent[], path: string): JobEvent | undefined {
  return events.find((event) => event.type === 'document-end' && event.path === path);
}

describe('a job', () => {
  it('uses what earlier runs have left, and gives the same bytes', async () => {
    const first = await generate(open(), { out: 'first' });
    expect(first.info).toMatchObject({ state: 'done', ledger: { documents: { done: 6 } } });
    expect(first.events.filter((event) => event.type === 'document-start')).toHaveLength(6);
    const second = await generate(open({ store: join(root, '.dsgen') }), { out: 'second' }).catch(
      (error: unknown) => error,
    );
    expect(second).toMatchObject({ code: 'store-locked' });
    await backends[0]?.close();
    const third = await generate(open(), { out: 'third' });
    expect(third.events.filter((event) => event.type === 'document-start')).toEqual([]);
    expect(await hashDataset('third')).toBe(await hashDataset('first'));
  });

  it('works on changed documents only', async () => {
    const backend = open();
    await generate(backend);
    await writeDocument('island.md', 'islet');
    const { events } = await generate(backend);
    expect(events.filter((event) => event.type === 'document-start')).toMatchObject([{ path: 'island.md' }]);
    await backend.close();
    await generate(open({ store: join(root, 'fresh') }), { out: 'fresh-dataset' });
    expect(await hashDataset()).toBe(await hashDataset('fresh-dataset'));
  });

  it('gives the same bytes at any concurrency', async () => {
    const hashes = new Set<string>();
    for (const concurrency of [1, 2, 5]) {
      const backend = open({ store: join(root, `store-${concurrency}`) });
      await generate(backend, { out: `dataset-${concurrency}`, concurrency });
      hashes.add(await hashDataset(`dataset-${concurrency}`));
    }
    expect(hashes.size).toBe(1);
  });

  it('stops when its signal is aborted, stays resumable, and ends with the same bytes', async () => {
    await generate(open({ store: join(root, 'whole') }), { out: 'whole-dataset' });
    const controller = new AbortController();
    const backend = open();
    const job = await submit(backend, { signal: controller.signal });
    for await (const event of backend.jobs.events(job.id)) {
      if (event.type === 'document-start') controller.abort(new Error('stopped by the test'));
    }
    expect((await backend.jobs.get(job.id)).state).toBe('interrupted');
    expect(await readdir(root)).not.toContain('dataset');
    expect((await readdir(root)).filter((name) => name.startsWith('.dsgen-'))).toEqual([]);
    await backend.jobs.resume(job.id);
    const { info, events } = await finish(backend, job);
    expect(info.state).toBe('done');
    expect(events.filter((event) => event.type === 'job-start')).toMatchObject([{ resumed: false }, { resumed: true }]);
    expect(await hashDataset()).toBe(await hashDataset('whole-dataset'));
  });

  it('is interrupted by closing the back end, and another back end finds it so and resumes it', async () => {
    const backend = open();
    const job = await submit(backend);
    await backend.close();
    const next = open();
    expect((await next.jobs.get(job.id)).state).toBe('interrupted');
    await next.jobs.resume(job.id);
    expect((await finish(next, job)).info.state).toBe('done');
  });

  it('makes damaged artefacts again', async () => {
    const backend = open();
    await generate(backend, { out: 'first' });
    const artefacts = join(root, '.dsgen', 'artefacts', 'silver');
    const files = (await readdir(artefacts, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    for (const { parentPath, name } of files) await writeFile(join(parentPath, name), '{"half');
    const { info } = await generate(backend, { out: 'second' });
    expect(info.state).toBe('done');
    expect(await hashDataset('second')).toBe(await hashDataset('first'));
  });

  it('reports a document that changes or goes after it was linked, and goes on', async () => {
    const backend = open();
    const corpus = await backend.corpora.link({ paths: [docs] });
    await writeDocument('harbour.md', 'harbor');
    await rm(join(docs, 'island.md'));
    const recipe = resolveRecipe({ generate: { allPatterns: true } });
    const input = {
      corpusId: corpus.id,
      recipe,
      idempotencyKey: 'changing',
      datasetName: 'x',
      destination: join(root, 'dataset'),
    };
    const { info, events } = await finish(backend, await backend.jobs.submit(input));
    expect(info).toMatchObject({ state: 'done', ledger: { documents: { done: 4, quarantined: 2 } } });
    expect(endOf(events, 'harbour.md')).toMatchObject({ outcome: { reason: 'changed' } });
    expect(endOf(events, 'island.md')).toMatchObject({ outcome: { reason: 'changed', detail: 'the file is gone' } });
  });

  it('notices a change that keeps size and time', async () => {
    const backend = open();
    const past = new Date('2020-01-01');
    await utimes(join(docs, 'keel.md'), past, past);
    await generate(backend);
    await writeDocument('keel.md', 'reel');
    await utimes(join(docs, 'keel.md'), past, past);
    const { events } = await generate(backend);
    expect(events.filter((event) => event.type === 'document-start')).toMatchObject([{ path: 'keel.md' }]);
  });

  it('fails with what was lost when too much is quarantined, and keeps the dataset', async () => {
    await writeFile(join(docs, 'broken.pdf'), '%PDF-1.7 no more than that');
    const { info } = await generate(open(), { recipe: { assess: { maxQuarantinedShare: 0.1 } } });
    expect(info).toMatchObject({ state: 'failed', error: { code: 'quarantine-over-limit', name: 'LossError' } });
    expect(info.datasetId).toBeDefined();
    expect(await readdir(join(root, 'dataset'))).toContain('dataset.json');
  });

  it('needs no work for what lies after the limit of records', async () => {
    const { info } = await generate(open(), { recipe: { generate: { limit: 1 } } });
    expect(info.ledger).toMatchObject({ candidates: { accepted: 1 }, reasons: { 'document/limit-reached': 5 } });
  });

  it('refuses before any work what cannot be written, read or understood', async () => {
    await mkdir(join(root, 'mine'));
    await writeFile(join(root, 'mine', 'thesis.docx'), 'years of work');
    const backend = open();
    await expect(submit(backend, { out: 'mine' })).rejects.toMatchObject({ code: 'destination-exists' });
    const ocr = { extract: { ocr: true, ocrLanguage: 'xxx' } };
    await expect(submit(backend, { recipe: ocr })).rejects.toMatchObject({ code: 'ocr-data-missing' });
    await expect(submit(backend, { recipe: { export: { format: 'nothing' } } })).rejects.toMatchObject({
      code: 'format-unknown',
    });
    expect(await readdir(join(root, 'mine'))).toEqual(['thesis.docx']);
  });

  it('makes an empty dataset of an empty corpus', async () => {
    await rm(docs, { recursive: true });
    await mkdir(docs);
    const { info } = await generate(open());
    expect(info).toMatchObject({ state: 'done', ledger: { documents: { total: 0 }, candidates: { total: 0 } } });
  });

  it('opens any dataset by its folder', async () => {
    const backend = open();
    const { info } = await generate(backend);
    const other = open({ store: join(root, 'other') });
    const dataset = await other.datasets.get(join(root, 'dataset'));
    expect(dataset).toMatchObject({ name: 'waterfront', records: info.ledger?.candidates.accepted });
    let records = 0;
    for await (const record of other.datasets.records(join(root, 'dataset')))
      records += record.sources.length > 0 ? 1 : 0;
    expect(records).toBe(dataset.records);
    await expect(other.datasets.get(docs)).rejects.toMatchObject({ code: 'dataset-missing' });
  });

  it('finds a source that was edited and a quote that was changed', async () => {
    const backend = open();
    await generate(backend);
    await writeDocument('island.md', 'islet');
    const lineage = await readFile(join(root, 'dataset', 'lineage.jsonl'), 'utf8');
    await writeFile(
      join(root, 'dataset', 'lineage.jsonl'),
      lineage.replace('"quote":"A harbour', '"quote":"A harbor!'),
    );
    const corpus = await backend.corpora.link({ paths: [docs] });
    const codes = new Map<string, number>();
    const datasetId = join(root, 'dataset');
    for await (const { problems } of backend.datasets.verify({ datasetId, corpusId: corpus.id })) {
      for (const { code } of problems) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect([...codes.keys()].toSorted()).toEqual(['document-missing', 'quote-mismatch']);
    expect(codes.get('quote-mismatch')).toBe(1);
  });
});

describe.skipIf(process.getuid?.() === 0)('a store without permission', () => {
  it('says what to do', async () => {
    await mkdir(join(root, 'locked'), { mode: 0o500 });
    await expect(submit(open({ store: join(root, 'locked', 'store') }))).rejects.toMatchObject({
      code: 'access-denied',
    });
    await chmod(join(root, 'locked'), 0o700);
  });
});
