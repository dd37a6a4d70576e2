import type { AbortableOptions, AssessOptions, Candidate, ScoredRecord, Scorer } from '@dsgen/core';
import type { AssessedCandidate, Verdict } from '../assess/verdict.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { gateDefect, readScoreGate, type ScoreGate } from './score-gate.ts';

/** Enough to keep a server busy. */
const AT_ONCE = 16;

export interface ScoreCandidatesOptions extends AbortableOptions {
  readonly assess: Pick<AssessOptions, 'scoreGates'>;
  /** By the names of their scores. */
  readonly scorers: ReadonlyMap<string, Scorer>;
}

/**
 * Has the scorers of a recipe look at every accepted candidate, records what they say, and rejects what a gate does not let
 * through. Nothing is made up: a scorer that has nothing to say leaves null.
 */
export async function scoreCandidates(
  assessed: readonly AssessedCandidate[],
  { assess, scorers, signal }: ScoreCandidatesOptions,
): Promise<readonly AssessedCandidate[]> {
  if (scorers.size === 0) return assessed;
  const gates = (assess.scoreGates ?? []).flatMap((text) => readScoreGate(text) ?? []);
  const call: AbortableOptions = signal === undefined ? {} : { signal };
  return mapConcurrently(assessed, (entry) => scoreEntry(entry, { scorers, gates, call }), {
    concurrency: AT_ONCE,
    ...call,
  });
}

interface Scoring {
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly gates: readonly ScoreGate[];
  readonly call: AbortableOptions;
}

async function scoreEntry(entry: AssessedCandidate, { scorers, gates, call }: Scoring): Promise<AssessedCandidate> {
  if (!entry.verdict.accepted) return entry;
  const record = toRecord(entry.candidate);
  const scores: Record<string, number | null> = {};
  for (const [name, scorer] of scorers) scores[name] = rounded(await scorer(record, call));
  const candidate = { ...entry.candidate, quality: { ...entry.candidate.quality, ...scores } };
  const [detail] = gates.flatMap((gate) => gateDefect(gate, scores[gate.score] ?? null) ?? []);
  const verdict: Verdict = detail === undefined ? entry.verdict : { accepted: false, reason: 'low-score', detail };
  return { ...entry, candidate, verdict };
}

function toRecord({
  pattern: _pattern,
  section: _section,
  focus: _focus,
  score: _score,
  ...record
}: Candidate): ScoredRecord {
  return record;
}

function rounded(score: number | null): number | null {
  return score !== null && Number.isFinite(score) ? Math.round(score * 1000) / 1000 : null;
}
