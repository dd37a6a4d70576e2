import { readFile } from 'node:fs/promises';
import type { ExtractedDocument, RecipeInput } from '@dsgen/core';
import { groundedAnswer } from '@dsgen/testkit';
import { describe, expect, it } from 'vitest';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from '../model/model-client.ts';
import { processDocument } from '../pipeline/process-document.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { choosePrompts } from './prompt-set.ts';
import { writeWithModel } from './write-with-model.ts';

const HANDBOOK = new URL('../../../../examples/handbook/', import.meta.url);

async function extractHandbook(path: string): Promise<ExtractedDocument> {
  const bytes = await readFile(new URL(path, HANDBOOK));
  return extract(path, bytes);
}

function extract(path: string, bytes: Uint8Array): Promise<ExtractedDocument> {
  const source = { path, bytes, documentId: sha256(bytes), mediaType: 'text/markdown' };
  const options = resolveRecipe({}).extract;
  return extractDocument(source, { options, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal });
}

function clientOf(answer: (request: ModelRequest) => ModelAnswer | Promise<ModelAnswer>): ModelClient {
  return { complete: async (request) => answer(request) };
}

function done(text: string): ModelAnswer {
  const usage = { inputTokens: 100, outputTokens: 10 };
  return { state: 'done', text, value: JSON.parse(text), usage, cost: 0.001, cached: false };
}

function honest({ messages, schema }: ModelRequest): ModelAnswer {
  return done(groundedAnswer({ messages, ...(schema === undefined ? {} : { schema: schema.schema }) }));
}

interface RunOptions {
  readonly client?: ModelClient;
  readonly recipe?: RecipeInput;
}

async function run(
  document: ExtractedDocument,
  { client = clientOf(honest), recipe: input }: RunOptions = {},
): Promise<ProcessedDocument> {
  const recipe = resolveRecipe({ tasks: ['qa'], ...input, model: { name: 'test/honest', ...input?.model } });
  const options = { path: 'guide.md', corpus: 'test', recipe, recipeHash: 'hash' };
  const processed = await processDocument(document, options);
  return writeWithModel(document, processed, { ...options, client, prompts: choosePrompts(recipe) });
}

function written({ candidates }: ProcessedDocument): ProcessedDocument['candidates'] {
  return candidates.filter(({ candidate }) => candidate.lineage.model !== undefined);
}

describe('writeWithModel', () => {
  it('adds records that quote the document word for word', async () => {
    const document = await extractHandbook('leave/annual-leave.md');
    const result = await run(document);
    const accepted = written(result).filter(({ verdict }) => verdict.accepted);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { candidate } of accepted) {
      expect(candidate.lineage).toMatchObject({ model: 'test/honest', generator: 'model/qa/qa@1' });
      for (const { start, end, quote } of candidate.sources) expect(document.text.slice(start, end)).toBe(quote);
    }
  });
});
