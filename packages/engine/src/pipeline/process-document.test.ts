import { describe, expect, it } from 'vitest';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { recipeHash } from '../recipe/recipe-hash.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { processDocument } from './process-document.ts';
import type { ProcessedDocument } from './processed-document.ts';

const MARKDOWN = `# Travel handbook

## How do I book a train?

Book every train through the travel portal at least one week before you leave. The portal shows the fares that the
organisation has agreed on, and it sends the ticket to your mailbox as soon as your manager has approved the trip.

## Per diem

A per diem is a daily allowance that covers meals and small expenses during a business trip. It is paid with the salary
of the following month, and no receipts are needed for it.

## What to do when a trip is cancelled

1. Cancel the booking in the travel portal.
2. Tell the hotel by telephone.
3. Send the cancellation fee to the finance team.
`;

async function process(markdown: string, recipeInput: object = {}): Promise<ProcessedDocument> {
  const recipe = resolveRecipe(recipeInput);
  const bytes = new TextEncoder().encode(markdown);
  const path = 'travel.md';
  const document = await extractDocument(
    { path, documentId: sha256(bytes), bytes, mediaType: 'text/markdown' },
    { options: recipe.extract, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal },
  );
  return processDocument(document, { path, corpus: 'handbook', recipe, recipeHash: recipeHash(recipe) });
}

describe('processDocument', () => {
  it('makes accepted records of a real document, each in a chunk of its own document', async () => {
    const { candidates, chunks, documentId } = await process(MARKDOWN);
    const accepted = candidates.filter(({ verdict }) => verdict.accepted);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { candidate } of accepted)
      expect(candidate.lineage.chunkId.startsWith(documentId.slice(0, 16))).toBe(true);
    expect(chunks.total).toBe(3);
    expect(chunks.used).toBeGreaterThan(0);
    expect(chunks.used).toBeLessThanOrEqual(chunks.total);
  });

  it('gives the same answer twice, and another for another seed only in its wording', async () => {
    expect(await process(MARKDOWN)).toEqual(await process(MARKDOWN));
    const other = await process(MARKDOWN, { seed: 9 });
    expect(other.candidates.length).toBe((await process(MARKDOWN)).candidates.length);
  });

  it('survives JSON, as it is kept as an artefact', async () => {
    const processed = await process(MARKDOWN);
    expect(JSON.parse(JSON.stringify(processed))).toEqual(processed);
  });

  it.each(['x', '# Only a heading', '```js\nlet a = 1;\n```', '| a | b |\n|---|---|\n| 1 | 2 |'])(
    'makes no record of %j',
    async (markdown) => {
      const { candidates } = await process(markdown);
      expect(candidates.filter(({ verdict }) => verdict.accepted)).toEqual([]);
    },
  );
});
