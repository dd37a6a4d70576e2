import type { AbortableOptions, Candidate, ModelOptions } from '@dsgen/core';
import type { Defect } from '../assess/check.ts';
import type { AssessedCandidate } from '../assess/verdict.ts';
import type { ModelClient } from '../model/model-client.ts';
import { mapConcurrently, type MapConcurrentlyOptions } from '../shared/map-concurrently.ts';
import { recordId } from '../shared/record-id.ts';
import { ask } from '../write/ask.ts';
import type { ModelCall } from '../write/model-call.ts';
import { findVariationDefect } from './compare-wording.ts';
import { VARIATION_HASH, VARIATION_VERSION, variationRequest } from './variation-request.ts';

export interface VaryCandidatesOptions extends AbortableOptions {
  readonly client: ModelClient;
  readonly model: ModelOptions;
  readonly seed: number;
  /** How calls follow each other; its signal keeps further ones from beginning. */
  readonly pace: MapConcurrentlyOptions;
}

export interface Varied {
  readonly candidates: ReadonlyArray<{ readonly candidate: Candidate; readonly defect?: Defect }>;
  readonly calls: readonly ModelCall[];
}

/**
 * Other wordings of the questions of accepted candidates, with the same answer and the same sources. Each names its
 * original; those that copy it or ask for something else come with the defect.
 */
export async function varyCandidates(
  assessed: readonly AssessedCandidate[],
  options: VaryCandidatesOptions,
): Promise<Varied> {
  const { pace, model } = options;
  const originals = (model.variations ?? 0) === 0 ? [] : assessed.filter(isVariable).map(({ candidate }) => candidate);
  const varied = await mapConcurrently(originals, (original) => vary(original, options), pace);
  return { candidates: varied.flatMap(({ candidates }) => candidates), calls: varied.flatMap(({ calls }) => calls) };
}

/** One question of its own: what refers to a passage, or to turns before, is worded for them. */
function isVariable({ verdict, candidate: { messages, rejected, payload } }: AssessedCandidate): boolean {
  const [user] = messages;
  const isSingle = messages.length === 2 && user?.role === 'user' && user.context === undefined;
  return verdict.accepted && isSingle && rejected === undefined && payload === undefined;
}

async function vary(original: Candidate, options: VaryCandidatesOptions): Promise<Varied> {
  const { client, model, seed, signal } = options;
  const { variations = 0 } = model;
  const question = original.messages[0]?.content ?? '';
  const { call, value = [] } = await ask({
    client,
    request: variationRequest(question, { model: model.name, count: variations, seed }),
    chunkId: original.lineage.chunkId,
    read: (answer) =>
      answer
        .at('variations')
        .list()
        .map((item) => item.at('question').text()),
    ...(signal === undefined ? {} : { signal }),
  });
  const candidates = value.slice(0, variations).map((variation) => {
    const problem = findVariationDefect(question, variation);
    const candidate = toVariant(original, variation, model.name);
    return problem === undefined
      ? { candidate }
      : { candidate, defect: { reason: 'poor-variation' as const, detail: problem } };
  });
  return { candidates, calls: [call] };
}

/** Scores of a judge stay with the original: nobody judged this question. */
function toVariant(original: Candidate, question: string, model: string): Candidate {
  const { messages, quality, lineage, task, sources } = original;
  const content = { task, messages: [{ role: 'user' as const, content: question }, ...messages.slice(1)], sources };
  const { support, fit } = quality;
  return {
    ...original,
    ...content,
    id: recordId(content),
    quality: { ...(support === undefined ? {} : { support }), ...(fit === undefined ? {} : { fit }) },
    lineage: {
      ...lineage,
      generator: `model/${task}/variation@${VARIATION_VERSION}`,
      model,
      promptHash: VARIATION_HASH,
      variantOf: original.id,
    },
    pattern: 'model-variation',
    focus: question.toLowerCase().replaceAll(/\s+/gu, ' ').trim(),
  };
}
