import { SIGNATURE_LENGTH } from '../shared/minhash.ts';

/** With 16 bands of 4 values, texts of similarity 0.8 share a band with probability 0.9998, of 0.5 with 0.64. */
const BANDS = 16;
const ROWS = SIGNATURE_LENGTH / BANDS;

/** A bucket keeps its first members only, so that a corpus of near-identical texts costs linear time. */
const MOST_PER_BUCKET = 256;

const NONE = 0xffffffff;
const FIRST_CAPACITY = 64;

export interface NearMatch {
  /** Number of the earliest entry that is near. */
  readonly index: number;
  readonly similarity: number;
}

/**
 * Finds the earliest of many MinHash signatures that is near a given one: locality-sensitive hashing in typed arrays,
 * about 270 bytes an entry. An entry is found when it shares a band with the query, was among the first 256 to have
 * that band, and is similar enough; what was found or kept before plays no part, so every order of work that keeps the
 * order of entries gives the same answers.
 */
export class NearIndex {
  #size = 0;
  #signatures = new Uint16Array(FIRST_CAPACITY * SIGNATURE_LENGTH);
  /** Per entry and band, the next entry of the same slot. */
  #next = new Uint32Array(FIRST_CAPACITY * BANDS).fill(NONE);
  /** First entry of each slot, counted over all bands: entry × BANDS + band. */
  #heads = new Uint32Array(FIRST_CAPACITY * BANDS).fill(NONE);

  get size(): number {
    return this.#size;
  }

  findEarliest(signature: Uint16Array, threshold: number): NearMatch | undefined {
    let earliest: NearMatch | undefined;
    const mostDifferent = Math.floor(SIGNATURE_LENGTH * (1 - threshold) + 1e-9);
    for (let band = 0; band < BANDS; band += 1) {
      for (let node = this.#headOf(signature, band); node !== NONE; node = this.#next[node] ?? NONE) {
        const index = Math.floor(node / BANDS);
        if (earliest !== undefined && index >= earliest.index) break;
        if (!this.#hasBand(node, signature, band)) continue;
        const different = this.#countDifferent(index, signature, mostDifferent);
        if (different > mostDifferent) continue;
        earliest = { index, similarity: 1 - different / SIGNATURE_LENGTH };
        break;
      }
    }
    return earliest;
  }

  /** Whether the entry of this number has this very signature. */
  isAt(index: number, signature: Uint16Array): boolean {
    return this.#countDifferent(index, signature, 0) === 0;
  }

  /** Adds a signature and gives its number, counted from 0. */
  add(signature: Uint16Array): number {
    const index = this.#size;
    if ((index + 1) * BANDS > this.#next.length) this.#grow();
    this.#signatures.set(signature, index * SIGNATURE_LENGTH);
    this.#size += 1;
    for (let band = 0; band < BANDS; band += 1) this.#link(signature, index * BANDS + band);
    return index;
  }

  /** Appends a node to its slot's chain, unless its bucket is full. */
  #link(signature: Uint16Array, node: number): void {
    const band = node % BANDS;
    const slot = this.#slotOf(signature, band);
    let members = 0;
    let last = NONE;
    for (let other = this.#heads[slot] ?? NONE; other !== NONE; other = this.#next[other] ?? NONE) {
      last = other;
      if (this.#hasBand(other, signature, band)) members += 1;
      if (members === MOST_PER_BUCKET) return;
    }
    if (last === NONE) this.#heads[slot] = node;
    else this.#next[last] = node;
  }

  #grow(): void {
    const signatures = new Uint16Array(this.#signatures.length * 2);
    signatures.set(this.#signatures);
    this.#signatures = signatures;
    const capacity = signatures.length / SIGNATURE_LENGTH;
    this.#next = new Uint32Array(capacity * BANDS).fill(NONE);
    this.#heads = new Uint32Array(capacity * BANDS).fill(NONE);
    for (let index = 0; index < this.#size; index += 1) {
      const signature = signatures.subarray(index * SIGNATURE_LENGTH, (index + 1) * SIGNATURE_LENGTH);
      for (let band = 0; band < BANDS; band += 1) this.#link(signature, index * BANDS + band);
    }
  }

  #headOf(signature: Uint16Array, band: number): number {
    return this.#heads[this.#slotOf(signature, band)] ?? NONE;
  }

  #slotOf(signature: Uint16Array, band: number): number {
    let hash = Math.imul(band + 1, 0x9e3779b1);
    for (let row = 0; row < ROWS; row += 1) {
      hash = Math.imul(hash ^ (signature[band * ROWS + row] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    return (hash >>> 0) % this.#heads.length;
  }

  #hasBand(node: number, signature: Uint16Array, band: number): boolean {
    if (node % BANDS !== band) return false;
    const offset = Math.floor(node / BANDS) * SIGNATURE_LENGTH + band * ROWS;
    for (let row = 0; row < ROWS; row += 1) {
      if (this.#signatures[offset + row] !== signature[band * ROWS + row]) return false;
    }
    return true;
  }

  /** Stops counting once there are too many. */
  #countDifferent(index: number, signature: Uint16Array, limit: number): number {
    const offset = index * SIGNATURE_LENGTH;
    let different = 0;
    for (let place = 0; place < SIGNATURE_LENGTH && different <= limit; place += 1) {
      if (this.#signatures[offset + place] !== signature[place]) different += 1;
    }
    return different;
  }
}
