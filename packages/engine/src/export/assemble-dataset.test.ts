import type { DatasetManifest, DatasetRecord, ExtractedDocument, RecipeInput, Span } from '@dsgen/core';
import { DOCUMENT_REASONS } from '@dsgen/core';
import { resolveCodec } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { recordId } from '../shared/record-id.ts';
import { assembleDataset, type AssembleDatasetOptions, type AssemblyDocument } from './assemble-dataset.ts';
import {
  documentIdOf,
  makeCandidate,
  makeDocument,
  MemorySink,
  textOf,
  type CandidateInput,
} from './fixtures/processed.ts';
import { readRecords } from './read-records.ts';
import { verifyRecord } from './verify-record.ts';

interface Assembled {
  readonly manifest: DatasetManifest;
  readonly records: DatasetRecord[];
  readonly files: Map<string, string>;
}

interface Setup extends Partial<Omit<AssembleDatasetOptions, 'recipe' | 'documents'>> {
  readonly recipe?: RecipeInput;
  readonly schema?: unknown;
}

async function assemble(
  documents: readonly AssemblyDocument[],
  { recipe, schema, ...rest }: Setup = {},
): Promise<Assembled> {
  const sink = new MemorySink();
  const resolved = resolveRecipe(recipe ?? {});
  const codec = await resolveCodec(resolved.export.format, schema === undefined ? {} : { schema });
  const assembly = assembleDataset({
    name: 'handbook',
    corpus: 'docs',
    recipe: resolved,
    codec,
    documents,
    sink,
    version: '1.2.3',
    ...rest,
  });
  const records: DatasetRecord[] = [];
  for (let step = await assembly.next(); ; step = await assembly.next()) {
    if (step.done === true) return { manifest: step.value, records, files: sink.files };
    records.push(step.value);
  }
}

function document(path: string, count: number, input: Partial<CandidateInput> = {}): AssemblyDocument {
  const documentId = documentIdOf(path);
  const candidates = Array.from({ length: count }, (_, index) =>
    makeCandidate({
      documentId,
      question: `What does ${path} say about part ${index}?`,
      answer: textOf(`${path} ${index}`),
      section: `s${index}`,
      ...input,
    }),
  );
  return makeDocument({ path, candidates });
}

const CORPUS: readonly AssemblyDocument[] = [
  document('a.md', 3),
  {
    path: 'b.pdf',
    documentId: documentIdOf('b.pdf'),
    outcome: { state: 'quarantined', reason: 'encrypted', detail: 'needs a password' },
  },
  document('c.md', 2, { verdict: { accepted: false, reason: 'vague', detail: 'says nothing' } }),
  {
    path: 'd.md',
    documentId: documentIdOf('a.md'),
    outcome: { state: 'skipped', reason: 'duplicate-document', detail: 'same as a.md' },
  },
  ...Array.from({ length: 30 }, (_, index) => document(`e/${String(index).padStart(2, '0')}.md`, 2)),
];

function lines(assembled: Assembled, name: string): Array<Record<string, unknown>> {
  const text = assembled.files.get(name) ?? '';
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function read(assembled: Assembled, format = 'alpaca'): Promise<DatasetRecord[]> {
  const { manifest, files } = assembled;
  const records: DatasetRecord[] = [];
  for await (const record of readRecords({
    manifest,
    codec: await resolveCodec(format),
    open: (name) => bytesOf(files, name),
  })) {
    records.push(record);
  }
  return records;
}

function idsOutside({ records }: Assembled, path: string): string[] {
  return records.filter(({ lineage }) => lineage.path !== path).map(({ id, split }) => `${id} ${split}`);
}

async function* bytesOf(files: ReadonlyMap<string, string>, name: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(files.get(name));
}

describe('assembleDataset', () => {
  it('accounts for every document, chunk and candidate', async () => {
    const { manifest } = await assemble(CORPUS);
    const { documents, chunks, candidates, reasons } = manifest.ledger;
    expect(documents).toEqual({ total: 34, done: 32, skipped: 1, quarantined: 1 });
    expect(chunks).toEqual({ total: 96, used: 32, unused: 64 });
    expect(candidates).toEqual({ total: 65, accepted: 63, rejected: 2 });
    expect(reasons).toEqual({ 'candidate/vague': 2, 'document/duplicate-document': 1, 'document/encrypted': 1 });
    expect(manifest.records).toBe(63);
    expect(manifest.tasks).toEqual({ qa: 63 });
    expect(manifest.patterns).toEqual({ definition: 63 });
  });

  it('writes each record to the file of its split and one line of lineage for it', async () => {
    const assembled = await assemble(CORPUS);
    const { manifest, records } = assembled;
    expect(lines(assembled, 'lineage.jsonl').map((row) => row['id'])).toEqual(records.map(({ id }) => id));
    for (const split of ['train', 'validation', 'test'] as const) {
      expect(manifest.splits[split]).toBe(records.filter((record) => record.split === split).length);
      expect(lines(assembled, `${split}.jsonl`)).toHaveLength(manifest.splits[split]);
    }
    expect(Object.keys(lines(assembled, 'train.jsonl')[0] ?? {})).toEqual(['instruction', 'input', 'output']);
  });

  it('stamps the lineage with this corpus, path and recipe', async () => {
    const { records, manifest } = await assemble([document('a.md', 1)]);
    expect(records[0]?.lineage).toMatchObject({ corpus: 'docs', path: 'a.md', recipeHash: manifest.recipeHash });
  });

  it('keeps every reject with stage and reason', async () => {
    const assembled = await assemble([document('a.md', 3, { focus: 'one thing' })]);
    expect(lines(assembled, 'rejected.jsonl').map(({ stage, reason }) => [stage, reason])).toEqual([
      ['export', 'same-fact'],
      ['export', 'same-fact'],
    ]);
    expect(lines(assembled, 'rejected.jsonl')[0]).toHaveProperty('candidate.messages');
  });

  it('lists every file with its size and hash, and writes the manifest last', async () => {
    const { manifest, files } = await assemble(CORPUS);
    expect([...files.keys()].at(-1)).toBe('dataset.json');
    expect(manifest.files.map(({ name }) => name)).toEqual(
      [...files.keys()].filter((name) => name !== 'dataset.json').toSorted(),
    );
    for (const { name, bytes, sha256: hash } of manifest.files) {
      expect([bytes, hash]).toEqual([Buffer.byteLength(files.get(name) ?? ''), sha256(files.get(name) ?? '')]);
    }
    expect(JSON.parse(files.get('dataset.json') ?? '')).toEqual(manifest);
    expect(manifest.versions).toMatchObject({ dsgen: '1.2.3', extract: expect.any(String) });
  });

  it('gives the same bytes twice', async () => {
    expect((await assemble(CORPUS)).files).toEqual((await assemble(CORPUS)).files);
  });

  it('changes only the records of a document that changed', async () => {
    const before = await assemble(CORPUS);
    const after = await assemble(CORPUS.map((entry) => (entry.path === 'e/10.md' ? document('e/10.md', 1) : entry)));
    expect(idsOutside(after, 'e/10.md')).toEqual(idsOutside(before, 'e/10.md'));
  });

  it('stops at the limit and accounts for the rest, however far ahead it was read', async () => {
    let reached = 0;
    const whole = await assemble(CORPUS, { recipe: { generate: { limit: 4 } }, onLimitReached: () => (reached += 1) });
    expect(whole.records).toHaveLength(4);
    expect(reached).toBe(1);
    const { documents, candidates, reasons } = whole.manifest.ledger;
    expect(documents.done + documents.skipped + documents.quarantined).toBe(documents.total);
    expect(candidates.accepted + candidates.rejected).toBe(candidates.total);
    expect(reasons).toMatchObject({
      'document/limit-reached': 29,
      'document/duplicate-document': 1,
      'candidate/limit': 1,
    });
    const unread = CORPUS.map((entry, index): AssemblyDocument =>
      index < 6 || entry.outcome.state !== 'done'
        ? entry
        : {
            path: entry.path,
            documentId: entry.documentId,
            outcome: { state: 'skipped', reason: 'limit-reached', detail: '' },
          },
    );
    expect((await assemble(unread, { recipe: { generate: { limit: 4 } } })).files).toEqual(whole.files);
  });

  it('tells the progress of every document', async () => {
    const seen: string[] = [];
    await assemble(CORPUS.slice(0, 3), {
      onDocument: ({ path, outcome, ledger }) => seen.push(`${path} ${outcome.state} ${ledger.candidates.accepted}`),
    });
    expect(seen).toEqual(['a.md done 3', 'b.pdf quarantined 3', 'c.md done 3']);
  });

  it('makes a whole dataset of nothing', async () => {
    const { manifest, files } = await assemble([]);
    expect(manifest.records).toBe(0);
    expect(files.get('train.jsonl')).toBe('');
    expect(files.has('validation.jsonl')).toBe(false);
    expect(files.get('README.md')).toContain('0 fine-tuning records');
  });

  it('refuses a document that is done without what was made of it', async () => {
    const broken: AssemblyDocument = { path: 'a.md', documentId: documentIdOf('a.md'), outcome: { state: 'done' } };
    await expect(assemble([broken])).rejects.toMatchObject({ code: 'processed-document-missing' });
  });

  it('stops at an abort with the reason it was given', async () => {
    const reason = new Error('enough');
    await expect(assemble(CORPUS, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('gives every format the configurations of its trainers', async () => {
    const alpaca = await assemble(CORPUS);
    const info = JSON.parse(alpaca.files.get('trainers/dataset_info.json') ?? '{}') as object;
    expect(JSON.stringify(info)).toContain('train.jsonl');
    const custom = await assemble(CORPUS, { schema: SCHEMA });
    expect([...custom.files.keys()].filter((name) => name.startsWith('trainers/'))).toEqual([]);
    expect(JSON.parse(custom.files.get('schema.json') ?? '')).toEqual(SCHEMA);
    expect(custom.manifest.recipe.export.format).toBe('schema.json');
  });
});

const SCHEMA = {
  type: 'object',
  required: ['question', 'answer'],
  properties: { question: { type: 'string', maxLength: 40 }, answer: { type: 'string' } },
};

describe('the dataset card', () => {
  it('says what is there in the words that the hub reads', async () => {
    const { files } = await assemble(CORPUS, { recipe: { split: { train: 0.5, validation: 0.5, test: 0 } } });
    await expect(files.get('README.md')).toMatchFileSnapshot('fixtures/README.snapshot.md');
  });

  it('quotes a name that would break its header', async () => {
    const { files } = await assemble([], { name: 'a: "b"\n---' });
    expect(files.get('README.md')).toContain(String.raw`pretty_name: "a: \"b\" ---"`);
  });
});

describe('readRecords', () => {
  it.each(['alpaca', 'sharegpt', 'openai'])('reads back what was written as %s', async (format) => {
    const corpus = [...CORPUS, document('f.md', 2, { context: 'A passage.\n\nWith two parts.' })];
    const assembled = await assemble(corpus, { recipe: { export: { format } } });
    expect(await read(assembled, format)).toEqual(assembled.records);
  });

  it('reads back a custom format without its schema, which left out what it refuses', async () => {
    const assembled = await assemble([document('a.md', 2), document('a very long name of a document.md', 2)], {
      schema: SCHEMA,
    });
    expect(assembled.manifest.ledger.reasons).toEqual({ 'candidate/not-representable': 2 });
    const records: DatasetRecord[] = [];
    const codec = await resolveCodec('alpaca');
    for await (const record of readRecords({
      manifest: assembled.manifest,
      codec,
      open: (name) => bytesOf(assembled.files, name),
    })) {
      records.push(record);
    }
    expect(records).toEqual(assembled.records);
  });

  it.each([
    ['a missing row', 'train.jsonl', (text: string) => text.slice(text.indexOf('\n') + 1), /missing/],
    ['a broken row', 'train.jsonl', (text: string) => `{${text}`, /train\.jsonl, line 1/],
    ['a foreign row', 'train.jsonl', (text: string) => text.replace(/^.*$/m, '{"a":1}'), /train\.jsonl, line 1/],
    ['a broken lineage', 'lineage.jsonl', (text: string) => `x${text}`, /lineage\.jsonl, line 1/],
    [
      'a foreign lineage',
      'lineage.jsonl',
      (text: string) => `{"id":1}\n${text}`,
      /lineage\.jsonl, line 1: the line is not/,
    ],
    [
      'a path out',
      'lineage.jsonl',
      (text: string) => text.replace('"train.jsonl"', '"../x.jsonl"'),
      /line 1: .* is no data file/,
    ],
  ])('refuses %s', async (_name, file, damage, message) => {
    const assembled = await assemble([document('a.md', 3)]);
    assembled.files.set(file, damage(assembled.files.get(file) ?? ''));
    await expect(read(assembled)).rejects.toThrow(message);
  });

  it('closes its files when the reader leaves early', async () => {
    const { manifest, files } = await assemble(CORPUS);
    let open = 0;
    async function* counted(name: string): AsyncGenerator<Uint8Array> {
      open += 1;
      try {
        for (const line of (files.get(name) ?? '').split(/(?<=\n)/)) yield new TextEncoder().encode(line);
      } finally {
        open -= 1;
      }
    }
    for await (const record of readRecords({ manifest, codec: await resolveCodec('alpaca'), open: counted })) {
      expect(record.id).toHaveLength(32);
      break;
    }
    expect(open).toBe(0);
  });
});

function makeRecord(sources: readonly Span[]): Pick<DatasetRecord, 'id' | 'task' | 'messages' | 'sources'> {
  const content = { task: 'qa' as const, messages: [{ role: 'user' as const, content: 'What?' }], sources };
  return { id: recordId(content), ...content };
}

describe('verifyRecord', () => {
  const text = 'First line.\n\nSecond line.';
  const extracted: ExtractedDocument = {
    documentId: 'd1',
    mediaType: 'text/plain',
    language: 'en',
    text,
    blocks: [
      { kind: 'paragraph', role: 'content', start: 0, end: 11, headingPath: [], page: 1 },
      { kind: 'paragraph', role: 'content', start: 13, end: 25, headingPath: [], page: 2 },
    ],
    warnings: [],
  };
  const good = { documentId: 'd1', page: 2, start: 13, end: 19, quote: 'Second' };

  function problems(span: object): Promise<string[]> {
    const record = makeRecord([good, { ...good, ...span }]);
    const found = verifyRecord(record, (id) => Promise.resolve(id === 'd1' ? extracted : undefined));
    return found.then((result) => result.problems.map(({ source, code }) => `${source} ${code}`));
  }

  it('confirms what is there', async () => {
    expect(await problems({})).toEqual([]);
  });

  it.each([
    [{ quote: 'Sekond' }, 'quote-mismatch'],
    [{ start: 12 }, 'quote-mismatch'],
    [{ end: 4000 }, 'quote-mismatch'],
    [{ page: 1 }, 'quote-mismatch'],
    [{ documentId: 'd2' }, 'document-missing'],
  ])('finds %j', async (change, code) => {
    expect(await problems(change)).toEqual([`1 ${code}`]);
  });

  it('finds a record that was edited although its spans hold', async () => {
    const record = { ...makeRecord([good]), messages: [{ role: 'user' as const, content: 'Who?' }] };
    const { problems: found } = await verifyRecord(record, () => Promise.resolve(extracted));
    expect(found).toEqual([{ code: 'record-changed', message: expect.stringContaining('was edited') }]);
  });

  it('says when a source cannot be read any more, and lets other errors through', async () => {
    const { ExtractError } = await import('@dsgen/core');
    const reason = DOCUMENT_REASONS.quarantined[1];
    const unreadable = await verifyRecord(makeRecord([good]), () =>
      Promise.reject(new ExtractError(reason, 'cut short')),
    );
    expect(unreadable.problems[0]).toMatchObject({ code: 'unreadable', message: expect.stringContaining('cut short') });
    await expect(verifyRecord(makeRecord([good]), () => Promise.reject(new Error('bug')))).rejects.toThrow('bug');
  });
});
