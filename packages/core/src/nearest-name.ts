/** Longest name compared: nobody mistypes a setting into more. */
const MAX_LENGTH = 64;

/**
 * The name most likely meant by one that is not known: the closest of the candidates by edit distance, where no more than a
 * third of its letters are wrong. Undefined when none is that close.
 *
 * @example
 * ```ts
 * import { nearestName } from '@dsgen/sdk';
 *
 * console.log(nearestName('alpacca', ['alpaca', 'sharegpt']));
 * ```
 */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const distance = editDistance(name.slice(0, MAX_LENGTH).toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
