import type { Loss } from '@dsgen/core';

/** How often one kind of loss happened. */
export interface LossCount extends Loss {
  /** Path with `N` for positions: `messages/N/weight`. */
  readonly field: string;
  readonly rows: number;
  /** 1-based line of the first row. */
  readonly firstLine: number;
}

/** Adds up the losses of many rows, by field and reason; memory grows with the kinds of loss, not with the rows. */
export class LossCounter {
  readonly #counts = new Map<string, { loss: Loss; rows: number; firstLine: number }>();

  /** `rows` counts further rows with the very same losses. */
  add(losses: readonly Loss[], line: number, rows = 1): void {
    const seen = new Set<string>();
    for (const loss of losses) {
      const field = loss.field.replaceAll(/(?<=\/)\d+(?=\/|$)/g, 'N');
      const key = JSON.stringify([field, loss.kind, loss.reason]);
      if (seen.has(key)) continue;
      seen.add(key);
      const count = this.#counts.get(key);
      if (count === undefined) this.#counts.set(key, { loss: { ...loss, field }, rows, firstLine: line });
      else {
        count.rows += rows;
        count.firstLine = Math.min(count.firstLine, line);
      }
    }
  }

  /** Most rows first, then those that happened first, then by name. */
  counts(): readonly LossCount[] {
    const counts = [...this.#counts.values()].map(({ loss, rows, firstLine }) => ({ ...loss, rows, firstLine }));
    return counts.toSorted(
      (left, right) =>
        right.rows - left.rows || left.firstLine - right.firstLine || (nameOf(left) < nameOf(right) ? -1 : 1),
    );
  }
}

function nameOf({ field, reason }: Loss): string {
  return `${field}\n${reason}`;
}
