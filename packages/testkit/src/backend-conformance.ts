import { createHash } from 'node:crypto';
import {
  DsgenError,
  JOB_STATES,
  type Backend,
  type CorpusInfo,
  type DatasetRecord,
  type JobEvent,
  type JobInfo,
  type Recipe,
} from '@dsgen/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONFORMANCE_DOCUMENTS, conformanceInputs } from './conformance-documents.ts';

export interface BackendHarness {
  readonly backend: Backend;
  /** A recipe that makes at least `qa` records. */
  readonly recipe: Recipe;
  /** A folder that holds `CONFORMANCE_DOCUMENTS` as files; needed where the back end links. */
  readonly linkedFolder?: string;
  /** Called after each test, once the back end is closed. */
  readonly dispose?: () => Promise<void>;
}

export interface BackendConformanceOptions {
  /** Shown in the test report. */
  readonly name: string;
  /** The optional abilities the back end declares; tests of the others do not run, and having more than declared is an error. */
  readonly abilities: readonly BackendAbility[];
  /** A new, empty back end for each test. */
  readonly create: () => Promise<BackendHarness>;
}

export type BackendAbility = 'link' | 'plan' | 'read' | 'verify';

/**
 * The tests every back end must pass. Call it at the top level of a test file.
 *
 * @example
 * backendConformance({ name: 'memory', abilities: [], create: async () => ({ backend: createMemoryBackend(), recipe }) });
 */
export function backendConformance(options: BackendConformanceOptions): void {
  describe(`back end: ${options.name}`, () => {
    let harness: BackendHarness;
    let backend: Backend;
    let keys = 0;

    beforeEach(async () => {
      harness = await options.create();
      ({ backend } = harness);
    });
    afterEach(async () => {
      await backend.close();
      await harness.dispose?.();
    });

    async function createCorpus(): Promise<CorpusInfo> {
      const { id } = await backend.corpora.create({ name: 'handbooks' });
      await backend.corpora.add(id, conformanceInputs());
      return backend.corpora.seal(id);
    }

    async function submit(corpusId: string, idempotencyKey = `key-${(keys += 1)}`): Promise<JobInfo> {
      return backend.jobs.submit({ corpusId, recipe: harness.recipe, idempotencyKey, datasetName: 'handbooks' });
    }

    async function finish(jobId: string): Promise<JobInfo> {
      await collect(backend.jobs.events(jobId));
      return backend.jobs.get(jobId);
    }

    async function runJob(): Promise<JobInfo> {
      const job = await submit((await createCorpus()).id);
      return finish(job.id);
    }

    it('says which contract it implements and which optional abilities it has', () => {
      expect(backend.specificationVersion).toBe(1);
      expect(backend.name).not.toBe('');
      const present = [
        backend.corpora.link === undefined ? [] : ['link'],
        backend.jobs.plan === undefined ? [] : ['plan'],
        backend.datasets.read === undefined ? [] : ['read'],
        backend.datasets.verify === undefined ? [] : ['verify'],
      ].flat();
      expect(present.toSorted()).toEqual([...options.abilities].toSorted());
    });

    describe('corpora', () => {
      it('creates a corpus that is empty and open', async () => {
        const corpus = await backend.corpora.create({ name: 'handbooks' });
        expect(corpus).toMatchObject({ name: 'handbooks', sealed: false, documents: 0, bytes: 0 });
        expect(await backend.corpora.get(corpus.id)).toEqual(corpus);
      });

      it('gives corpora of one name different ids', async () => {
        const [first, second] = await Promise.all([
          backend.corpora.create({ name: 'handbooks' }),
          backend.corpora.create({ name: 'handbooks' }),
        ]);
        expect(first?.id).not.toBe(second?.id);
        const ids = (await collect(backend.corpora.list())).map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining([first?.id, second?.id]));
      });

      it('gives the documents in path order with hash and size, and no bytes twice as large as they are', async () => {
        const corpus = await createCorpus();
        const expected = CONFORMANCE_DOCUMENTS.filter(({ text }) => text !== '');
        const documents = await collect(backend.corpora.documents(corpus.id));
        const readable = documents.filter(({ bytes }) => bytes > 0);
        expect(readable).toEqual(
          expected.map(({ path, text }) => ({ path, documentId: sha256(text), bytes: Buffer.byteLength(text) })),
        );
        const bytes = expected.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
        expect(corpus).toMatchObject({ sealed: true, documents: CONFORMANCE_DOCUMENTS.length, bytes });
      });

      it('takes documents as streams of pieces', async () => {
        const { id } = await backend.corpora.create({ name: 'streams' });
        await backend.corpora.add(id, [{ path: 'a.txt', body: piecesOf('one ', 'two') }]);
        await backend.corpora.seal(id);
        const [document] = await collect(backend.corpora.documents(id));
        expect(document).toEqual({ path: 'a.txt', documentId: sha256('one two'), bytes: 7 });
      });

      it('keeps the last bytes of a path that is added twice', async () => {
        const { id } = await backend.corpora.create({ name: 'twice' });
        await backend.corpora.add(id, [{ path: 'a.txt', body: new TextEncoder().encode('first') }]);
        const { documents } = await backend.corpora.add(id, [
          { path: 'a.txt', body: new TextEncoder().encode('second') },
        ]);
        expect(documents).toBe(1);
        await backend.corpora.seal(id);
        const [document] = await collect(backend.corpora.documents(id));
        expect(document?.documentId).toBe(sha256('second'));
      });

      it('seals twice without complaint, and then takes no more documents', async () => {
        const corpus = await createCorpus();
        expect(await backend.corpora.seal(corpus.id)).toEqual(corpus);
        await expect(backend.corpora.add(corpus.id, conformanceInputs())).rejects.toSatisfy(DsgenError.isInstance);
      });

      it.each(['', '/etc/passwd', '../outside.md', 'a/../../b.md', 'a//b.md', 'a\0b.md'])(
        'refuses the document path %j',
        async (path) => {
          const { id } = await backend.corpora.create({ name: 'paths' });
          const adding = backend.corpora.add(id, [{ path, body: new Uint8Array(1) }]);
          await expect(adding).rejects.toMatchObject({ code: 'document-path-invalid' });
        },
      );

      it('deletes a corpus', async () => {
        const corpus = await createCorpus();
        await backend.corpora.delete(corpus.id);
        await expect(backend.corpora.get(corpus.id)).rejects.toMatchObject({ code: 'corpus-missing' });
        expect((await collect(backend.corpora.list())).map(({ id }) => id)).not.toContain(corpus.id);
      });
    });

    describe('jobs', () => {
      it('runs to its end with a ledger in which every level adds up', async () => {
        const job = await runJob();
        expect(job.state).toBe('done');
        expect(job.datasetId).toBeTypeOf('string');
        const { documents, chunks, candidates, reasons } = job.ledger!;
        expect(documents).toEqual({ total: 4, done: 2, skipped: 2, quarantined: 0 });
        expect(chunks.used + chunks.unused).toBe(chunks.total);
        expect(candidates.accepted + candidates.rejected).toBe(candidates.total);
        expect(reasons).toMatchObject({ 'document/duplicate-document': 1, 'document/empty': 1 });
      });

      it('gives records that carry their evidence, each once', async () => {
        const job = await runJob();
        const records = await collect(backend.jobs.records(job.id));
        expect(records.length).toBeGreaterThanOrEqual(2);
        expect(records).toHaveLength(job.ledger!.candidates.accepted);
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
        const known = new Set(CONFORMANCE_DOCUMENTS.map(({ text }) => sha256(text)));
        for (const { sources, lineage } of records) {
          expect(sources.length).toBeGreaterThan(0);
          expect(lineage.corpus).not.toBe('');
          for (const span of sources) {
            expect(known).toContain(span.documentId);
            expect(span.quote).toHaveLength(span.end - span.start);
          }
        }
      });

      it('gives the records in document order', async () => {
        const job = await runJob();
        const paths = (await collect(backend.jobs.records(job.id))).map(({ lineage }) => lineage.path);
        expect(paths).toEqual(paths.toSorted());
      });

      it('gives records while the job runs: reading needs no waiting for the end', async () => {
        const job = await submit((await createCorpus()).id);
        const live = await collect(backend.jobs.records(job.id));
        await finish(job.id);
        expect(live).toEqual(await collect(backend.jobs.records(job.id)));
        expect(live.length).toBeGreaterThan(0);
      });

      it('continues records after a cursor', async () => {
        const job = await runJob();
        const all = await collect(backend.jobs.records(job.id));
        expect(await collect(backend.jobs.records(job.id, { after: 1 }))).toEqual(all.slice(1));
        expect(await collect(backend.jobs.records(job.id, { after: all.length + 5 }))).toEqual([]);
      });

      it('gives the same records for the same documents, recipe and seed', async () => {
        const first = await collect(backend.jobs.records((await runJob()).id));
        const second = await collect(backend.jobs.records((await runJob()).id));
        expect(second).toEqual(first);
      });

      it('tells its events in order from the start to the end', async () => {
        const job = await runJob();
        const events = await collect(backend.jobs.events(job.id));
        expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
        expect(events[0]).toMatchObject({ type: 'job-start', jobId: job.id, resumed: false });
        expect(events.at(-1)).toMatchObject({ type: 'job-end', state: 'done', ledger: job.ledger });
        const ends = events.filter((event) => event.type === 'document-end');
        expect(ends.map(({ path }) => path).toSorted()).toEqual(CONFORMANCE_DOCUMENTS.map(({ path }) => path));
      });

      it('continues events after a cursor', async () => {
        const job = await runJob();
        const events = await collect(backend.jobs.events(job.id));
        expect(await collect(backend.jobs.events(job.id, { after: 2 }))).toEqual(events.slice(2));
      });

      it('lets a reader leave early', async () => {
        const job = await submit((await createCorpus()).id);
        for await (const event of backend.jobs.events(job.id)) if (event.sequence === 1) break;
        for await (const record of backend.jobs.records(job.id)) if (record.id !== '') break;
        expect((await finish(job.id)).state).toBe('done');
      });

      it('gives the same job for the same key', async () => {
        const corpus = await createCorpus();
        const first = await submit(corpus.id, 'same');
        const second = await submit(corpus.id, 'same');
        expect(second.id).toBe(first.id);
        await finish(first.id);
        expect((await submit(corpus.id, 'same')).state).toBe('done');
        expect((await collect(backend.jobs.list())).filter(({ id }) => id === first.id)).toHaveLength(1);
      });

      it('refuses a key that stands for another job', async () => {
        const [first, second] = [await createCorpus(), await createCorpus()];
        await submit(first.id, 'same');
        await expect(submit(second.id, 'same')).rejects.toMatchObject({ code: 'idempotency-conflict' });
      });

      it('refuses a corpus that is open or missing', async () => {
        const { id } = await backend.corpora.create({ name: 'open' });
        await expect(submit(id)).rejects.toMatchObject({ code: 'corpus-not-sealed' });
        await expect(submit('corpus-of-nobody')).rejects.toMatchObject({ code: 'corpus-missing' });
      });

      it('knows no job of an unknown id', async () => {
        const refusal = { code: 'job-missing' };
        await expect(backend.jobs.get('nobody')).rejects.toMatchObject(refusal);
        await expect(backend.jobs.cancel('nobody')).rejects.toMatchObject(refusal);
        await expect(backend.jobs.resume('nobody')).rejects.toMatchObject(refusal);
        await expect(collect(backend.jobs.events('nobody'))).rejects.toMatchObject(refusal);
        await expect(collect(backend.jobs.records('nobody'))).rejects.toMatchObject(refusal);
      });

      it('stops when cancelled, and resumed gives what an uninterrupted job gives', async () => {
        const corpus = await createCorpus();
        const whole = await submit(corpus.id);
        await finish(whole.id);
        const job = await submit(corpus.id);
        const cancelled = await backend.jobs.cancel(job.id);
        expect(JOB_STATES).toContain(cancelled.state);
        await finish(job.id);
        await backend.jobs.resume(job.id);
        expect((await finish(job.id)).state).toBe('done');
        expect(await collect(backend.jobs.records(job.id))).toEqual(await collect(backend.jobs.records(whole.id)));
      });

      it('leaves a finished job as it is when it is cancelled or resumed', async () => {
        const job = await runJob();
        expect(await backend.jobs.cancel(job.id)).toEqual(job);
        expect(await backend.jobs.resume(job.id)).toEqual(job);
      });
    });

    describe('datasets', () => {
      it('lists and gives the dataset of a job', async () => {
        const job = await runJob();
        const dataset = await backend.datasets.get(job.datasetId!);
        expect(dataset).toMatchObject({ id: job.datasetId, name: 'handbooks', jobId: job.id });
        expect(dataset.manifest).toMatchObject({
          kind: 'dsgen/dataset',
          name: 'handbooks',
          records: job.ledger!.candidates.accepted,
          ledger: job.ledger,
        });
        expect(dataset.records).toBe(dataset.manifest.records);
        expect((await collect(backend.datasets.list())).map(({ id }) => id)).toContain(job.datasetId);
      });

      it('gives the records of the job, from any cursor', async () => {
        const job = await runJob();
        const records = await collect(backend.jobs.records(job.id));
        expect(byId(await collect(backend.datasets.records(job.datasetId!)))).toEqual(byId(records));
        const rest = await collect(backend.datasets.records(job.datasetId!, { after: 1 }));
        expect(rest).toHaveLength(records.length - 1);
      });

      it('deletes a dataset', async () => {
        const job = await runJob();
        await backend.datasets.delete(job.datasetId!);
        await expect(backend.datasets.get(job.datasetId!)).rejects.toMatchObject({ code: 'dataset-missing' });
        expect((await collect(backend.datasets.list())).map(({ id }) => id)).not.toContain(job.datasetId);
      });
    });

    describe('signal', () => {
      it('rethrows the reason of a signal that is aborted already', async () => {
        const reason = new Error('stopped by the test');
        const call = { signal: AbortSignal.abort(reason) };
        const { id } = await createCorpus();
        const job = await submit(id);
        await finish(job.id);
        const { corpora, jobs, datasets } = backend;
        await expect(corpora.create({ name: 'x' }, call)).rejects.toBe(reason);
        await expect(corpora.add(id, [], call)).rejects.toBe(reason);
        await expect(corpora.seal(id, call)).rejects.toBe(reason);
        await expect(corpora.get(id, call)).rejects.toBe(reason);
        await expect(corpora.delete(id, call)).rejects.toBe(reason);
        await expect(collect(corpora.list(call))).rejects.toBe(reason);
        await expect(collect(corpora.documents(id, call))).rejects.toBe(reason);
        await expect(jobs.get(job.id, call)).rejects.toBe(reason);
        await expect(jobs.cancel(job.id, call)).rejects.toBe(reason);
        await expect(jobs.resume(job.id, call)).rejects.toBe(reason);
        await expect(collect(jobs.list(call))).rejects.toBe(reason);
        await expect(collect(jobs.events(job.id, call))).rejects.toBe(reason);
        await expect(collect(jobs.records(job.id, call))).rejects.toBe(reason);
        await expect(datasets.get(job.id, call)).rejects.toBe(reason);
        await expect(datasets.delete(job.id, call)).rejects.toBe(reason);
        await expect(collect(datasets.list(call))).rejects.toBe(reason);
        const input = { corpusId: id, recipe: harness.recipe, idempotencyKey: 'never', datasetName: 'never' };
        await expect(jobs.submit(input, call)).rejects.toBe(reason);
      });
    });

    describe('close', () => {
      it('may be called twice, and interrupts what runs', async () => {
        const job = await submit((await createCorpus()).id);
        await backend.close();
        await backend.close();
        expect(job.id).not.toBe('');
      });
    });

    describe.runIf(options.abilities.includes('link'))('link', () => {
      it('makes a sealed corpus of files with the documents that adding them gives', async () => {
        const linked = await backend.corpora.link!({ paths: [harness.linkedFolder!] });
        expect(linked).toMatchObject({ sealed: true, documents: CONFORMANCE_DOCUMENTS.length });
        const added = await createCorpus();
        const [left, right] = await Promise.all([
          collect(backend.corpora.documents(linked.id)),
          collect(backend.corpora.documents(added.id)),
        ]);
        expect(left.filter(({ bytes }) => bytes > 0)).toEqual(right.filter(({ bytes }) => bytes > 0));
      });

      it('leaves out what the globs say, with the reason in the ledger', async () => {
        const linked = await backend.corpora.link!({ paths: [harness.linkedFolder!], exclude: ['guides/**'] });
        const job = await submit(linked.id);
        const { ledger } = await finish(job.id);
        expect(ledger!.reasons['document/excluded']).toBeGreaterThan(0);
        const records = await collect(backend.jobs.records(job.id));
        expect(records.filter(({ lineage }) => lineage.path.startsWith('guides/'))).toEqual([]);
      });

      it('refuses a path that does not exist', async () => {
        const linking = backend.corpora.link!({ paths: [`${harness.linkedFolder}/nothing-here`] });
        await expect(linking).rejects.toMatchObject({ code: 'path-missing' });
      });
    });

    describe.runIf(options.abilities.includes('plan'))('plan', () => {
      it('gives one plan per document in path order', async () => {
        const { id } = await createCorpus();
        const plans = await collect(backend.jobs.plan!({ corpusId: id, recipe: harness.recipe }));
        expect(plans.map(({ path }) => path)).toEqual(CONFORMANCE_DOCUMENTS.map(({ path }) => path));
        expect(plans.map(({ outcome }) => outcome?.state ?? 'done')).toEqual(['done', 'done', 'skipped', 'skipped']);
      });
    });

    describe.runIf(options.abilities.includes('read'))('read', () => {
      it('gives the bytes of every file of a dataset as its manifest has them', async () => {
        const { datasetId = '' } = await runJob();
        const { manifest } = await backend.datasets.get(datasetId);
        for (const { name, bytes, sha256: expected } of manifest.files) {
          const pieces = await collect(backend.datasets.read!({ datasetId, file: name }));
          const whole = Buffer.concat(pieces);
          expect(whole.byteLength).toBe(bytes);
          expect(createHash('sha256').update(whole).digest('hex')).toBe(expected);
        }
        const pieces = await collect(backend.datasets.read!({ datasetId, file: 'dataset.json' }));
        expect(JSON.parse(Buffer.concat(pieces).toString('utf8'))).toEqual(manifest);
      });

      it.each(['nothing.jsonl', '../dataset.json', ''])('gives no file %j that is not of the dataset', async (file) => {
        const { datasetId = '' } = await runJob();
        const reading = collect(backend.datasets.read!({ datasetId, file }));
        await expect(reading).rejects.toMatchObject({ code: 'dataset-file-missing' });
      });
    });

    describe.runIf(options.abilities.includes('verify'))('verify', () => {
      it('confirms every span against the corpus the dataset was made of', async () => {
        const corpus = await createCorpus();
        const job = await finish((await submit(corpus.id)).id);
        const results = await collect(backend.datasets.verify!({ datasetId: job.datasetId!, corpusId: corpus.id }));
        expect(results).toHaveLength(job.ledger!.candidates.accepted);
        expect(results.flatMap(({ problems }) => problems)).toEqual([]);
        expect(results.every(({ spans }) => spans > 0)).toBe(true);
      });

      it('finds a document that is not there any more', async () => {
        const job = await runJob();
        const { id } = await backend.corpora.create({ name: 'other' });
        await backend.corpora.add(id, [{ path: 'guides/tides.md', body: new TextEncoder().encode('# Rewritten\n') }]);
        await backend.corpora.seal(id);
        const results = await collect(backend.datasets.verify!({ datasetId: job.datasetId!, corpusId: id }));
        expect(results.every(({ problems }) => problems.length > 0)).toBe(true);
        expect(results[0]?.problems[0]?.code).toBe('document-missing');
      });
    });
  });
}

async function* piecesOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function byId(records: readonly DatasetRecord[]): readonly DatasetRecord[] {
  return records.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}

async function collect<Item extends object | JobEvent>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}
