const BASE_MS = 500;
const LONGEST_MS = 20_000;

/**
 * The wait before another attempt: anywhere between nothing and a bound that doubles (full jitter), so that calls that failed together
 * do not come back together.
 *
 * @param attempt 1 after the first
 * @param random from 0 to 1
 */
export function retryDelayMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_MS, BASE_MS * 2 ** (attempt - 1));
}

/** Pseudo-random numbers from 0 to 1 by mulberry32: they spread waits and never reach a result. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
