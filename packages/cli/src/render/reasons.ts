/** `near-duplicate` of `candidate/near-duplicate`. */
export function reasonName(reason: string): string {
  return reason.slice(reason.indexOf('/') + 1);
}

export interface ReasonCount {
  /** `candidate/<name>`, `document/<name>` or `call/<name>`. */
  readonly reason: string;
  readonly count: number;
}

/** Reasons of one kind, the most frequent first. */
export function rankReasons(
  reasons: Readonly<Record<string, number>>,
  kind: 'candidate' | 'document' | 'call',
): readonly ReasonCount[] {
  return Object.entries(reasons)
    .filter(([reason]) => reason.startsWith(`${kind}/`))
    .map(([reason, count]) => ({ reason, count }))
    .toSorted((left, right) => right.count - left.count || (left.reason < right.reason ? -1 : 1));
}
