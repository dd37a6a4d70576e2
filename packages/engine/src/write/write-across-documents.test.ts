import { quoteAt, type Chunk, type ExtractedDocument } from '@dsgen/core';
import { groundedAnswer } from '@dsgen/testkit';
import { beforeAll, describe, expect, it } from 'vitest';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { verifyRecord } from '../export/verify-record.ts';
import { makeDocument } from '../generate/fixtures/make-document.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from '../model/model-client.ts';
import { processDocument } from '../pipeline/process-document.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { choosePrompts } from './prompt-set.ts';
import { writeWithModel } from './write-with-model.ts';

const model = { name: 'test/honest', prompts: ['comparative'], acrossDocuments: 1 };
const plain = resolveRecipe({ tasks: ['qa'], model });

const NORTH = `# Introduction

This guide is about the northern pump.

# Oil of the northern pump

- The northern pump needs 4 litres of oil every 200 hours.
- Its filter is changed with the oil.

| Part | Age |
| --- | --- |
| Gasket | 3 years |`;

const SOUTH = `# Introduction

This guide says how the southern pump is looked after, and by whom.

# Oil of the southern pump

The southern pump needs 6 litres of oil every 300 hours. Its filter is cleaned with the oil.`;

const NORTH_OIL = 'The northern pump needs 4 litres of oil every 200 hours.';
const SOUTH_OIL = 'The southern pump needs 6 litres of oil every 300 hours.';

let north: ExtractedDocument;
let south: ExtractedDocument;
beforeAll(async () => {
  await loadTokenizer();
  north = await makeDocument(NORTH, 'Northern pumps');
  south = await makeDocument(SOUTH, 'Southern pumps');
});

interface Written {
  readonly result: ProcessedDocument;
  readonly requests: readonly ModelRequest[];
}

/** The southern document, written about together with the northern one. */
async function write(answer: (request: ModelRequest) => string = honest, recipe = plain): Promise<Written> {
  const requests: ModelRequest[] = [];
  const client: ModelClient = {
    complete: (request) => {
      requests.push(request);
      return Promise.resolve(done(answer(request)));
    },
  };
  const options = { path: 'south.md', corpus: 'test', recipe, recipeHash: 'hash' };
  const processed = await processDocument(south, options);
  const other = { documentId: north.documentId, path: 'north.md', chunk: lastChunk(north) };
  const related = [{ chunk: lastChunk(south), other, document: north }];
  const prompts = choosePrompts(recipe);
  return { requests, result: await writeWithModel(south, processed, { ...options, client, prompts, related }) };
}

function lastChunk(document: ExtractedDocument): Chunk {
  const chunk = chunkDocument(document, plain.chunk).at(-1);
  if (chunk === undefined) throw new Error('The document has no chunk.');
  return chunk;
}

function honest({ messages, schema }: ModelRequest): string {
  return groundedAnswer({ messages, ...(schema === undefined ? {} : { schema: schema.schema }) });
}

function done(text: string): ModelAnswer {
  return { state: 'done', text, value: JSON.parse(text), usage: { inputTokens: 1, outputTokens: 1 }, cached: false };
}

/** One question, answered by sentences with their citations. */
function answering(
  ...sentences: ReadonlyArray<readonly [text: string, ...cites: readonly number[]]>
): (request: ModelRequest) => string {
  return (request) => {
    if (request.purpose === 'judge') return honest(request);
    const steps = sentences.map(([text, ...cites]) => ({ text, cites }));
    const question = 'How do the northern pump and the southern pump differ in what they need?';
    return JSON.stringify({ items: [{ question, level: 'expert', steps, conclusion: [] }] });
  };
}

function namesOfPairCalls({ calls = [] }: ProcessedDocument): string[] {
  return calls.filter(({ otherDocument }) => otherDocument === 'north.md').map(({ prompt }) => prompt);
}

function pairsOf({ candidates }: ProcessedDocument): ProcessedDocument['candidates'] {
  return candidates.filter(({ candidate }) => candidate.lineage.otherDocuments !== undefined);
}

describe('writeAcrossDocuments', () => {
  it('shows both chunks under the titles of their documents, and asks for answers that need both', async () => {
    const { requests } = await write();
    const shown = requests.filter(({ purpose }) => purpose === 'comparative').at(-1)?.messages[0]?.content ?? '';
    expect(shown).toContain('Document: "Southern pumps" and "Northern pumps"');
    expect(shown).toContain('# Southern pumps > Oil of the southern pump');
    expect(shown).toContain('# Northern pumps > Oil of the northern pump');
    expect(shown).toContain('together, its sentences cite lines of the one and of the other');
    expect(shown).not.toContain('This guide');
  });

  it('gives every span back to the document that it quotes, in text, lists and tables', async () => {
    const { result } = await write(
      answering([SOUTH_OIL, 1], [NORTH_OIL, 3], ['A gasket of the northern pump lasts 3 years.', 6, 5]),
    );
    const [entry] = pairsOf(result);
    expect(entry?.verdict).toEqual({ accepted: true });
    const sources = entry?.candidate.sources ?? [];
    expect(sources.map(({ documentId }) => documentId)).toEqual(
      [south, north, north, north].map(({ documentId }) => documentId),
    );
    for (const span of sources) {
      const { text } = span.documentId === north.documentId ? north : south;
      expect(quoteAt(text, span)).toBe(span.quote);
    }
    const verified =
      entry &&
      (await verifyRecord(entry.candidate, async (id) => [north, south].find(({ documentId }) => documentId === id)));
    expect(verified).toMatchObject({ spans: 4, problems: [] });
  });

  it('belongs to the later document: its section, its chunk, and the other one by name', async () => {
    const { result } = await write(answering([SOUTH_OIL, 1], [NORTH_OIL, 3]));
    const [entry] = pairsOf(result);
    expect(entry?.candidate).toMatchObject({
      section: result.sections.at(-1)?.id,
      lineage: {
        documentId: south.documentId,
        path: 'south.md',
        chunkId: lastChunk(south).id,
        headingPath: ['Oil of the southern pump'],
        otherDocuments: [{ documentId: north.documentId, path: 'north.md' }],
      },
    });
    expect(entry?.passages?.flat().filter((part) => typeof part === 'number')).toEqual([0, 1]);
    expect(namesOfPairCalls(result)).toEqual(['comparative']);
  });

  it.each([
    [SOUTH_OIL, 1, 'Its filter is cleaned with the oil.', 2],
    [NORTH_OIL, 3, 'Its filter is changed with the oil.', 4],
  ] as const)('rejects an answer that rests on one document only: %j', async (step, cite, nextStep, nextCite) => {
    const { result } = await write(answering([step, cite], [nextStep, nextCite]));
    expect(pairsOf(result).map(({ verdict }) => verdict)).toMatchObject([
      { accepted: false, reason: 'documents-apart' },
    ]);
  });

  it('has a judge look at the passages of both', async () => {
    const judged = resolveRecipe({ tasks: ['qa'], model: { ...model, votes: 1 } });
    const { result, requests } = await write(answering([SOUTH_OIL, 1], [NORTH_OIL, 3]), judged);
    const [entry] = pairsOf(result).filter(({ verdict }) => verdict.accepted);
    expect(entry?.candidate.quality['judgedSupport']).toBe(1);
    expect(namesOfPairCalls(result)).toContain('judge');
    const shown = requests.filter(({ purpose }) => purpose === 'judge').map((request) => JSON.stringify(request));
    for (const { quote } of entry?.candidate.sources ?? [])
      expect(shown.some((text) => text.includes(quote))).toBe(true);
  });

  it('leaves what is written about the document alone as it is', async () => {
    const { result } = await write();
    const options = { path: 'south.md', corpus: 'test', recipe: plain, recipeHash: 'hash' };
    const alone = await writeWithModel(south, await processDocument(south, options), {
      ...options,
      client: { complete: (request) => Promise.resolve(done(honest(request))) },
      prompts: choosePrompts(plain),
    });
    expect(result.candidates.filter(({ candidate }) => candidate.lineage.otherDocuments === undefined)).toEqual(
      alone.candidates,
    );
    expect(result.calls?.filter(({ otherDocument }) => otherDocument === undefined)).toEqual(alone.calls);
  });
});
