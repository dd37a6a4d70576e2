const FIRST_CAPACITY = 64;
const FREE = 0xffffffff;

/**
 * First number seen for each 64-bit key, in typed arrays: 12 bytes a slot, where a Map of strings takes ten times that.
 * Keys are 16 hex digits of a hash, so their own bits serve as the hash.
 */
export class KeyTable {
  #high = new Uint32Array(FIRST_CAPACITY);
  #low = new Uint32Array(FIRST_CAPACITY);
  #values = new Uint32Array(FIRST_CAPACITY).fill(FREE);
  #size = 0;

  get(key: string): number | undefined {
    const value = this.#values[this.#slotOf(highOf(key), lowOf(key))] ?? FREE;
    return value === FREE ? undefined : value;
  }

  /** Keeps the number that a key already has. */
  add(key: string, value: number): void {
    if (this.#size * 4 >= this.#values.length * 3) this.#grow();
    this.#insert(highOf(key), lowOf(key), value);
  }

  #insert(high: number, low: number, value: number): void {
    const slot = this.#slotOf(high, low);
    if (this.#values[slot] !== FREE) return;
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#values[slot] = value;
    this.#size += 1;
  }

  /** The key's slot, or the free one where it belongs. */
  #slotOf(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let slot = low & mask;
    while (this.#values[slot] !== FREE && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [high, low, values] = [this.#high, this.#low, this.#values];
    const capacity = values.length * 2;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#values = new Uint32Array(capacity).fill(FREE);
    this.#size = 0;
    for (const [slot, value] of values.entries()) {
      if (value !== FREE) this.#insert(high[slot] ?? 0, low[slot] ?? 0, value);
    }
  }
}

function highOf(key: string): number {
  return Number.parseInt(key.slice(0, 8), 16);
}

function lowOf(key: string): number {
  return Number.parseInt(key.slice(8, 16), 16);
}
