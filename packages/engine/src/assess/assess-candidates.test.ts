import { beforeAll, describe, expect, it } from 'vitest';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { makeDocument, testRecipe } from '../generate/fixtures/make-document.ts';
import { generateCandidates } from '../generate/generate-candidates.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { assessCandidates } from './assess-candidates.ts';
import { contextOf, makeCandidate } from './fixtures/make-parts.ts';
import { REJECT_REASONS, type AssessedCandidate } from './verdict.ts';

beforeAll(loadTokenizer);

async function assessSource(source: string): Promise<AssessedCandidate[]> {
  const document = await makeDocument(source);
  const recipe = testRecipe();
  const analysis = analyzeDocument(document);
  const candidates = generateCandidates({
    document,
    chunks: [],
    analysis,
    path: 'a.md',
    corpus: 'c',
    recipe,
    recipeHash: 'h',
  });
  return assessCandidates(candidates, { document, recipe, chunks: [] });
}

describe('assessCandidates', () => {
  it('gives every reject a reason of the list and a sentence', async () => {
    const assessed = await assessSource(
      '# Nets\n\n## How do I mend a net?\n\nThey are mended as described above.\n\n## What is a net?\n\nA net is a fabric that crews use to catch fish in the sea.',
    );
    const rejects = assessed.flatMap(({ verdict }) => (verdict.accepted ? [] : [verdict]));
    expect(rejects.length).toBeGreaterThan(0);
    for (const { reason, detail } of rejects) {
      expect(REJECT_REASONS).toContain(reason);
      expect(detail).toMatch(/^[A-Z].*\.$/u);
    }
  });

  it('keeps one of two records that give the same answer', async () => {
    const assessed = await assessSource(
      '# Nets\n\n## What is a net?\n\nA net is a fabric that crews use to catch fish in the sea.',
    );
    expect(assessed).toHaveLength(2);
    expect(assessed.filter(({ verdict }) => verdict.accepted)).toHaveLength(1);
    expect(assessed.map(({ verdict }) => (verdict.accepted ? 'accepted' : verdict.reason)).toSorted()).toEqual([
      'accepted',
      'same-fact',
    ]);
  });

  it('tells records apart by exact text and by fact', () => {
    const { document, recipe } = contextOf('Crews mend nets with a sheet bend.');
    const [first, second, third] = assessCandidates(
      [
        makeCandidate({ question: 'How do I mend a net?', answer: 'Crews mend nets with a sheet bend.' }),
        makeCandidate({ question: 'HOW do I mend a net', answer: 'Crews mend nets with a sheet bend' }),
        makeCandidate({ question: 'Who mends nets?', answer: 'Crews mend nets with a sheet bend.' }),
      ],
      { document, recipe, chunks: [] },
    );
    expect(first?.exactKey).toBe(second?.exactKey);
    expect(first?.factKey).not.toBe(third?.factKey);
    expect(first?.exactKey).toMatch(/^[0-9a-f]{16}$/u);
    expect(Buffer.from(first?.signature ?? '', 'base64')).toHaveLength(128);
  });

  it('caps what any section could give', async () => {
    const text =
      'Tide tables list the hours of high and low water for a year. Fishermen read tables every morning before they leave the harbour. The office prints new tables in December, and each boat gets two of them for free.';
    const sections = Array.from(
      { length: 6 },
      (_, index) =>
        `## Tide tables of ${['oak', 'ash', 'elm', 'fir', 'yew', 'box'][index]}\n\n${text} ${['Oak', 'Ash', 'Elm', 'Fir', 'Yew', 'Box'][index]} is far from the sea. ${text}`,
    );
    const assessed = await assessSource(`# Harbour\n\n${sections.join('\n\n')}`);
    const headings = assessed.filter(({ candidate }) => candidate.pattern === 'write-heading');
    expect(headings.filter(({ verdict }) => verdict.accepted)).toHaveLength(1);
    expect(headings.filter(({ verdict }) => !verdict.accepted && verdict.reason === 'kind-cap')).toHaveLength(5);
  });
});
