import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DsgenError, type ExtractedDocument, type Recipe } from '@dsgen/core';
import { chooseCandidates, type Choice } from '../../packages/engine/src/export/choose-candidates.ts';
import { EarlierCandidates } from '../../packages/engine/src/export/earlier-candidates.ts';
import { extractDocument } from '../../packages/engine/src/extract/extract-document.ts';
import { DEFAULT_EXTRACT_LIMITS } from '../../packages/engine/src/extract/source.ts';
import { processDocument } from '../../packages/engine/src/pipeline/process-document.ts';
import type { ProcessedDocument } from '../../packages/engine/src/pipeline/processed-document.ts';
import { STAGE_VERSIONS } from '../../packages/engine/src/pipeline/stage-versions.ts';
import { sniffMediaType } from '../../packages/engine/src/plan/media-type.ts';
import { resolveRecipe } from '../../packages/engine/src/recipe/resolve-recipe.ts';
import { sha256 } from '../../packages/engine/src/shared/hash.ts';
import { filesBelow } from '../support.ts';

/** What became of one document: its text, its sections, and each of its candidates with the reason it is left out, if it is. */
export interface DocumentRun {
  readonly path: string;
  readonly document: ExtractedDocument;
  readonly processed: ProcessedDocument;
  readonly choices: readonly Choice[];
}

export interface CorpusRunOptions {
  readonly recipe?: Recipe;
  /** Folder for extracted texts, so that a corpus is read once. */
  readonly cache?: string;
}

/** Files above this size are test cases of parsers, not texts. */
const MAX_BYTES = 8_000_000;
const LONGEST_EXTRACT_MS = 60_000;

/** Runs the pipeline's own stages over a folder in this process, as a host would. Files that cannot be read are left out. */
export async function* runCorpus(
  folder: string,
  { recipe = resolveRecipe({}), cache }: CorpusRunOptions = {},
): AsyncGenerator<DocumentRun> {
  const earlier = new EarlierCandidates();
  const seen = new Set<string>();
  for (const file of filesBelow(folder)) {
    const bytes = readFileSync(file);
    const documentId = sha256(bytes);
    if (bytes.byteLength > MAX_BYTES || seen.has(documentId)) continue;
    seen.add(documentId);
    const path = relative(folder, file);
    const document = await extract({ path, documentId, bytes, recipe, cache });
    if (document === undefined) continue;
    const processed = await processDocument(document, { path, corpus: 'bench', recipe, recipeHash: '' });
    const choices = chooseCandidates(processed.candidates, {
      assess: recipe.assess,
      earlier,
      notRepresentable: () => undefined,
    });
    yield { path, document, processed, choices };
  }
}

interface FileToExtract {
  readonly path: string;
  readonly documentId: string;
  readonly bytes: Uint8Array;
  readonly recipe: Recipe;
  readonly cache: string | undefined;
}

async function extract({
  path,
  documentId,
  bytes,
  recipe,
  cache,
}: FileToExtract): Promise<ExtractedDocument | undefined> {
  const cached = cache === undefined ? undefined : join(cache, `${documentId}@${STAGE_VERSIONS.extract}.json`);
  if (cached !== undefined && existsSync(cached)) {
    return (JSON.parse(readFileSync(cached, 'utf8')) as ExtractedDocument | undefined) ?? undefined;
  }
  const mediaType = sniffMediaType({ path, head: bytes.subarray(0, 65_536), tail: bytes.subarray(-65_536) });
  const document = await extractDocument(
    { path, documentId, bytes, mediaType },
    { options: recipe.extract, limits: DEFAULT_EXTRACT_LIMITS, signal: AbortSignal.timeout(LONGEST_EXTRACT_MS) },
  ).catch((error: unknown) => {
    if (DsgenError.isInstance(error) || (error instanceof DOMException && error.name === 'TimeoutError'))
      return undefined;
    throw error;
  });
  if (cached !== undefined) {
    mkdirSync(join(cached, '..'), { recursive: true });
    writeFileSync(cached, JSON.stringify(document ?? null));
  }
  return document;
}
