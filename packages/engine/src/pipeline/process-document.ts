import type { ExtractedDocument, Recipe } from '@dsgen/core';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { assessCandidates } from '../assess/assess-candidates.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import { loadLanguageDetector } from '../extract/language.ts';
import { generateCandidates } from '../generate/generate-candidates.ts';
import { ownLicence } from '../licence/own-licence.ts';
import { countKinds } from '../privacy/count-kinds.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { ChunkSearch } from '../shared/chunk-search.ts';
import { encodeSignature, minhash } from '../shared/minhash.ts';
import { findPassages } from '../shared/passages.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { alterCandidates } from '../vary/alter-candidates.ts';
import type { ProcessedDocument } from './processed-document.ts';
import { describeSections, wordsSetAside } from './processed-section.ts';

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
  const search = new ChunkSearch(document, chunks);
  const candidates = generateCandidates({ document, chunks, search, analysis, path, corpus, recipe, recipeHash });
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const { coveredText } = privacy;
  const assessed = assessCandidates(candidates, { document, recipe, chunks, search, privacy });
  const alterations = alterCandidates(assessed, { document, analysis, recipe });
  const altered = assessCandidates(alterations, { document, recipe, chunks, search, privacy });
  const licence = ownLicence(document);
  const used = new Set(candidates.map(({ lineage }) => lineage.chunkId));
  return {
    documentId: document.documentId,
    ...(document.title === undefined ? {} : { title: privacy.mask(document.title) }),
    language: document.language,
    ...(licence === undefined ? {} : { licence }),
    pages: document.pageCount ?? 1,
    textLength: document.text.length,
    chunks: { total: chunks.length, used: chunks.filter(({ id }) => used.has(id)).length },
    sections: describeSections({ document, analysis, candidates, recipe }).map((section) => ({
      ...section,
      headingPath: section.headingPath.map((heading) => privacy.mask(heading)),
    })),
    setAside: wordsSetAside(document),
    signature: encodeSignature(minhash(document.text)),
    candidates: [...assessed, ...altered].map((entry) => withPassages(entry, coveredText)),
    sensitive: countKinds(privacy.found),
    warnings: document.warnings,
  };
}

/** Only an accepted candidate may be read in its place. */
export function withPassages(assessed: AssessedCandidate, text: string): AssessedCandidate {
  if (!assessed.verdict.accepted) return assessed;
  return { ...assessed, passages: findPassages(assessed.candidate.sources, text) };
}
