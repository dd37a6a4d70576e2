import type { AssessOptions, Candidate } from '@dsgen/core';
import type { AssessedCandidate } from '../assess/verdict.ts';
import { EarlierCandidates, type Rejection } from './earlier-candidates.ts';

/** A candidate and why it is left out; without `rejection` it is kept. */
export interface Choice {
  readonly assessed: AssessedCandidate;
  readonly stage: 'assess' | 'export';
  readonly rejection?: Rejection;
}

export interface ChooseOptions {
  readonly assess: AssessOptions;
  /** Candidates of earlier documents. */
  readonly earlier: EarlierCandidates;
  /** Why a candidate cannot be written in the dataset's format; undefined when it can. */
  readonly notRepresentable: (assessed: AssessedCandidate) => string | undefined;
}

/**
 * Which candidates of one document the dataset takes, in their own order. Against other documents only order counts: a
 * candidate that repeats any candidate of an earlier document that passed assessment is left out, whether that one was
 * kept or not, so the answer is the same from one pass, from several machines or from a resumed run. Within the
 * document the best score counts: first come those that score higher, and the caps cut off the rest.
 */
export function chooseCandidates(candidates: readonly AssessedCandidate[], options: ChooseOptions): Choice[] {
  const kept = new EarlierCandidates();
  const caps = new Caps(options.assess);
  const keptIds = new Set<string>();
  const rejections = new Map<AssessedCandidate, Rejection>();
  for (const assessed of originalsFirst(byScore(candidates.filter(({ verdict }) => verdict.accepted)))) {
    const rejection = findRejection(assessed, { ...options, kept, caps, keptIds });
    if (rejection === undefined) {
      kept.add(assessed);
      keptIds.add(assessed.candidate.id);
      caps.count(assessed);
    } else {
      rejections.set(assessed, rejection);
    }
  }
  for (const assessed of candidates) if (assessed.verdict.accepted) options.earlier.add(assessed);
  return candidates.map((assessed) => toChoice(assessed, rejections.get(assessed)));
}

function toChoice(assessed: AssessedCandidate, rejection: Rejection | undefined): Choice {
  const { verdict } = assessed;
  if (!verdict.accepted) {
    const { accepted: _accepted, ...found } = verdict;
    return { assessed, stage: 'assess', rejection: found };
  }
  return { assessed, stage: 'export', ...(rejection === undefined ? {} : { rejection }) };
}

interface FindOptions extends ChooseOptions {
  readonly kept: EarlierCandidates;
  readonly caps: Caps;
  readonly keptIds: ReadonlySet<string>;
}

function findRejection(
  assessed: AssessedCandidate,
  { assess, earlier, kept, caps, keptIds, notRepresentable }: FindOptions,
): Rejection | undefined {
  const { variantOf } = assessed.candidate.lineage;
  if (variantOf !== undefined && !keptIds.has(variantOf)) {
    return { reason: 'original-left-out', detail: `Its original ${variantOf} is not in the dataset.` };
  }
  const problem = notRepresentable(assessed);
  if (problem !== undefined) return { reason: 'not-representable', detail: problem };
  return (
    earlier.findRepeated(assessed, assess.nearDuplicate) ??
    kept.findRepeated(assessed, assess.nearDuplicate) ??
    caps.findExceeded(assessed)
  );
}

/** A variation is taken when its original is. */
function originalsFirst(candidates: readonly AssessedCandidate[]): AssessedCandidate[] {
  const [originals, variants] = [false, true].map((isVariant) =>
    candidates.filter(({ candidate }) => (candidate.lineage.variantOf !== undefined) === isVariant),
  );
  return [...(originals ?? []), ...(variants ?? [])];
}

/** Best first. The sort is stable, so equals keep their order. */
function byScore(candidates: readonly AssessedCandidate[]): AssessedCandidate[] {
  return candidates.toSorted((left, right) => right.candidate.score - left.candidate.score);
}

/**
 * What a model wrote was asked for, task by task and for pairs of documents, and takes no place from the patterns nor
 * from what else was asked for.
 */
function capKey({ section, task, lineage }: Candidate): string {
  if (lineage.model === undefined) return section;
  return lineage.otherDocuments === undefined ? `${section} ${task}` : `${section} ${task} across`;
}

/** Counts what is kept of a document and of each of its sections. */
class Caps {
  readonly #options: AssessOptions;
  readonly #bySection = new Map<string, number>();
  #total = 0;

  constructor(options: AssessOptions) {
    this.#options = options;
  }

  /** Variations are bounded by how many were asked for. */
  findExceeded({ candidate }: AssessedCandidate): Rejection | undefined {
    if (candidate.lineage.variantOf !== undefined) return undefined;
    const { maxPerSection, maxPerDocument } = this.#options;
    if ((this.#bySection.get(capKey(candidate)) ?? 0) >= maxPerSection) {
      return { reason: 'section-cap', detail: `Its section has ${maxPerSection} better records, the most allowed.` };
    }
    if (this.#total < maxPerDocument) return undefined;
    return { reason: 'document-cap', detail: `Its document has ${maxPerDocument} better records, the most allowed.` };
  }

  count({ candidate }: AssessedCandidate): void {
    if (candidate.lineage.variantOf !== undefined) return;
    const key = capKey(candidate);
    this.#bySection.set(key, (this.#bySection.get(key) ?? 0) + 1);
    this.#total += 1;
  }
}
