import { UsageError } from '@dsgen/core';

/** A place in a bucket. */
export interface BucketTarget {
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
}

const TARGET = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/((?:[^/\p{Cc}]+\/)*[^/\p{Cc}]+)?\/?)?$/u;

/**
 * The place that `s3://bucket/prefix` names.
 *
 * @throws UsageError `push-target`
 * @example parseBucketTarget('s3://data/sets/handbook') // { bucket: 'data', prefix: 'sets/handbook/' }
 */
export function parseBucketTarget(target: string): BucketTarget {
  const [, bucket, prefix = ''] = TARGET.exec(target) ?? [];
  if (bucket !== undefined) return { bucket, prefix: prefix === '' ? '' : `${prefix}/` };
  throw new UsageError({
    code: 'push-target',
    message: `Cannot push to ${JSON.stringify(target)}: it names no place in a bucket`,
    fix: 'Name it as s3://bucket/prefix; a bucket has 3 to 63 lower-case letters, digits, dots and hyphens.',
  });
}
