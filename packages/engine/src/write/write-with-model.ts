import type { AbortableOptions, Chunk, ExtractedDocument, ModelOptions, Recipe } from '@dsgen/core';
import { analyzeDocument } from '../analyze/analyze-document.ts';
import { assessCandidates } from '../assess/assess-candidates.ts';
import type { Defect } from '../assess/check.ts';
import { rejectOverlaps } from '../assess/overlap.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { chunkDocument } from '../chunk/chunk-document.ts';
import type { ModelClient, ModelRequest } from '../model/model-client.ts';
import { withPassages } from '../pipeline/process-document.ts';
import type { ProcessDocumentOptions } from '../pipeline/process-document.ts';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { mapConcurrently, type MapConcurrentlyOptions } from '../shared/map-concurrently.ts';
import { loadTokenizer } from '../shared/tokens.ts';
import { judgeCandidates } from '../judge/judge-candidates.ts';
import { alterCandidates } from '../vary/alter-candidates.ts';
import { varyCandidates, type VariationKind } from '../vary/vary-candidates.ts';
import { ask } from './ask.ts';
import { findMaterial, renderMaterial, type Material } from './material.ts';
import type { ModelCall } from './model-call.ts';
import type { PromptValues } from './prompt.ts';
import { promptHash, type UsedPrompt } from './prompt-set.ts';
import { promptValues } from './prompt-values.ts';
import { renderPrompt } from './render-prompt.ts';
import { toWrittenCandidate, type WrittenCandidate, type WrittenOrigin } from './to-written-candidate.ts';
import { withholdInjections, type Withheld } from './withhold.ts';

export interface WriteWithModelOptions extends ProcessDocumentOptions, AbortableOptions {
  readonly client: ModelClient;
  /** Aborted when no further call may begin; those in hand end, and their answers are kept. Default: `signal`. */
  readonly stopping?: AbortSignal;
  /** What to ask, in order; see `choosePrompts`. */
  readonly prompts: readonly UsedPrompt[];
}

/** Calls of one document that may be under way at once: what bounds its memory. The client decides how fast they go. */
const CALLS_AT_ONCE = 16;
/** The same where calls are gathered for a batch: a large document is to fill one. */
const CALLS_GATHERED = 1024;
/** Chunks that a prompt sees together where it wants several: their tokens, in chunks of the recipe. */
const CHUNKS_TOGETHER = 4;
const DEFAULT_MAX_OUTPUT_TOKENS = 4096;

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
  const { recipe, signal } = options;
  const { model } = recipe;
  if (model === undefined) return processed;
  await loadTokenizer();
  const privacy = new DocumentPrivacy(document.text, recipe.assess.pii);
  const chunks = chunkDocument(document, recipe.chunk);
  const withheld = withholdInjections(document, processed.sections);
  const title = privacy.mask(document.title ?? options.path);
  const plans = planCalls({ document, title, processed, chunks, privacy, withheld, options });
  const origin: WrittenOrigin = { ...options, document, sections: processed.sections, model: model.name };
  const pace = paceOf(options);
  const asked = await mapConcurrently(plans, (plan) => write(plan, { origin, options, model }), pace);
  function assess(written: readonly WrittenCandidate[]): AssessedCandidate[] {
    const candidates = written.map(({ candidate }) => candidate);
    const input = { document, recipe, chunks, privacy, defects: defectsOf(written) };
    return assessCandidates(candidates, input).map((entry) => withPassages(entry, privacy.coveredText));
  }
  const judged = await judgeCandidates(assess(asked.flatMap(({ candidates }) => candidates)), {
    client: options.client,
    model,
    seed: recipe.seed,
    language: document.language,
    pace,
    ...(signal === undefined ? {} : { signal }),
  });
  const merged = merge(processed, { assessed: judged.assessed, keepsExtractive: model.extractive !== false });
  const varied = await varyCandidates(merged, {
    client: options.client,
    model,
    kinds: variationsOf(recipe),
    seed: recipe.seed,
    pace,
    ...(signal === undefined ? {} : { signal }),
  });
  const variants = assess([...varied.candidates, ...alterWritten(merged, document, recipe)]);
  const calls = [withheldCalls(withheld, chunks), asked.map(({ call }) => call), judged.calls, varied.calls].flat();
  return toProcessed(processed, [...merged, ...variants].toSorted(byPlace), calls);
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

function paceOf({ signal, stopping = signal, recipe }: WriteWithModelOptions): MapConcurrentlyOptions {
  const concurrency = (recipe.model?.batch ?? 'never') === 'never' ? CALLS_AT_ONCE : CALLS_GATHERED;
  return { concurrency, ...(stopping === undefined ? {} : { signal: stopping }) };
}

interface CallPlan {
  readonly prompt: UsedPrompt;
  readonly material: Material;
  readonly values: PromptValues;
  readonly request: Omit<ModelRequest, 'model'>;
}

interface PlanInput {
  readonly document: ExtractedDocument;
  /** What it is called, as it may leave the machine. */
  readonly title: string;
  readonly processed: ProcessedDocument;
  readonly chunks: readonly Chunk[];
  readonly privacy: DocumentPrivacy;
  readonly withheld: readonly Withheld[];
  readonly options: WriteWithModelOptions;
}

/** Every call of a document, by material and then by prompt. */
function planCalls(input: PlanInput): CallPlan[] {
  const { prompts, recipe } = input.options;
  const { maxTokens } = recipe.chunk;
  const scopes = new Set(prompts.map(({ scope }) => scope));
  const materials = new Map(
    [...scopes].map((scope) => [scope, materialOf(input, scope === 'chunk' ? maxTokens : maxTokens * CHUNKS_TOGETHER)]),
  );
  const plans = prompts.flatMap((prompt) =>
    (materials.get(prompt.scope) ?? [])
      .filter(({ sentences }) => prompt.scope === 'chunk' || isAcrossSections(sentences))
      .map((material) => planCall(prompt, material, input)),
  );
  return plans.toSorted((left, right) => startOf(left.material) - startOf(right.material));
}

function materialOf({ document, processed, chunks, privacy, withheld }: PlanInput, maxTokens: number): Material[] {
  return findMaterial(document, {
    chunks,
    sections: processed.sections,
    maxTokens,
    withheld: new Set(withheld.map(({ section }) => section)),
    show: (range) => privacy.show(range),
  });
}

function planCall(
  prompt: UsedPrompt,
  material: Material,
  { document, title, processed, options }: PlanInput,
): CallPlan {
  const { recipe } = options;
  const rendered = renderMaterial(material, processed.sections);
  const values = { ...promptValues({ document, material, prompt, recipe, title }), material: rendered };
  return { prompt, material, values, request: toRequest(prompt, renderPrompt(prompt.text, values), recipe) };
}

/** Questions over several sections need several. */
function isAcrossSections(sentences: Material['sentences']): boolean {
  return new Set(sentences.map(({ section }) => section)).size > 1;
}

function startOf({ sentences }: Material): number {
  return sentences[0]?.start ?? 0;
}

function toRequest(
  prompt: UsedPrompt,
  { system, user }: UsedPrompt['text'],
  { model, seed }: WriteWithModelOptions['recipe'],
): Omit<ModelRequest, 'model'> {
  return {
    system,
    messages: [{ role: 'user', content: user }],
    schema: { name: prompt.name.replaceAll('-', '_'), schema: prompt.schema },
    maxOutputTokens: model?.maxOutputTokens ?? DEFAULT_MAX_OUTPUT_TOKENS,
    ...(model?.temperature === undefined ? {} : { temperature: model.temperature }),
    seed,
    purpose: prompt.name,
  };
}

interface WriteContext {
  readonly origin: WrittenOrigin;
  readonly options: WriteWithModelOptions;
  readonly model: ModelOptions;
}

interface Written {
  readonly call: ModelCall;
  readonly candidates: readonly WrittenCandidate[];
}

async function write(plan: CallPlan, { origin, options, model }: WriteContext): Promise<Written> {
  const { prompt, material, values, request } = plan;
  const { client, signal } = options;
  const { call, value = [] } = await ask({
    client,
    request: { ...request, model: model.name },
    chunkId: material.chunkId,
    read: (answer) => prompt.read(answer, values),
    ...(signal === undefined ? {} : { signal }),
  });
  const source = { prompt, promptHash: promptHash(prompt), material };
  return { call, candidates: value.map((record) => toWrittenCandidate(record, source, origin)) };
}

function defectsOf(written: readonly WrittenCandidate[]): ReadonlyMap<WrittenCandidate['candidate'], Defect> {
  return new Map(
    written.flatMap(({ candidate, defect }) => (defect === undefined ? [] : [[candidate, defect] as const])),
  );
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

function toProcessed(
  processed: ProcessedDocument,
  candidates: readonly AssessedCandidate[],
  calls: readonly ModelCall[],
): ProcessedDocument {
  const used = new Set(candidates.map(({ candidate }) => candidate.lineage.chunkId));
  const fruitful = new Set(candidates.map(({ candidate }) => candidate.section));
  return {
    ...processed,
    chunks: { total: processed.chunks.total, used: used.size },
    sections: processed.sections.map(({ idle, ...section }) =>
      idle === undefined || fruitful.has(section.id) ? section : { ...section, idle },
    ),
    candidates,
    calls,
  };
}

/** The sort is stable, so extractive candidates come before those of a model, and these keep the order of their calls. */
function byPlace(left: AssessedCandidate, right: AssessedCandidate): number {
  return (left.candidate.sources[0]?.start ?? 0) - (right.candidate.sources[0]?.start ?? 0);
}
