import type { ExtractedDocument, Recipe } from '@dsgen/core';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { assessCandidates } from '../assess/assess-candidates.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { loadLanguageDetector } from '../extract/language.ts';
import { generateCandidates } from '../generate/generate-candidates.ts';
import { countKinds } from '../privacy/count-kinds.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { encodeSignature, minhash } from '../shared/minhash.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import type { ProcessedDocument } from './processed-document.ts';

export interface ProcessDocumentOptions {
  /** Path relative to the corpus root. */
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/**
 * Chunk, analyze, generate and assess: all that needs no other document, so documents can be worked on anywhere, in any
 * order, at any concurrency.
 */
export async function processDocument(
  document: ExtractedDocument,
  { path, corpus, recipe, recipeHash }: ProcessDocumentOptions,
): Promise<ProcessedDocument> {
  await loadTokenizer();
  const detectLanguage = await loadLanguageDetector();
  const chunks = chunkDocument(document, { ...recipe.chunk, detectLanguage });
  const analysis = analyzeDocument(document);
  const candidates = generateCandidates({ document, chunks, analysis, path, corpus, recipe, recipeHash });
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const used = new Set(candidates.map(({ lineage }) => lineage.chunkId));
  return {
    documentId: document.documentId,
    ...(document.title === undefined ? {} : { title: privacy.mask(document.title) }),
    language: document.language,
    pages: document.pageCount ?? 1,
    textLength: document.text.length,
    chunks: { total: chunks.length, used: chunks.filter(({ id }) => used.has(id)).length },
    signature: encodeSignature(minhash(document.text)),
    candidates: assessCandidates(candidates, { document, recipe, chunks, privacy }),
    sensitive: countKinds(privacy.found),
    warnings: document.warnings,
  };
}
