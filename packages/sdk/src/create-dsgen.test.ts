import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CancelledError, LossError, type Backend, type DatasetRecord } from '@dsgen/core';
import { createLocalBackend } from '@dsgen/backend-local';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDsgen, type Dsgen } from './create-dsgen.ts';

const PAGES = {
  'leave.md': `# Leave

## What is annual leave?

Annual leave is paid time off that every permanent employee earns at a rate of two days per month. It is booked in the leave
calendar at least five working days ahead.

## Kinds of leave

| Kind | Days | Who decides |
| --- | --- | --- |
| Annual leave | 24 | the team lead |
| Parental leave | 60 | the People Team |
| Study leave | 5 | the head of the department |
`,
  'passwords.md': `# Passwords

## What is a passphrase?

A passphrase is a password made of at least four unrelated words. It is easier to remember than a short password and takes longer
to guess.
`,
};

let folder = '';
let dsgen: Dsgen;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dsgen-sdk-'));
  await mkdir(join(folder, 'docs'));
  for (const [name, text] of Object.entries(PAGES)) await writeFile(join(folder, 'docs', name), text);
  dsgen = createDsgen();
});
afterEach(async () => {
  await dsgen.close();
  await rm(folder, { recursive: true });
});

function paths(): string[] {
  return [join(folder, 'docs')];
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

describe('generate', () => {
  it('streams the records and ends with the dataset and its account', async () => {
    const job = await dsgen.generate({ paths: paths(), recipe: { tasks: ['qa'] }, out: join(folder, 'dataset') });
    const records = await collect(job.records());
    const { dataset, manifest, ledger } = await job.result();
    expect(dataset).toBe(join(folder, 'dataset'));
    expect(records.length).toBeGreaterThan(0);
    expect(records).toHaveLength(manifest.records);
    expect(ledger.documents).toMatchObject({ total: 2, done: 2 });
    expect(manifest.recipe.tasks).toEqual(['qa']);
  });

  it('gives the records also as rows of the chosen format', async () => {
    const job = await dsgen.generate({ paths: paths(), recipe: { export: { format: 'openai' } } });
    const rows = await collect(job.rows());
    const { dataset, manifest } = await job.result();
    const written = await Promise.all(
      Object.entries(manifest.splits).map(([split, count]) =>
        count > 0 ? readFile(join(dataset, `${split}.jsonl`), 'utf8') : '',
      ),
    );
    expect(rows.toSorted()).toEqual(written.join('').match(/.*\n/g)?.toSorted());
  });

  it('keeps the store beside the documents and the dataset in it when no place is named', async () => {
    const job = await dsgen.generate({ paths: paths() });
    const { dataset } = await job.result();
    expect(dataset.startsWith(join(folder, '.dsgen'))).toBe(true);
  });

  it('gives the same job for the same key', async () => {
    const first = await dsgen.generate({ paths: paths(), idempotencyKey: 'nightly' });
    const second = await dsgen.generate({ paths: paths(), idempotencyKey: 'nightly' });
    expect(second.id).toBe(first.id);
    expect((await second.result()).dataset).toBe((await first.result()).dataset);
  });

  it('rejects with the reason of the signal, and the job can go on later', async () => {
    const controller = new AbortController();
    const job = await dsgen.generate({ paths: paths(), signal: controller.signal });
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(job.result()).rejects.toBe(reason);
    await dsgen.close();
    await using later = createDsgen({ store: join(folder, '.dsgen') });
    const { ledger } = await (await later.resume(job.id)).result();
    expect(ledger.documents.done).toBe(2);
  });

  it('rejects with a CancelledError when somebody else cancels the job', async () => {
    const job = await dsgen.generate({ paths: paths() });
    await job.cancel();
    await expect(job.result()).rejects.toBeInstanceOf(CancelledError);
  });

  it('throws a LossError with the whole result when more documents are lost than allowed', async () => {
    await writeFile(join(folder, 'docs', 'broken.docx'), 'PK\u0003\u0004 and no more');
    const job = await dsgen.generate({ paths: paths(), recipe: { assess: { maxQuarantinedShare: 0.1 } } });
    const error = await job.result().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LossError);
    expect((error as LossError).data['result']).toMatchObject({ ledger: { documents: { quarantined: 1 } } });
  });

  it('refuses what cannot be a corpus or a recipe before any work', async () => {
    await expect(dsgen.generate({ paths: [join(folder, 'none')] })).rejects.toMatchObject({ code: 'path-missing' });
    await mkdir(join(folder, 'empty'));
    await expect(dsgen.generate({ paths: [join(folder, 'empty')] })).rejects.toMatchObject({ code: 'corpus-empty' });
    const recipe = { chunk: { maxTokns: 5 } } as object;
    await expect(dsgen.generate({ paths: paths(), recipe })).rejects.toMatchObject({ code: 'recipe-unknown-key' });
  });
});

describe('plan', () => {
  it('plans without making a dataset', async () => {
    const plan = await collect(dsgen.plan({ paths: paths(), exclude: ['pass*'] }));
    expect(plan.map(({ path, outcome }) => [path, outcome?.reason])).toEqual([
      ['leave.md', undefined],
      ['passwords.md', 'excluded'],
    ]);
  });
});

describe('a finished dataset', () => {
  it('can be read back, verified and shown in its documents', async () => {
    const out = join(folder, 'dataset');
    await (await dsgen.generate({ paths: paths(), out })).result();
    const dataset = await dsgen.openDataset(out);
    const records = await collect(dataset.records());
    expect(records).toHaveLength(dataset.manifest.records);
    expect(await collect(dataset.records({ after: 1 }))).toEqual(records.slice(1));

    const [record] = records as [DatasetRecord];
    const [passage] = await dataset.evidence(record);
    expect(passage?.isInContext).toBe(true);
    expect(passage?.parts.some(({ kind }) => kind === 'context')).toBe(true);
    await using elsewhere = createDsgen({ store: join(folder, 'no-store') });
    const [alone] = await (await elsewhere.openDataset(out)).evidence(record);
    expect(alone).toMatchObject({ isInContext: false, parts: [{ kind: 'quote' }] });

    const verifications = await collect(dsgen.verify({ dataset: out, paths: paths() }));
    expect(verifications).toHaveLength(records.length);
    expect(verifications.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('shows no masked value around its evidence', async () => {
    const address = 'ada@lovelace.org';
    await writeFile(
      join(folder, 'docs', 'leave.md'),
      PAGES['leave.md'].replace('days ahead.', `days ahead. For more information, see ${address} first.`),
    );
    const out = join(folder, 'masked');
    await (
      await dsgen.generate({
        paths: paths(),
        out,
        recipe: { generate: { allPatterns: true }, assess: { pii: 'mask' } },
      })
    ).result();
    const dataset = await dsgen.openDataset(out);
    const records = await collect(dataset.records());
    const shown = await Promise.all(records.map((record) => dataset.evidence(record)));
    const texts = shown.flat().flatMap(({ parts }) => parts.map(({ text }) => text));
    expect(shown.flat().every(({ isInContext }) => isInContext)).toBe(true);
    expect(texts.join('\n')).toContain('see █');
    expect(texts.join('\n')).not.toContain(address);
  });

  it('is told from a folder that holds none', async () => {
    await expect(dsgen.openDataset(join(folder, 'docs'))).rejects.toMatchObject({ code: 'dataset-missing' });
  });
});

describe('a back end of the caller', () => {
  it('is used for everything and left open', async () => {
    const backend = createLocalBackend({ store: join(folder, 'own-store') });
    await using custom = createDsgen({ backend });
    const job = await custom.generate({ paths: paths() });
    await job.result();
    await custom.close();
    expect((await collect(backend.jobs.list())).map(({ id }) => id)).toEqual([job.id]);
    await backend.close();
  });

  it('that lacks an ability says so and what to do instead', async () => {
    const local = createLocalBackend({ store: join(folder, 'own-store') });
    const { link: _, ...corpora } = local.corpora;
    const { plan: __, ...jobs } = local.jobs;
    const backend: Backend = { ...local, name: 'bare', corpora, jobs };
    const bare = createDsgen({ backend });
    await expect(bare.generate({ paths: paths() })).rejects.toMatchObject({ code: 'backend-lacks-ability' });
    await expect(collect(bare.plan({ paths: paths() }))).rejects.toThrow('"bare" cannot plan a job');
    await local.close();
  });
});
