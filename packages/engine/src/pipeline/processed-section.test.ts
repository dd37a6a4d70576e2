import type { ExtractedDocument } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { describeSections, wordsSetAside, type ProcessedSection } from './processed-section.ts';
import { processDocument } from './process-document.ts';

const recipe = resolveRecipe({ generate: { allPatterns: true } });

async function extract(markdown: string): Promise<ExtractedDocument> {
  const bytes = new TextEncoder().encode(markdown);
  return extractDocument(
    { bytes, path: 'guide.md', documentId: sha256(bytes), mediaType: 'text/markdown' },
    { options: recipe.extract, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal },
  );
}

async function sectionsOf(markdown: string): Promise<readonly ProcessedSection[]> {
  const document = await extract(markdown);
  const context = { path: 'guide.md', corpus: 'docs', recipe, recipeHash: 'r' };
  return (await processDocument(document, context)).sections;
}

const PLAIN =
  'Some of it was seen by few, and much of it was left where it lay, for nobody came by that day or the next, and the rain went on and on.';

describe('the sections of a processed document', () => {
  it('say why nothing came of them', async () => {
    const sections = await sectionsOf(
      `# Shards\n\n## What is a shard?\n\nA shard is a part of an index that is kept on one machine and can be moved to another one at any time.\n\n## Note\n\nSee there.\n\n## Weather\n\n${PLAIN}\n`,
    );
    expect(sections.map(({ headingPath, idle }) => [headingPath.join(' › '), idle])).toEqual([
      ['Shards', 'heading-only'],
      ['Shards › What is a shard?', undefined],
      ['Shards › Note', 'too-short'],
      ['Shards › Weather', 'no-pattern'],
    ]);
  });

  it('say so when no pattern knows the language', async () => {
    const document = await extract(`# Wetter\n\n${'Es regnete den ganzen Tag und niemand kam vorbei. '.repeat(6)}\n`);
    const analysis = analyzeDocument(document);
    const [section] = describeSections({ document, analysis, candidates: [], recipe });
    expect(document.language).toBe('de');
    expect(section?.idle).toBe('language');
  });

  it('count the words that are not content', async () => {
    const document = await extract(`---\nlayout: page\ntitle: Guide\n---\n\n# Guide\n\n${PLAIN}\n`);
    expect(wordsSetAside(document)).toEqual({ 'front-matter': 5 });
  });
});
