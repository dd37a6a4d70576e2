/** Tells most ids that were never added from those that may have been, in 2 MiB however many there are. */
export interface IdFilter {
  add(id: string): void;
  mayHave(id: string): boolean;
}

/** Of the first bits of an id, so many count. */
const ID_BITS = 24;

/** For ids that are hashes in hex. */
export function createIdFilter(): IdFilter {
  const bits = new Uint8Array(2 ** ID_BITS / 8);
  return {
    add(id) {
      const place = placeOf(id);
      bits[place >>> 3] = (bits[place >>> 3] ?? 0) | (1 << (place & 7));
    },
    mayHave(id) {
      const place = placeOf(id);
      return ((bits[place >>> 3] ?? 0) & (1 << (place & 7))) !== 0;
    },
  };
}

function placeOf(id: string): number {
  return Number.parseInt(id.slice(0, ID_BITS / 4), 16);
}
