import type { AbortableOptions } from './abort.ts';
import type { DatasetRecord } from './record.ts';

/** A record as a scorer sees it: before it has a place in a dataset. */
export type ScoredRecord = Omit<DatasetRecord, 'split'>;

/**
 * Gives a record a score; `null` where it has nothing to say of it. The same record must get the same score every time, or
 * a dataset is no longer a function of its documents and its recipe.
 *
 * @example
 * ```ts
 * import type { ScoredRecord } from '@dsgen/sdk';
 *
 * export default function brevity({ messages }: ScoredRecord): number {
 *   const words = messages.at(-1)?.content.split(' ').length ?? 0;
 *   return Math.min(1, 40 / Math.max(1, words));
 * }
 * ```
 */
export type Scorer = (record: ScoredRecord, options: AbortableOptions) => Promise<number | null> | number | null;
