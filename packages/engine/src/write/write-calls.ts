import type { AbortableOptions, Chunk, ExtractedDocument, ModelOptions, Recipe } from '@dsgen/core';
import { assessCandidates } from '../assess/assess-candidates.ts';
import type { Defect } from '../assess/check.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { judgeCandidates } from '../judge/judge-candidates.ts';
import type { ModelClient, ModelRequest } from '../model/model-client.ts';
import { withPassages, type ProcessDocumentOptions } from '../pipeline/process-document.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';
import type { DocumentPrivacy } from '../privacy/document-privacy.ts';
import { mapConcurrently, type MapConcurrentlyOptions } from '../shared/map-concurrently.ts';
import { ask } from './ask.ts';
import { renderMaterial, type Material } from './material.ts';
import type { ModelCall } from './model-call.ts';
import type { PromptValues } from './prompt.ts';
import { promptHash, type UsedPrompt } from './prompt-set.ts';
import { promptValues } from './prompt-values.ts';
import { renderPrompt } from './render-prompt.ts';
import { toWrittenCandidate, type WrittenCandidate, type WrittenOrigin } from './to-written-candidate.ts';

/** What calls are about: a document, or what is put together from several. */
export interface WrittenText {
  readonly document: ExtractedDocument;
  /** What it is called, as it may leave the machine. */
  readonly title: string;
  readonly chunks: readonly Chunk[];
  readonly sections: readonly ProcessedSection[];
  readonly privacy: DocumentPrivacy;
  /** What every prompt says about it at its end. Default: nothing. */
  readonly remark?: string;
}

export interface CallPlan {
  readonly prompt: UsedPrompt;
  readonly material: Material;
  readonly values: PromptValues;
  readonly request: Omit<ModelRequest, 'model'>;
}

export interface WriteCallsOptions extends ProcessDocumentOptions, AbortableOptions {
  readonly client: ModelClient;
  readonly model: ModelOptions;
  /** Aborted when no further call may begin; those in hand end, and their answers are kept. Default: `signal`. */
  readonly stopping?: AbortSignal;
  /** What is wrong with a candidate that its answers do not show. Default: nothing. */
  readonly findDefect?: (candidate: WrittenCandidate['candidate']) => Defect | undefined;
}

export interface WrittenByCalls {
  readonly assessed: readonly AssessedCandidate[];
  /** Those that write, then those that judge. */
  readonly calls: readonly ModelCall[];
}

/** Calls of one document that may be under way at once: what bounds its memory. The client decides how fast they go. */
const CALLS_AT_ONCE = 16;
/** The same where calls are gathered for a batch: a large document is to fill one. */
const CALLS_GATHERED = 1024;
const DEFAULT_MAX_OUTPUT_TOKENS = 4096;

/** One call about a material, with all that it will send. */
export function planCall(
  prompt: UsedPrompt,
  material: Material,
  { text, recipe }: { readonly text: WrittenText; readonly recipe: Recipe },
): CallPlan {
  const { document, title, sections, remark } = text;
  const rendered = renderMaterial(material, sections);
  const values = { ...promptValues({ document, material, prompt, recipe, title }), material: rendered };
  const { system, user } = renderPrompt(prompt.text, values);
  const said = remark === undefined ? user : `${user}\n\n${remark}`;
  return { prompt, material, values, request: toRequest(prompt, { system, user: said }, recipe) };
}

function toRequest(
  prompt: UsedPrompt,
  { system, user }: UsedPrompt['text'],
  { model, seed }: Recipe,
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

/** Makes calls and the candidates of their answers, assesses these and has them judged, in the order of the plans. */
export async function writeCalls(
  plans: readonly CallPlan[],
  text: WrittenText,
  options: WriteCallsOptions,
): Promise<WrittenByCalls> {
  const { model, recipe, signal } = options;
  const origin: WrittenOrigin = { ...options, document: text.document, sections: text.sections, model: model.name };
  const pace = paceOf(options);
  const asked = await mapConcurrently(plans, (plan) => write(plan, origin, options), pace);
  const written = asked.flatMap(({ candidates }) => candidates);
  const judged = await judgeCandidates(assessWritten(written, text, recipe), {
    client: options.client,
    model,
    seed: recipe.seed,
    language: text.document.language,
    pace,
    ...(signal === undefined ? {} : { signal }),
  });
  return { assessed: judged.assessed, calls: [...asked.map(({ call }) => call), ...judged.calls] };
}

export function paceOf({ signal, stopping = signal, recipe }: WriteCallsOptions): MapConcurrentlyOptions {
  const concurrency = (recipe.model?.batch ?? 'never') === 'never' ? CALLS_AT_ONCE : CALLS_GATHERED;
  return { concurrency, ...(stopping === undefined ? {} : { signal: stopping }) };
}

/** Candidates of a model by the checks of all others, and by what is known to be wrong with them already. */
export function assessWritten(
  written: readonly WrittenCandidate[],
  { document, chunks, privacy }: WrittenText,
  recipe: Recipe,
): AssessedCandidate[] {
  const candidates = written.map(({ candidate }) => candidate);
  const defects = new Map(
    written.flatMap(({ candidate, defect }) => (defect === undefined ? [] : [[candidate, defect] as const])),
  );
  const assessed = assessCandidates(candidates, { document, recipe, chunks, privacy, defects });
  return assessed.map((entry) => withPassages(entry, privacy.coveredText));
}

interface Written {
  readonly call: ModelCall;
  readonly candidates: readonly WrittenCandidate[];
}

async function write(
  { prompt, material, values, request }: CallPlan,
  origin: WrittenOrigin,
  { client, signal, model, findDefect = () => undefined }: WriteCallsOptions,
): Promise<Written> {
  const { call, value = [] } = await ask({
    client,
    request: { ...request, model: model.name },
    chunkId: material.chunkId,
    read: (answer) => prompt.read(answer, values),
    ...(signal === undefined ? {} : { signal }),
  });
  const source = { prompt, promptHash: promptHash(prompt), material };
  const candidates = value.map((record): WrittenCandidate => {
    const written = toWrittenCandidate(record, source, origin);
    const defect = written.defect ?? findDefect(written.candidate);
    return defect === undefined ? written : { ...written, defect };
  });
  return { call, candidates };
}
