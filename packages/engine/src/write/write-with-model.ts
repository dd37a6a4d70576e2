import type { Chunk, ExtractedDocument, Recipe } from '@dsgen/core';
import type { RelatedChunk } from '../across/related-chunk.ts';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { rejectOverlaps } from '../assess/overlap.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { alterCandidates } from '../vary/alter-candidates.ts';
import { varyCandidates, type VariationKind } from '../vary/vary-candidates.ts';
import { findMaterial, type Material } from './material.ts';
import type { ModelCall } from './model-call.ts';
import type { UsedPrompt } from './prompt-set.ts';
import type { WrittenCandidate } from './to-written-candidate.ts';
import { withholdInjections, type Withheld } from './withhold.ts';
import { writeAcrossDocuments } from './write-across-documents.ts';
import {
  assessWritten,
  paceOf,
  planCall,
  writeCalls,
  type CallPlan,
  type WriteCallsOptions,
  type WrittenByCalls,
  type WrittenText,
} from './write-calls.ts';

export interface WriteWithModelOptions extends Omit<WriteCallsOptions, 'model' | 'findDefect'> {
  /** What to ask, in order; see `choosePrompts`. */
  readonly prompts: readonly UsedPrompt[];
  /** Chunks of earlier documents to ask about together with one of this. Default: none. */
  readonly related?: readonly RelatedChunk[];
}

/** Chunks that a prompt sees together where it wants several: their tokens, in chunks of the recipe. */
const CHUNKS_TOGETHER = 4;

/**
 * Adds to a processed document what a model writes about it. Each call is about the numbered sentences of a few chunks;
 * what it answers is resolved to spans, checked against them and assessed like everything else. Which call ends first
 * does not show: candidates come in the order of material, prompt and answer. No call is lost: each is in `calls` with
 * the state it ended in.
 *
 * @throws whatever `client.complete` throws: the signal's reason, or a UsageError when no call can work.
 */
export async function writeWithModel(
  document: ExtractedDocument,
  processed: ProcessedDocument,
  options: WriteWithModelOptions,
): Promise<ProcessedDocument> {
  const { recipe, prompts, related = [] } = options;
  const { model } = recipe;
  if (model === undefined) return processed;
  await loadTokenizer();
  const { sections } = processed;
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const title = privacy.mask(document.title ?? options.path);
  const text = { document, title, chunks: chunkDocument(document, recipe.chunk), sections, privacy };
  const parts = [
    () => writeAlone(text, processed, { ...options, model }),
    () => writeAcrossDocuments({ document, sections }, { ...options, model, prompts, related }),
  ];
  // Together, so that calls which are gathered for a batch are gathered once.
  const written = await mapConcurrently(parts, (part) => part(), { concurrency: parts.length });
  return toProcessed(processed, {
    assessed: written.flatMap(({ assessed }) => assessed),
    calls: written.flatMap(({ calls }) => calls),
  });
}

/** The records about the document alone, those without a model included. */
async function writeAlone(
  text: WrittenText,
  processed: ProcessedDocument,
  options: WriteCallsOptions & Pick<WriteWithModelOptions, 'prompts'>,
): Promise<WrittenByCalls> {
  const { document, chunks, sections } = text;
  const { client, recipe, model, signal } = options;
  const withheld = withholdInjections(document, sections);
  const written = await writeCalls(planCalls({ text, withheld, ...options }), text, options);
  const merged = merge(processed, { assessed: written.assessed, keepsExtractive: model.extractive !== false });
  const varied = await varyCandidates(merged, {
    client,
    model,
    kinds: variationsOf(recipe),
    seed: recipe.seed,
    pace: paceOf(options),
    ...(signal === undefined ? {} : { signal }),
  });
  const variants = assessWritten([...varied.candidates, ...alterWritten(merged, document, recipe)], text, recipe);
  return {
    assessed: [...merged, ...variants].toSorted(byPlace),
    calls: [withheldCalls(withheld, chunks), written.calls, varied.calls].flat(),
  };
}

function variationsOf({ model, generate }: Recipe): VariationKind[] {
  return [
    ...((model?.variations ?? 0) > 0 ? (['questions'] as const) : []),
    ...(generate.vary?.includes('answers') === true ? (['answers'] as const) : []),
  ];
}

/** Extractive ones were altered when the document was processed. */
function alterWritten(
  merged: readonly AssessedCandidate[],
  document: ExtractedDocument,
  recipe: Recipe,
): WrittenCandidate[] {
  if (recipe.generate.vary === undefined) return [];
  const written = merged.filter(({ candidate }) => candidate.lineage.model !== undefined);
  const altered = alterCandidates(written, { document, recipe, analysis: analyzeDocument(document) });
  return altered.map((candidate) => ({ candidate }));
}

interface PlanInput {
  readonly text: WrittenText;
  readonly withheld: readonly Withheld[];
  readonly prompts: readonly UsedPrompt[];
  readonly recipe: Recipe;
}

/** Every call of a document, by material and then by prompt. */
function planCalls(input: PlanInput): CallPlan[] {
  const { prompts, recipe } = input;
  const { maxTokens } = recipe.chunk;
  const scopes = new Set(prompts.map(({ scope }) => scope));
  const materials = new Map(
    [...scopes].map((scope) => [scope, materialOf(input, scope === 'chunk' ? maxTokens : maxTokens * CHUNKS_TOGETHER)]),
  );
  const plans = prompts.flatMap((prompt) =>
    (materials.get(prompt.scope) ?? [])
      .filter(({ sentences }) => prompt.scope === 'chunk' || isAcrossSections(sentences))
      .map((material) => planCall(prompt, material, { text: input.text, recipe })),
  );
  return plans.toSorted((left, right) => startOf(left.material) - startOf(right.material));
}

function materialOf({ text, withheld }: Pick<PlanInput, 'text' | 'withheld'>, maxTokens: number): Material[] {
  const { document, chunks, sections, privacy } = text;
  return findMaterial(document, {
    chunks,
    sections,
    maxTokens,
    withheld: new Set(withheld.map(({ section }) => section)),
    show: (range) => privacy.show(range),
  });
}

/** Questions over several sections need several. */
function isAcrossSections(sentences: Material['sentences']): boolean {
  return new Set(sentences.map(({ section }) => section)).size > 1;
}

function startOf({ sentences }: Material): number {
  return sentences[0]?.start ?? 0;
}

function withheldCalls(withheld: readonly Withheld[], chunks: readonly Chunk[]): ModelCall[] {
  return withheld.map(({ start, detail }) => ({
    prompt: 'all',
    chunkId: chunks.find((chunk) => start >= chunk.start && start < chunk.end)?.id ?? '',
    state: 'withheld',
    detail,
  }));
}

interface MergeInput {
  readonly assessed: readonly AssessedCandidate[];
  readonly keepsExtractive: boolean;
}

/** Both kinds of candidates in document order; where both say the same, the better one stays. */
function merge({ candidates }: ProcessedDocument, { assessed, keepsExtractive }: MergeInput): AssessedCandidate[] {
  return rejectOverlaps([...(keepsExtractive ? candidates : []), ...assessed].toSorted(byPlace));
}

function toProcessed(processed: ProcessedDocument, { assessed, calls }: WrittenByCalls): ProcessedDocument {
  const used = new Set(assessed.map(({ candidate }) => candidate.lineage.chunkId));
  const fruitful = new Set(assessed.map(({ candidate }) => candidate.section));
  return {
    ...processed,
    chunks: { total: processed.chunks.total, used: used.size },
    sections: processed.sections.map(({ idle, ...section }) =>
      idle === undefined || fruitful.has(section.id) ? section : { ...section, idle },
    ),
    candidates: assessed,
    calls,
  };
}

/** The sort is stable, so extractive candidates come before those of a model, and these keep the order of their calls. */
function byPlace(left: AssessedCandidate, right: AssessedCandidate): number {
  return (left.candidate.sources[0]?.start ?? 0) - (right.candidate.sources[0]?.start ?? 0);
}
