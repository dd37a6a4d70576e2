import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CreateBucketCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { Lab } from '@dsgen/aws-lab';
import { createS3Client } from '@dsgen/backend-aws';
import type { Contender } from './contenders.ts';
import { cpuOfGroup, measure } from './measure.ts';

export interface RaceOptions {
  readonly lab: Lab<'versitygw'>;
  readonly folder: string;
  /** Bytes that must be in the bucket afterwards; else the time does not count. */
  readonly bytes: number;
  readonly contenders: readonly Contender[];
  readonly runs: number;
}

/** Medians over the runs. */
export interface RaceResult {
  readonly name: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  /** Processor time of the server meanwhile. */
  readonly serverCpuMs: number;
  readonly peakMebibytes: number;
}

type RunResult = Omit<RaceResult, 'name'>;

/** Lets programs send the same folder in turn, forwards and backwards, to a new bucket each time. */
export async function race(options: RaceOptions): Promise<readonly RaceResult[]> {
  const results = new Map<string, RunResult[]>();
  for (let run = 0; run < options.runs; run += 1) {
    const order = run % 2 === 0 ? options.contenders : options.contenders.toReversed();
    for (const contender of order) {
      const result = await runOnce(options, contender);
      results.set(contender.name, [...(results.get(contender.name) ?? []), result]);
      console.log(`run ${run + 1}: ${contender.name.padEnd(16)} ${(result.wallMs / 1000).toFixed(2)} s`);
    }
  }
  return options.contenders.map(({ name }) => ({ name, ...medians(results.get(name) ?? []) }));
}

async function runOnce({ lab, folder, bytes }: RaceOptions, contender: Contender): Promise<RunResult> {
  const server = lab.services.versitygw;
  const client = createS3Client({ ...server });
  const bucket = `race-${randomUUID()}`;
  const state = join(lab.folder, bucket);
  mkdirSync(state);
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const command = contender.command({ folder, bucket, endpoint: server.endpoint, state });
    const before = cpuOfGroup(server.process.groupId);
    const measurement = await measure({ command, env: credentialsOf(lab), cwd: state });
    const serverCpuMs = cpuOfGroup(server.process.groupId) - before;
    await checkBytes({ client, bucket, bytes, name: contender.name });
    return { ...measurement, serverCpuMs };
  } finally {
    client.destroy();
    for (const part of ['data', 'meta', 'versions']) {
      rmSync(join(lab.folder, 'versitygw', part, bucket), { recursive: true, force: true });
    }
    rmSync(state, { recursive: true, force: true });
  }
}

export function credentialsOf(lab: Lab<'versitygw'>): Readonly<Record<string, string>> {
  const { credentials, region } = lab.services.versitygw;
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: 'true',
    CI: '1',
  };
}

interface CheckedBucket {
  readonly client: ReturnType<typeof createS3Client>;
  readonly bucket: string;
  readonly bytes: number;
  readonly name: string;
}

/** Manifests come on top of the documents. */
async function checkBytes({ client, bucket, bytes, name }: CheckedBucket): Promise<void> {
  let found = 0;
  for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket })) {
    for (const { Key = '', Size = 0 } of page.Contents ?? []) if (!Key.startsWith('manifests/')) found += Size;
  }
  if (found !== bytes) throw new Error(`${name} brought ${found} bytes of ${bytes} into the bucket`);
}

function medians(measurements: readonly RunResult[]): RunResult {
  return {
    wallMs: median(measurements.map(({ wallMs }) => wallMs)),
    cpuMs: median(measurements.map(({ cpuMs }) => cpuMs)),
    serverCpuMs: median(measurements.map(({ serverCpuMs }) => serverCpuMs)),
    peakMebibytes: Math.max(...measurements.map(({ peakMebibytes }) => peakMebibytes)),
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}
