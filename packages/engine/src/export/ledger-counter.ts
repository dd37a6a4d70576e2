import type { DocumentOutcome, LedgerSums } from '@dsgen/core';
import type { ProcessedDocument } from '../pipeline/processed-document.ts';
import type { ModelCall } from '../write/model-call.ts';
import type { Choice } from './choose-candidates.ts';

/** Adds up what became of documents, chunks and candidates. Every level's parts sum to its total. */
export class LedgerCounter {
  readonly #documents = { total: 0, done: 0, skipped: 0, quarantined: 0 };
  readonly #chunks = { total: 0, used: 0, unused: 0 };
  readonly #candidates = { total: 0, accepted: 0, rejected: 0 };
  #calls: LedgerSums['calls'];
  readonly #reasons = new Map<string, number>();

  countDocument(outcome: DocumentOutcome): void {
    this.#documents.total += 1;
    this.#documents[outcome.state] += 1;
    if (outcome.state !== 'done') this.#countReason(`document/${outcome.reason}`);
  }

  countChunks({ total, used }: ProcessedDocument['chunks']): void {
    this.#chunks.total += total;
    this.#chunks.used += used;
    this.#chunks.unused += total - used;
  }

  countCalls(calls: readonly ModelCall[] | undefined): void {
    if (calls === undefined) return;
    const sums = { total: 0, answered: 0, unanswered: 0, withheld: 0, ...this.#calls };
    for (const { state } of calls) {
      sums.total += 1;
      if (state === 'done') sums.answered += 1;
      else if (state === 'withheld') sums.withheld += 1;
      else sums.unanswered += 1;
      if (state !== 'done') this.#countReason(`call/${state}`);
    }
    this.#calls = sums;
  }

  countCandidate({ rejection }: Choice): void {
    this.#candidates.total += 1;
    this.#candidates[rejection === undefined ? 'accepted' : 'rejected'] += 1;
    if (rejection !== undefined) this.#countReason(`candidate/${rejection.reason}`);
  }

  sums(): LedgerSums {
    return {
      documents: { ...this.#documents },
      chunks: { ...this.#chunks },
      candidates: { ...this.#candidates },
      ...(this.#calls === undefined ? {} : { calls: this.#calls }),
      reasons: sortedCounts(this.#reasons),
    };
  }

  #countReason(reason: string): void {
    addCount(this.#reasons, reason);
  }
}

/** Adds counts of one kind of thing to those of others. */
export function addCounts(counts: Map<string, number>, more: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(more)) counts.set(name, (counts.get(name) ?? 0) + count);
}

export function addCount(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Counts as an object with sorted keys, so that equal counts give equal bytes. */
export function sortedCounts(counts: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...counts].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
