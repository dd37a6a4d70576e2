export interface MapConcurrentlyOptions {
  /** Inputs worked on at once. */
  readonly concurrency: number;
  readonly signal?: AbortSignal;
}

/**
 * Maps a list with several inputs in hand; results are in the order of the inputs. The first failure is thrown once
 * everything in hand has ended, and no further input begins after it.
 */
export async function mapConcurrently<Input, Output>(
  inputs: readonly Input[],
  work: (input: Input) => Promise<Output>,
  { concurrency, signal }: MapConcurrentlyOptions,
): Promise<Output[]> {
  const results: Output[] = [];
  const failures: unknown[] = [];
  const entries = inputs.entries();
  async function takeNext(): Promise<void> {
    for (const [index, input] of entries) {
      if (failures.length > 0) return;
      try {
        signal?.throwIfAborted();
        results[index] = await work(input);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(concurrency, inputs.length) }, takeNext));
  if (failures.length > 0) throw failures[0];
  return results;
}
