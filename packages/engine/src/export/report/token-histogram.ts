/** Records whose length is at least `from` and at most `to` tokens. */
export interface TokenBin {
  readonly from: number;
  readonly to: number;
  readonly records: number;
}

/** The end of the first bin; each next one is twice as far, as token budgets are. */
const FIRST_BIN_END = 16;

/** Lengths of records in tokens. Memory grows with distinct lengths only. */
export class TokenHistogram {
  readonly #lengths = new Map<number, number>();

  /** `records` counts further records of the same length. */
  add(tokens: number, records = 1): void {
    const length = Math.round(tokens);
    this.#lengths.set(length, (this.#lengths.get(length) ?? 0) + records);
  }

  /** Bins from the shortest to the longest record; empty without records. */
  summary(): { readonly total: number; readonly median: number; readonly longest: number; readonly bins: TokenBin[] } {
    const lengths = [...this.#lengths].toSorted(([left], [right]) => left - right);
    const records = lengths.reduce((sum, [, number]) => sum + number, 0);
    const longest = lengths.at(-1)?.[0] ?? 0;
    const bins = binsUpTo(longest);
    let total = 0;
    let median = 0;
    let seen = 0;
    for (const [tokens, number] of lengths) {
      total += tokens * number;
      if (seen < records / 2) median = tokens;
      seen += number;
      const bin = bins.find(({ to }) => tokens <= to);
      if (bin !== undefined) bin.records += number;
    }
    const first = bins.findIndex((bin) => bin.records > 0);
    return { total, median, longest, bins: first === -1 ? [] : bins.slice(first) };
  }
}

function binsUpTo(longest: number): Array<{ from: number; to: number; records: number }> {
  const bins = [{ from: 0, to: FIRST_BIN_END, records: 0 }];
  for (let end = FIRST_BIN_END; end < longest; end *= 2) bins.push({ from: end + 1, to: end * 2, records: 0 });
  return bins;
}
