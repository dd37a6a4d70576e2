import type { AssessedCandidate, RejectReason } from '../assess/verdict.ts';
import { decodeSignature } from '../shared/minhash.ts';
import { KeyTable } from './key-table.ts';
import { NearIndex } from './near-index.ts';

/** Why a candidate is not kept. */
export interface Rejection {
  readonly reason: RejectReason;
  readonly detail: string;
  /** Id of the record or candidate that says the same and came first. */
  readonly lostTo?: string;
}

/** Bytes of a candidate's id, which is 32 hex digits. */
const ID_BYTES = 16;

/** Candidates to compare later ones with, in about 320 bytes for each different one. */
export class EarlierCandidates {
  readonly #exact = new KeyTable();
  readonly #facts = new KeyTable();
  readonly #near = new NearIndex();
  #ids = Buffer.alloc(64 * ID_BYTES);

  /** Which of them this candidate repeats, and how; undefined when none. */
  findRepeated(assessed: AssessedCandidate, nearDuplicate: number): Rejection | undefined {
    const exact = this.#exact.get(assessed.exactKey);
    if (exact !== undefined) {
      const lostTo = this.#idOf(exact);
      return { reason: 'duplicate', detail: `Same text as ${lostTo}.`, lostTo };
    }
    const near = this.#near.findEarliest(decodeSignature(assessed.signature), nearDuplicate);
    if (near !== undefined) {
      const lostTo = this.#idOf(near.index);
      const detail = `${near.similarity.toFixed(2)} similar to ${lostTo}; the limit is ${nearDuplicate}.`;
      return { reason: 'near-duplicate', detail, lostTo };
    }
    const fact = this.#facts.get(assessed.factKey);
    if (fact === undefined) return undefined;
    const lostTo = this.#idOf(fact);
    return { reason: 'same-fact', detail: `About "${assessed.candidate.focus}" like ${lostTo}.`, lostTo };
  }

  add({ candidate, exactKey, factKey, signature }: AssessedCandidate): void {
    const decoded = decodeSignature(signature);
    const known = this.#exact.get(exactKey);
    // The same text again takes no room: whatever is like it is like the first of them.
    if (known !== undefined && this.#near.isAt(known, decoded)) {
      this.#facts.add(factKey, known);
      return;
    }
    const index = this.#near.add(decoded);
    this.#exact.add(exactKey, index);
    this.#facts.add(factKey, index);
    if ((index + 1) * ID_BYTES > this.#ids.length)
      this.#ids = Buffer.concat([this.#ids, Buffer.alloc(this.#ids.length)]);
    this.#ids.write(candidate.id, index * ID_BYTES, ID_BYTES, 'hex');
  }

  #idOf(index: number): string {
    return this.#ids.toString('hex', index * ID_BYTES, (index + 1) * ID_BYTES);
  }
}
