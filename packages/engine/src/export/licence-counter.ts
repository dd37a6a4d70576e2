import type { LicenceSums } from '@dsgen/core';

/** Counts documents that gave records, and these, by licence. */
export class LicenceCounter {
  readonly #sums = new Map<string | null, { documents: number; records: number }>();

  add(licence: string | undefined, records: number): void {
    if (records === 0) return;
    const key = licence ?? null;
    const sums = this.#sums.get(key) ?? { documents: 0, records: 0 };
    this.#sums.set(key, { documents: sums.documents + 1, records: sums.records + records });
  }

  /** By licence, the unknown last. */
  sums(): readonly LicenceSums[] {
    return [...this.#sums]
      .map(([licence, sums]) => ({ licence, ...sums }))
      .toSorted(({ licence: left }, { licence: right }) => (isBefore(left, right) ? -1 : 1));
  }
}

function isBefore(left: string | null, right: string | null): boolean {
  return left !== null && (right === null || left < right);
}
