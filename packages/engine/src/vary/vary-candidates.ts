import type { AbortableOptions, Candidate, ModelOptions } from '@dsgen/core';
import type { Defect } from '../assess/check.ts';
import { takeApart } from '../assess/record-parts.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import type { ModelClient, ModelRequest } from '../model/model-client.ts';
import { mapConcurrently, type MapConcurrentlyOptions } from '../shared/map-concurrently.ts';
import { ask } from '../write/ask.ts';
import type { ModelCall } from '../write/model-call.ts';
import type { AnswerReader } from '../write/prompt.ts';
import { ANSWERS_ASKED, answerRequest } from './answer-request.ts';
import { findVariationDefect } from './compare-wording.ts';
import { findAnswerDefect } from './find-answer-defect.ts';
import { toVariant } from './to-variant.ts';
import { variationRequest } from './variation-request.ts';

/** What a model rewords. */
export type VariationKind = 'questions' | 'answers';

export interface VaryCandidatesOptions extends AbortableOptions {
  readonly client: ModelClient;
  readonly model: ModelOptions;
  readonly kinds: readonly VariationKind[];
  readonly seed: number;
  /** How calls follow each other; its signal keeps further ones from beginning. */
  readonly pace: MapConcurrentlyOptions;
}

export interface Varied {
  readonly candidates: ReadonlyArray<{ readonly candidate: Candidate; readonly defect?: Defect }>;
  readonly calls: readonly ModelCall[];
}

/**
 * Other wordings of accepted candidates with the same sources: of the question with the same answer, or of the answer to
 * the same question. Each names its original; those that copy it, say something else or lose their support come with
 * the defect.
 */
export async function varyCandidates(
  assessed: readonly AssessedCandidate[],
  options: VaryCandidatesOptions,
): Promise<Varied> {
  const { pace, kinds, model } = options;
  const originals = kinds.length === 0 ? [] : assessed.filter(isVariable).map(({ candidate }) => candidate);
  const plans = kinds.flatMap((kind) =>
    originals
      .filter((original) => kind === 'questions' || isProse(original))
      .map((original) => PLANS[kind](original, model)),
  );
  const varied = await mapConcurrently(plans, (plan) => vary(plan, options), pace);
  return { candidates: varied.flatMap(({ candidates }) => candidates), calls: varied.flatMap(({ calls }) => calls) };
}

/** One question of its own: what refers to a passage, or to turns before, is worded for them. */
function isVariable({ verdict, candidate: { messages, rejected, payload, lineage } }: AssessedCandidate): boolean {
  const [user] = messages;
  const isSingle = messages.length === 2 && user?.role === 'user' && user.context === undefined;
  const isOriginal = lineage.variantOf === undefined;
  return verdict.accepted && isOriginal && isSingle && rejected === undefined && payload === undefined;
}

/** Rows, code and names have one wording. */
function isProse(candidate: Candidate): boolean {
  const { kind, prose, answer } = takeApart(candidate);
  return kind === 'prose' && prose === answer;
}

/** One call: what to ask about an original, and what is wrong with an answer to it. */
interface Plan {
  readonly kind: VariationKind;
  readonly original: Candidate;
  readonly request: (seed: number) => ModelRequest;
  readonly most: number;
  readonly read: (answer: AnswerReader) => string[];
  readonly findDefect: (variation: string) => Defect | undefined;
}

const PLANS: Readonly<Record<VariationKind, (original: Candidate, model: ModelOptions) => Plan>> = {
  questions: (original, { name, variations = 0 }) => {
    const question = original.messages[0]?.content ?? '';
    return {
      kind: 'questions',
      original,
      request: (seed) => variationRequest(question, { model: name, count: variations, seed }),
      most: variations,
      read: (answer) => textsIn(answer.at('variations'), 'question'),
      findDefect: (variation) => poor(findVariationDefect(question, variation)),
    };
  },
  answers: (original, { name }) => ({
    kind: 'answers',
    original,
    request: (seed) => answerRequest(original, { model: name, seed }),
    most: ANSWERS_ASKED,
    read: (answer) => textsIn(answer.at('rewordings'), 'answer'),
    findDefect: (variation) => findAnswerDefect(original, variation),
  }),
};

function textsIn(list: AnswerReader, name: string): string[] {
  return list.list().map((item) => item.at(name).text());
}

function poor(detail: string | undefined): Defect | undefined {
  return detail === undefined ? undefined : { reason: 'poor-variation', detail };
}

async function vary(
  { kind, original, request, most, read, findDefect }: Plan,
  options: VaryCandidatesOptions,
): Promise<Varied> {
  const { client, model, seed, signal } = options;
  const { call, value = [] } = await ask({
    client,
    request: request(seed),
    chunkId: original.lineage.chunkId,
    read,
    ...(signal === undefined ? {} : { signal }),
  });
  const candidates = value.slice(0, most).map((variation) => {
    const defect = findDefect(variation);
    const candidate = toVariant(original, { kind, text: variation, model: model.name });
    return defect === undefined ? { candidate } : { candidate, defect };
  });
  return { candidates, calls: [call] };
}
