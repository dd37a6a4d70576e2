import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExtractError, TASKS } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../extract/fixtures/read-document.ts';
import { processDocument } from '../pipeline/process-document.ts';
import { sniffMediaType } from '../plan/media-type.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { normaliseWords } from '../shared/words.ts';
import { chooseCandidates } from './choose-candidates.ts';
import { EarlierCandidates } from './earlier-candidates.ts';

const example = fileURLToPath(new URL('../../../../examples/handbook', import.meta.url));
const corpora = process.env['DSGEN_CORPORA'];
if (corpora === undefined) console.log('Skipped: records of real corpora are distinct (DSGEN_CORPORA is not set)');

/** Normalised answer and question focus of every record a folder of Markdown gives, without those that carry a passage. */
async function facts(folder: string): Promise<string[]> {
  const recipe = resolveRecipe({ tasks: [...TASKS], generate: { allPatterns: true } });
  const earlier = new EarlierCandidates();
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !path.endsWith('.md')) continue;
    const bytes = readFileSync(path);
    const document = await readDocument(bytes, sniffMediaType({ path, head: bytes })).catch((error: unknown) => {
      if (error instanceof ExtractError) return undefined;
      throw error;
    });
    if (document === undefined) continue;
    const { candidates } = await processDocument(document, { path, corpus: 'test', recipe, recipeHash: '' });
    const choices = chooseCandidates(candidates, { assess: recipe.assess, earlier, notRepresentable: () => undefined });
    for (const { assessed, rejection } of choices) {
      const [asked] = assessed.candidate.messages;
      if (rejection !== undefined || (asked?.role === 'user' && asked.context !== undefined)) continue;
      const answer = assessed.candidate.messages.at(-1)?.content ?? '';
      found.push(`${normaliseWords(answer).join(' ')}\n${assessed.candidate.focus}`);
    }
  }
  return found;
}

describe('the records of a dataset', () => {
  it('share no answer with the same focus in the example', async () => {
    const found = await facts(example);
    expect(found.length).toBeGreaterThan(12);
    expect(new Set(found).size).toBe(found.length);
  });

  it.skipIf(corpora === undefined)(
    'share none in the handbook and the textbook either',
    { timeout: 300_000 },
    async () => {
      const found = await facts(join(corpora ?? '', 'prose'));
      expect(found.length).toBeGreaterThan(200);
      expect(new Set(found).size).toBe(found.length);
    },
  );
});
