import type { AbortableOptions, ModelOptions } from '@dsgen/core';
import { takeApart } from '../assess/record-parts.ts';
import type { AssessedCandidate, Verdict } from '../assess/verdict.ts';
import type { ModelClient } from '../model/model-client.ts';
import { mapConcurrently, type MapConcurrentlyOptions } from '../shared/map-concurrently.ts';
import { splitSentences } from '../shared/sentences.ts';
import type { ModelCall } from '../write/model-call.ts';
import { askJudge } from './ask-judge.ts';
import type { JudgedAnswer } from './judge-request.ts';
import { combineVotes, type Scores } from './judgement.ts';

export interface JudgeCandidatesOptions extends AbortableOptions {
  readonly client: ModelClient;
  readonly model: ModelOptions;
  readonly seed: number;
  readonly language: string;
  /** How calls follow each other; its signal keeps further ones from beginning. */
  readonly pace: MapConcurrentlyOptions;
}

export interface JudgedCandidates {
  readonly assessed: readonly AssessedCandidate[];
  readonly calls: readonly ModelCall[];
}

/**
 * Has a judge that sees the sources look at every accepted candidate, and records what it says. Scores are never made
 * up: a candidate that no vote came back for has none, and is rejected, since nobody can say that it passes the gates.
 */
export async function judgeCandidates(
  assessed: readonly AssessedCandidate[],
  options: JudgeCandidatesOptions,
): Promise<JudgedCandidates> {
  const judged = await mapConcurrently(assessed, (entry) => judge(entry, options), options.pace);
  return { assessed: judged.map(({ entry }) => entry), calls: judged.flatMap(({ calls }) => calls) };
}

interface JudgedEntry {
  readonly entry: AssessedCandidate;
  readonly calls: readonly ModelCall[];
}

async function judge(entry: AssessedCandidate, options: JudgeCandidatesOptions): Promise<JudgedEntry> {
  const { client, model, seed, language, signal } = options;
  const { votes = 0, judge: judgeName = model.name } = model;
  if (!entry.verdict.accepted || votes === 0) return { entry, calls: [] };
  const { candidate } = entry;
  const { calls, votes: given } = await askJudge(toJudged(entry, language), {
    client,
    model: judgeName,
    votes,
    seed,
    chunkId: candidate.lineage.chunkId,
    ...(signal === undefined ? {} : { signal }),
  });
  const [first, ...others] = given;
  if (first === undefined) return { entry: { ...entry, verdict: rejection('No vote of the judge came back.') }, calls };
  const scores = combineVotes([first, ...others]);
  const failed = findFailedGate(scores, model);
  const quality = { ...candidate.quality, ...scores };
  const verdict = failed === undefined ? entry.verdict : rejection(failed);
  return { entry: { ...entry, candidate: { ...candidate, quality }, verdict }, calls };
}

function toJudged({ candidate }: AssessedCandidate, language: string): JudgedAnswer {
  const { question, answer } = takeApart(candidate);
  return {
    question,
    claims: splitSentences(answer, language).map(({ start, end }) => answer.slice(start, end)),
    evidence: candidate.sources.map(({ quote }) => quote),
    context: candidate.lineage.headingPath,
  };
}

function rejection(detail: string): Verdict {
  return { accepted: false, reason: 'judged', detail };
}

/** The first gate of the recipe that the scores do not pass. */
function findFailedGate(scores: Scores, model: ModelOptions): string | undefined {
  const { minSupport = 1, minClarity = 0, minRelevance = 0, minCoherence = 0, maxToxicity = 1, maxBias = 1 } = model;
  const least = [
    ['support', scores.judgedSupport, minSupport],
    ['clarity', scores.clarity, minClarity],
    ['relevance', scores.relevance, minRelevance],
    ['coherence', scores.coherence, minCoherence],
  ] as const;
  const most = [
    ['toxicity', scores.toxicity, maxToxicity],
    ['bias', scores.bias, maxBias],
  ] as const;
  const low = least.find(([, score, limit]) => score < limit);
  if (low !== undefined) return `The judge gives it ${low[0]} ${low[1]}; the least is ${low[2]}.`;
  const high = most.find(([, score, limit]) => score > limit);
  return high === undefined ? undefined : `The judge gives it ${high[0]} ${high[1]}; the most is ${high[2]}.`;
}
