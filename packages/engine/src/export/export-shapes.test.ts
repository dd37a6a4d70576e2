import { createHash } from 'node:crypto';
import type { DatasetManifest, DatasetRecord, RecipeInput } from '@dsgen/core';
import { codecs, resolveCodec } from '@dsgen/formats';
import { generateIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { assembleDataset } from './assemble-dataset.ts';
import { createDecrypt } from './encryption/age.ts';
import { documentIdOf, makeCandidate, makeDocument, MemorySink, textOf } from './fixtures/processed.ts';
import { readRecords } from './read-records.ts';

const CORPUS = Array.from({ length: 40 }, (_, index) => {
  const path = `${String(index).padStart(2, '0')}.md`;
  const documentId = documentIdOf(path);
  const candidates = Array.from({ length: 3 }, (_unused, part) =>
    makeCandidate({
      documentId,
      question: `What does ${path} say about part ${part}?`,
      answer: textOf(`${path} ${part}`),
      context: `“${path}”,\nline two`,
      section: `s${part}`,
    }),
  );
  return makeDocument({ path, candidates });
});

interface Assembled {
  readonly manifest: DatasetManifest;
  readonly records: readonly DatasetRecord[];
  readonly sink: MemorySink;
}

async function assemble(options: RecipeInput['export'], recipe: RecipeInput = {}): Promise<Assembled> {
  const sink = new MemorySink();
  const resolved = resolveRecipe({ ...recipe, export: options });
  const assembly = assembleDataset({
    name: 'handbook',
    corpus: 'docs',
    recipe: resolved,
    codec: await resolveCodec(resolved.export.format),
    documents: CORPUS,
    sink,
    version: '1.2.3',
  });
  const records: DatasetRecord[] = [];
  for (let step = await assembly.next(); ; step = await assembly.next()) {
    if (step.done === true) return { manifest: step.value, records, sink };
    records.push(step.value);
  }
}

async function readBack({ manifest, sink }: Assembled): Promise<readonly DatasetRecord[]> {
  async function* open(name: string): AsyncGenerator<Uint8Array> {
    yield sink.bytes.get(name) ?? Buffer.from('nothing of that name');
  }
  const records: DatasetRecord[] = [];
  for await (const record of readRecords({ manifest, codec: codecs.alpaca, open })) records.push(record);
  return records;
}

function dataNames({ sink }: Assembled): readonly string[] {
  return [...sink.bytes.keys()].filter((name) => /^train[-.]/.test(name)).toSorted();
}

describe('the data files', () => {
  it.each([
    [{ container: 'json' }, 'train.json'],
    [{ container: 'csv' }, 'train.csv'],
    [{ container: 'parquet' }, 'train.parquet'],
    [{ container: 'tar' }, 'train.tar'],
    [{ compression: 'gz' }, 'train.jsonl.gz'],
    [{ compression: 'zst' }, 'train.jsonl.zst'],
    [{ container: 'csv', compression: 'gz' }, 'train.csv.gz'],
    [{ container: 'tar', compression: 'zst' }, 'train.tar.zst'],
  ] as const)('of %j read back as what was written', async (options, name) => {
    const assembled = await assemble(options);
    expect(dataNames(assembled)).toContain(name);
    expect(await readBack(assembled)).toEqual(assembled.records);
    const again = await assemble(options);
    expect(again.sink.bytes).toEqual(assembled.sink.bytes);
  });

  it.each([
    [{ shardRecords: 50 }, ['train-00000-of-00003.jsonl', 'train-00001-of-00003.jsonl', 'train-00002-of-00003.jsonl']],
    [{ shardBytes: 30_000, container: 'parquet' }, ['train-00000-of-00002.parquet', 'train-00001-of-00002.parquet']],
    [{ shardRecords: 100, compression: 'gz' }, ['train-00000-of-00002.jsonl.gz', 'train-00001-of-00002.jsonl.gz']],
  ] as const)('are cut by %j, named when their number is known, and read back', async (options, names) => {
    const assembled = await assemble(options, { split: { train: 1, validation: 0, test: 0 } });
    expect(dataNames(assembled)).toEqual(names);
    expect(assembled.manifest.files.filter(({ name }) => name.startsWith('train-')).map(({ name }) => name)).toEqual(
      names,
    );
    expect(await readBack(assembled)).toEqual(assembled.records);
    expect(assembled.sink.files.get('README.md')).toContain(`path: ${names[0].replace('-00000-', '-*-')}`);
    expect(assembled.sink.files.get('report.html')).toContain(
      `<code>${assembled.records[0]?.id}</code> ${names[0]}, line 1`,
    );
    const configs = ['trainers/axolotl.yaml', 'trainers/train_trl.py'].map((name) => assembled.sink.files.get(name));
    for (const config of configs) for (const name of names) expect(config).toContain(name);
  });

  it('are cut at the bytes asked for, but for a row that is longer', async () => {
    const { manifest } = await assemble({ shardBytes: 2000 });
    const shards = manifest.files.filter(({ name }) => name.startsWith('train-'));
    expect(shards.length).toBeGreaterThan(10);
    expect(shards.filter(({ bytes }) => bytes > 2000)).toEqual([]);
    const { manifest: tiny } = await assemble({ shardBytes: 1 });
    expect(tiny.files.filter(({ name }) => name.startsWith('train-')).every(({ records }) => records === 1)).toBe(true);
  });

  it('are plain JSON Lines of one file each unless something else is asked for', async () => {
    const assembled = await assemble({});
    expect(dataNames(assembled)).toEqual(['train.jsonl']);
  });
});

describe('an encrypted dataset', () => {
  it('keeps everything that quotes documents from those without the key, and gives it back to those with it', async () => {
    const identity = await generateIdentity();
    const options = { encryptTo: [await identityToRecipient(identity)], shardRecords: 50, compression: 'gz' } as const;
    const assembled = await assemble(options);
    const { manifest, sink } = assembled;
    const encrypted = manifest.files.filter(({ plain }) => plain !== undefined);
    expect(encrypted.map(({ name }) => name)).toEqual(
      manifest.files
        .map(({ name }) => name)
        .filter((name) => /^(?:train[-.]|validation|test|lineage|rejected|report)/.test(name)),
    );
    const quoted = /say about part|“/u;
    for (const [name, text] of sink.files) expect([name, quoted.test(text)]).toEqual([name, false]);

    const decrypt = await createDecrypt([identity]);
    for (const { name, plain } of encrypted) {
      const pieces: Uint8Array[] = [];
      for await (const piece of decrypt(chunks(sink.bytes.get(name)), name)) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect({ bytes: bytes.byteLength, sha256 }).toEqual(plain);
    }
    await expect(readBack(assembled)).rejects.toMatchObject({ code: 'dataset-encrypted' });
  });

  it('holds the same bytes as one that is not encrypted', async () => {
    const encryptTo = [await identityToRecipient(await generateIdentity())];
    const [secret, open] = await Promise.all([assemble({ encryptTo }), assemble({})]);
    const shown = open.manifest.files.find(({ name }) => name === 'train.jsonl');
    const hidden = secret.manifest.files.find(({ name }) => name === 'train.jsonl.age');
    expect(hidden?.plain).toEqual({ bytes: shown?.bytes, sha256: shown?.sha256 });
  });

  it('is encrypted for a key provider too', async () => {
    const { createEncrypt } = await import('./encryption/age.ts');
    const encrypt = await createEncrypt([
      { name: 'rot', wrapFileKey: (key) => Promise.resolve([{ args: ['rot'], body: key.map((byte) => byte ^ 1) }]) },
    ]);
    const decrypt = await createDecrypt([
      {
        unwrapFileKey: (stanzas) =>
          Promise.resolve(stanzas.find(({ args }) => args[0] === 'rot')?.body.map((byte) => byte ^ 1)),
      },
    ]);
    const pieces: Uint8Array[] = [];
    for await (const piece of decrypt(encrypt(chunks(Buffer.from('a secret'))), 'x')) pieces.push(piece);
    expect(Buffer.concat(pieces).toString()).toBe('a secret');
  });

  it('is not opened by another identity', async () => {
    const { sink } = await assemble({ encryptTo: [await identityToRecipient(await generateIdentity())] });
    const decrypt = await createDecrypt([await generateIdentity()]);
    const reading = decrypt(chunks(sink.bytes.get('train.jsonl.age')), 'train.jsonl.age').next();
    await expect(reading).rejects.toMatchObject({ code: 'decryption-failed' });
  });
});

describe('rows for consumers', () => {
  it('are shaped for them, and what they do not take is rejected with their rule', async () => {
    const { manifest, sink } = await assemble({ consumers: ['openai'] }, { generate: { limit: 4 } });
    expect(manifest.format).toBe('openai');
    expect(manifest.consumers?.[0]?.notes.join()).toContain('10');
    expect(sink.files.get('README.md')).toContain('Every row is shaped for openai');
  });
});

async function* chunks(bytes: Buffer | undefined): AsyncGenerator<Uint8Array> {
  if (bytes !== undefined) yield bytes;
}
