import { quoteAt, type Candidate, type ExtractedDocument, type RecipeInput } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { assessCandidates } from '../assess/assess-candidates.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { verifyRecord } from '../export/verify-record.ts';
import { extractDocument } from '../extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../extract/source.ts';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { sha256 } from '../shared/hash.ts';
import { recordId } from '../shared/record-id.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { alterCandidates } from './alter-candidates.ts';

const FOUNDING = 'Maria Jensen founded the harbour office of Norway in 1998 and led the office until 2004.';
const HANDOVER = 'In 2004 Maria handed the office over to the port authority.';
const TEXT = `# Harbour office\n\n${FOUNDING} ${HANDOVER}\n`;

async function extract(): Promise<ExtractedDocument> {
  const bytes = Buffer.from(TEXT);
  const source = { path: 'office.md', bytes, documentId: sha256(bytes), mediaType: 'text/markdown' };
  const options = resolveRecipe({}).extract;
  return extractDocument(source, { options, limits: DEFAULT_EXTRACT_LIMITS, signal: new AbortController().signal });
}

function candidateOf(document: ExtractedDocument, [question, answer]: readonly [string, string]): Candidate {
  const start = document.text.indexOf(answer);
  const source = { documentId: document.documentId, start, end: start + answer.length, quote: answer };
  const messages = [
    { role: 'user', content: question },
    { role: 'assistant', content: answer },
  ] as const;
  const content = { task: 'qa', messages, sources: [source] } as const;
  const lineage = {
    corpus: 'test',
    documentId: document.documentId,
    path: 'office.md',
    chunkId: 'c0',
    headingPath: [],
  };
  return {
    id: recordId(content),
    ...content,
    lineage: { ...lineage, generator: 'extractive/qa/test@1', seed: 0, recipeHash: 'hash' },
    quality: { fit: 1 },
    difficulty: 'elementary',
    pattern: 'test',
    section: 's0',
    focus: question,
    score: 0.5,
  };
}

async function alter(
  document: ExtractedDocument,
  turns: readonly [string, string],
  generate: RecipeInput['generate'] = {},
): Promise<{ readonly original: Candidate; readonly altered: readonly AssessedCandidate[] }> {
  await loadTokenizer();
  const recipe = resolveRecipe({ generate });
  const chunks = chunkDocument(document, recipe.chunk);
  const originals = assessCandidates([candidateOf(document, turns)], { document, recipe, chunks });
  const made = alterCandidates(originals, { document, recipe, analysis: analyzeDocument(document) });
  const [original] = originals;
  if (original === undefined) throw new Error('there is no original');
  return { original: original.candidate, altered: assessCandidates(made, { document, recipe, chunks }) };
}

const ALL = { vary: ['entities', 'dates'] } as const;

describe('alterCandidates', () => {
  it('makes nothing that the recipe does not ask for', async () => {
    const document = await extract();
    expect((await alter(document, ['Who founded the office of Norway in 1998?', FOUNDING])).altered).toEqual([]);
  });

  it('changes question and answer alike, and marks the record; its sources still hold', async () => {
    const document = await extract();
    const { original, altered } = await alter(document, ['What did Maria Jensen found in 1998?', FOUNDING], ALL);
    expect(altered.map(({ verdict }) => verdict)).toEqual([{ accepted: true }, { accepted: true }]);
    const texts = altered.map(({ candidate }) => candidate.messages.map(({ content }) => content).join('\n'));
    expect(altered.map(({ candidate }) => candidate.lineage.variation)).toEqual(['entities', 'dates']);
    expect(texts[0]).not.toMatch(/Maria|Jensen|Norway/u);
    expect(texts[1]).not.toMatch(/1998|2004/u);
    for (const { candidate } of altered) {
      expect(candidate.lineage.variantOf).toBe(original.id);
      expect(candidate.quality).toEqual({ altered: 1, tokens: expect.any(Number) });
      expect(candidate.sources).toEqual(original.sources);
      for (const span of candidate.sources) expect(quoteAt(document.text, span)).toBe(span.quote);
      expect((await verifyRecord(candidate, async () => document)).problems).toEqual([]);
    }
  });

  it('tells one story in all records of a document', async () => {
    const document = await extract();
    const first = await alter(document, ['What did Maria Jensen found in 1998?', FOUNDING], { vary: ['dates'] });
    const second = await alter(document, ['What did Maria do in 2004?', HANDOVER], { vary: ['dates'] });
    const [founding, handover] = [first, second].map(({ altered }) => altered[0]?.candidate.messages[1]?.content ?? '');
    expect(/until (\d{4})/u.exec(founding ?? '')?.[1]).toBe(/In (\d{4})/u.exec(handover ?? '')?.[1]);
  });

  it('makes no second answer to a question that stays the same', async () => {
    const document = await extract();
    expect((await alter(document, ['Who founded the harbour office?', FOUNDING], ALL)).altered).toEqual([]);
  });
});
