import type { SensitiveSpan } from './sensitive-span.ts';

/** How often each kind was found, with sorted keys, so that equal counts give equal bytes. */
export function countKinds(spans: readonly SensitiveSpan[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind } of spans) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
