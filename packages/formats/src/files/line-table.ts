import { hash } from 'node:crypto';

const FIRST_CAPACITY = 1024;
/** 96 bits of a key and a line: among a billion rows, two different ones are taken for the same once in 10^11 files. */
const WORDS = 4;

/** The first line of every key in 16 bytes a slot, at most three of four slots taken: about 21 to 43 bytes a key. */
export class LineTable {
  /** Three words of the key's hash and the line; line 0 marks a free slot. */
  #slots = new Uint32Array(FIRST_CAPACITY * WORDS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The line that had the key first; undefined, and the line is kept, when this one is the first. */
  findOrAdd(key: string, line: number): number | undefined {
    if (this.#size * 4 >= (this.#slots.length / WORDS) * 3) this.#grow();
    const digest = hash('sha256', key, 'buffer');
    const [first, second, third] = [digest.readUInt32LE(0), digest.readUInt32LE(4), digest.readUInt32LE(8)];
    const slot = this.#slotOf(first, second, third);
    const known = this.#slots[slot + 3] ?? 0;
    if (known !== 0) return known;
    this.#slots.set([first, second, third, line], slot);
    this.#size += 1;
    return undefined;
  }

  /** Where the key is, or the free slot where it belongs. */
  #slotOf(first: number, second: number, third: number): number {
    const slots = this.#slots;
    let slot = (first * WORDS) % slots.length;
    while (
      slots[slot + 3] !== 0 &&
      (slots[slot] !== first || slots[slot + 1] !== second || slots[slot + 2] !== third)
    ) {
      slot = (slot + WORDS) % slots.length;
    }
    return slot;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += WORDS) {
      if (old[slot + 3] === 0) continue;
      const entry = old.subarray(slot, slot + WORDS);
      this.#slots.set(entry, this.#slotOf(entry[0] ?? 0, entry[1] ?? 0, entry[2] ?? 0));
    }
  }
}
