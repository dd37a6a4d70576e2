import { hash } from 'node:crypto';

export interface UploadTarget {
  /** `https://host` of the bucket. */
  readonly origin: string;
  readonly bucket: string;
  readonly tenant: string;
}

/** Tells what is known of one bucket and tenant from what is known of others. */
export function targetName({ origin, bucket, tenant }: UploadTarget): string {
  return hash('sha256', JSON.stringify([origin, bucket, tenant])).slice(0, 16);
}
