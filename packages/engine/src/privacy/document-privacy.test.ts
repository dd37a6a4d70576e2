import type { DatasetRecord, ExtractedDocument, PiiMode } from '@dsgen/core';
import { resolveCodec } from '@dsgen/formats';
import { describe, expect, it } from 'vitest';
import { assembleDataset } from '../export/assemble-dataset.ts';
import { MemorySink } from '../export/fixtures/processed.ts';
import { readRecords } from '../export/read-records.ts';
import { verifyRecord } from '../export/verify-record.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { processDocument } from '../pipeline/process-document.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { EMAIL, PASSWORD, PHONE, TOKEN } from './fixtures/made-up-values.ts';

const MARKDOWN = `# Ferry office handbook

## How do I report a late ferry?

Report a late ferry to the harbour office by mail at ${EMAIL}, and name the ship, the pier and the time. The office
answers within one hour, and it also takes calls at ${PHONE} on every day of the week.

## How do I log in to the timetable server?

When the crew starts the timetable server at night, the password is \`${PASSWORD}\` on every screen of the terminal. A
screen that is left alone for ten minutes goes dark, and the crew has to log in once more before it shows the timetable
again. The harbour office keeps a list of the screens, and each of them has a number of its own.

## Contact ${EMAIL} about lost keys

A lost key is a key that nobody has seen for two days. The office keeps a list of lost keys, and ${EMAIL} has the list.

## How do I publish a timetable?

1. Open the timetable in the editor.
2. Sign in with the token ${TOKEN}.
3. Press the button that publishes it.

## Tide table

A tide table is a list of the times of high and low water for each day of the year. It is printed every autumn, and
every ship of the fleet has a copy on its bridge.
`;

async function makeDataset(mode: PiiMode): Promise<Made> {
  const recipe = resolveRecipe({ generate: { allPatterns: true }, assess: { pii: mode, maxPerSection: 10 } });
  const bytes = new TextEncoder().encode(MARKDOWN);
  const documentId = sha256(bytes);
  const path = 'ferry.md';
  const document = await extractDocument(
    { path, documentId, bytes, mediaType: 'text/markdown' },
    { options: recipe.extract, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal },
  );
  const processed = await processDocument(document, {
    path,
    corpus: 'ferries',
    recipe,
    recipeHash: recipeHash(recipe),
  });
  const sink = new MemorySink();
  const codec = await resolveCodec('openai');
  const documents = [{ path, documentId, outcome: { state: 'done' as const }, processed }];
  const assembly = assembleDataset({ name: 'f', corpus: 'ferries', recipe, codec, documents, sink, version: '1' });
  for (let step = await assembly.next(); ; step = await assembly.next()) {
    if (step.done !== true) continue;
    const manifest = step.value;
    const records: DatasetRecord[] = [];
    const files = { open: (name: string) => bytesOf(sink.files.get(name) ?? '') };
    for await (const record of readRecords({ manifest, codec, ...files })) records.push(record);
    return { document, processed, records, privacy: manifest.privacy, files: [...sink.files.values()].join('\n') };
  }
}

interface Made {
  readonly document: ExtractedDocument;
  readonly processed: ProcessedDocument;
  readonly records: readonly DatasetRecord[];
  readonly privacy: object;
  readonly files: string;
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function leaks(text: string, values: readonly string[]): string[] {
  return values.filter((value) => text.includes(value));
}

const PERSONAL = [EMAIL, PHONE];
const SECRETS = [PASSWORD, TOKEN];

describe('assess.pii', () => {
  it('reports personal data and leaves it, and lets no secret into any file of the dataset', async () => {
    const { files, processed, privacy, records } = await makeDataset('report');
    expect(leaks(files, PERSONAL)).toEqual(PERSONAL);
    expect(leaks(files, SECRETS)).toEqual([]);
    expect(leaks(JSON.stringify(processed), SECRETS)).toEqual([]);
    expect(processed.sensitive).toEqual({ email: 3, 'github-token': 1, password: 1, phone: 1 });
    expect(privacy).toMatchObject({ mode: 'report', documents: processed.sensitive });
    expect(records.length).toBeGreaterThan(1);
    const reasons = processed.candidates.map(({ verdict }) => (verdict.accepted ? '' : verdict.reason));
    expect(reasons).toContain('secret');
    expect(reasons).not.toContain('personal-data');
  });

  it('masks everywhere: records, evidence, headings, rejects, card', async () => {
    const { files, processed, records } = await makeDataset('mask');
    expect(leaks(files + JSON.stringify(processed), [...PERSONAL, ...SECRETS])).toEqual([]);
    const text = JSON.stringify(records);
    expect(text).toContain('[EMAIL_1]');
    expect(text).not.toContain('[EMAIL_2]');
  });

  it('drops records with personal data, and leaves none in evidence and rejects', async () => {
    const { files, processed, records } = await makeDataset('drop');
    expect(leaks(files + JSON.stringify(processed), [...PERSONAL, ...SECRETS])).toEqual([]);
    const reasons = processed.candidates.map(({ verdict }) => (verdict.accepted ? '' : verdict.reason));
    expect(reasons).toContain('personal-data');
    expect(JSON.stringify(records.map(({ messages }) => messages))).not.toContain('[EMAIL');
    expect(records.length).toBeGreaterThan(0);
  });

  it('does not look when it is off', async () => {
    const { files, processed } = await makeDataset('off');
    expect(processed.sensitive).toEqual({});
    expect(leaks(files, PERSONAL)).toEqual(PERSONAL);
  });

  it.each(['off', 'report', 'mask', 'drop'] as const)('keeps every record provable with %s', async (mode) => {
    const { document, records } = await makeDataset(mode);
    for (const record of records) {
      expect((await verifyRecord(record, async () => document)).problems).toEqual([]);
    }
  });

  it('finds a masked quote that was changed, and a mask that was widened', async () => {
    const { document, records } = await makeDataset('mask');
    const record = records.find(({ sources }) => sources.some(({ masked }) => masked !== undefined));
    const [span] = record?.sources.filter(({ masked }) => masked !== undefined) ?? [];
    if (record === undefined || span === undefined) throw new Error('Nothing was masked.');
    const [range] = span.masked ?? [];
    if (range === undefined) throw new Error('Nothing was masked.');
    const edits = [
      { ...span, quote: span.quote.replace(' ', '_') },
      { ...span, masked: [{ ...range, end: range.end + 3 }] },
    ];
    for (const edited of edits) {
      const { problems } = await verifyRecord({ ...record, sources: [edited] }, async () => document);
      expect(problems[0]?.code).toBe('quote-mismatch');
    }
  });

  it('leaves a dataset without personal data as it is', async () => {
    const { files } = await makeDataset('report');
    expect(files).not.toContain('"masked":[]');
  });
});
