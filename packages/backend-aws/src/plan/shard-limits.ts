import type { WorkLane } from '../workflow/steps.ts';

/** What one shard of a lane may hold. A document beyond a limit makes a shard of its own. */
export interface ShardLimits {
  /** Estimated milliseconds of one core. */
  readonly workMs: number;
  readonly documents: number;
  readonly bytes: number;
}

const MINUTE = 60_000;
const MEGABYTE = 1_000_000;
const GIGABYTE = 1_000 * MEGABYTE;

/**
 * Fast: 20 s of estimated work; estimates of single documents are off by a factor of five either way, of a hundred by far
 * less, and a function has 240 s. Standard: ten minutes, since a container takes one to start; it has two cores. Heavy: an hour on
 * eight cores is half of what its job definition allows. The bytes bound what is in the scratch folder of a function or container.
 */
export const SHARD_LIMITS: Readonly<Record<WorkLane, ShardLimits>> = {
  fast: { workMs: 20_000, documents: 100, bytes: 256 * MEGABYTE },
  standard: { workMs: 10 * MINUTE, documents: 2_000, bytes: 4 * GIGABYTE },
  heavy: { workMs: 4 * 60 * MINUTE, documents: 2_000, bytes: 16 * GIGABYTE },
};

/** The most children that an array job of AWS Batch has, and the fewest. */
export const ARRAY_LIMITS = { most: 10_000, fewest: 2 } as const;

/** Children of the array job for so many shards; 0 where there is nothing to do. */
export function arraySizeOf(shards: number): number {
  return shards === 0 ? 0 : Math.max(shards, ARRAY_LIMITS.fewest);
}

/** Shards of the lanes on AWS Batch double in size after every so many: 2,500 × (1 + 2 + 4 + 8) fill an array job. */
const SHARDS_PER_SIZE = 2_500;

/**
 * The limits of the shard with this number. A lane on AWS Batch has at most 10,000 shards, and how many documents follow is not
 * known while they pass; so shards grow: small corpora get many short ones, no corpus gets too many.
 */
export function limitsOf(lane: WorkLane, shard: number): ShardLimits {
  const { workMs, documents, bytes } = SHARD_LIMITS[lane];
  if (lane === 'fast') return SHARD_LIMITS.fast;
  const factor = 2 ** Math.floor(shard / SHARDS_PER_SIZE);
  return { workMs: workMs * factor, documents: documents * factor, bytes };
}
