import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { encodeCrc32 } from '../crc32.ts';
import type { S3Address } from './s3-address.ts';
import { createS3Transport } from './s3-transport.ts';

export const ACCELERATE_MODES = ['auto', 'on', 'off'] as const;
/** Whether to go through Transfer Acceleration: `auto` measures both ways and takes the faster. */
export type AccelerateMode = (typeof ACCELERATE_MODES)[number];

export interface ChooseEndpointOptions {
  readonly client: S3Client;
  readonly bucket: string;
  readonly tenant: string;
  /** The bucket's own address. */
  readonly address: S3Address;
  readonly mode: AccelerateMode;
}

export interface ChosenEndpoint {
  readonly address: S3Address;
  readonly isAccelerated: boolean;
  /** Why acceleration is not used although it was asked for. */
  readonly warning?: string;
}

const PROBE_BYTES = 8 * 1024 * 1024;
const PROBE_TIMEOUT_MS = 20_000;
/** Acceleration costs per gigabyte, so it has to be worth it. */
const WORTHWHILE = 1.2;
const AWS_HOST = /(?:^|\.)s3[.-][a-z0-9-]*\.?amazonaws\.com$/;

/**
 * The address that objects are sent to. Only a bucket of AWS itself, with a name without dots, has an accelerated one: with an
 * endpoint of one's own, acceleration is off and a warning says so.
 */
export async function chooseEndpoint(options: ChooseEndpointOptions): Promise<ChosenEndpoint> {
  const { address, mode, bucket } = options;
  if (mode === 'off') return { address, isAccelerated: false };
  const obstacle = obstacleTo(address, bucket);
  if (obstacle !== undefined) {
    const warning = `Transfer Acceleration is off: ${obstacle}`;
    return { address, isAccelerated: false, ...(mode === 'on' ? { warning } : {}) };
  }
  const host = `${bucket}.s3-accelerate.amazonaws.com`;
  const accelerated = { ...address, origin: `https://${host}`, host, basePath: '/' };
  if (mode === 'on') return { address: accelerated, isAccelerated: true };
  const [own, edge] = [await probe(options, address), await probe(options, accelerated)];
  return edge * WORTHWHILE < own ? { address: accelerated, isAccelerated: true } : { address, isAccelerated: false };
}

function obstacleTo({ host }: S3Address, bucket: string): string | undefined {
  if (!AWS_HOST.test(host))
    return `${JSON.stringify(host)} is an endpoint of its own, which cannot be combined with it`;
  return bucket.includes('.') ? `the bucket's name ${JSON.stringify(bucket)} has a dot` : undefined;
}

/** Milliseconds that 8 MiB take; infinite when they do not arrive, as where the bucket has no acceleration. */
async function probe({ client, bucket, tenant }: ChooseEndpointOptions, address: S3Address): Promise<number> {
  const transport = createS3Transport({
    address,
    credentials: client.config.credentials,
    answerTimeoutMs: PROBE_TIMEOUT_MS,
  });
  const key = `bronze/${tenant}/probes/${randomBytes(8).toString('hex')}`;
  const body = Buffer.alloc(PROBE_BYTES);
  try {
    const start = performance.now();
    await transport.put({ key, body, bytes: PROBE_BYTES, crc32: encodeCrc32(crc32(body)) });
    return performance.now() - start;
  } catch {
    return Number.POSITIVE_INFINITY;
  } finally {
    transport.destroy(new Error('the probe has ended'));
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(() => undefined);
  }
}
