import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { Lab } from '@dsgen/aws-lab';
import { createS3Client } from '@dsgen/backend-aws';
import { cli } from '../support.ts';
import { startCountingProxy, type CountingProxy } from './counting-proxy.ts';
import { measure } from './measure.ts';
import { credentialsOf } from './race.ts';

export interface KillOptions {
  readonly lab: Lab<'versitygw'>;
  /** Holds one file. */
  readonly folder: string;
  readonly bytes: number;
  /** Shares of the file that have been sent when the process is killed. */
  readonly shares: readonly number[];
}

export interface KillResult {
  readonly share: number;
  /** Bytes that went over the network in both runs, beyond those of the file. */
  readonly resentBytes: number;
  readonly allowedBytes: number;
}

export const KILL_CONCURRENCY = 8;
/** The part size of files over 1 GiB; smaller files have smaller parts. */
const PART_BYTES = 16 * 1024 * 1024;
/** Headers, manifests and lists. */
const OVERHEAD_SHARE = 0.001;

/** Kills an upload with SIGKILL, runs it again, and counts what went over the network twice. */
export async function killUploads(options: KillOptions): Promise<readonly KillResult[]> {
  const results: KillResult[] = [];
  for (const share of options.shares) results.push(await killAt(options, share));
  return results;
}

async function killAt({ lab, folder, bytes }: KillOptions, share: number): Promise<KillResult> {
  const proxy = await startCountingProxy(lab.services.versitygw.port);
  const client = createS3Client({ ...lab.services.versitygw });
  const bucket = `kill-${randomUUID()}`;
  const state = join(lab.folder, bucket);
  mkdirSync(state);
  try {
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const run = { command: uploadCommand({ folder, bucket, proxy, state }), env: credentialsOf(lab), cwd: state };
    await runUntil(run, () => proxy.sentBytes >= share * bytes);
    await measure(run);
    await checkWhole(client, bucket, bytes);
    return {
      share,
      resentBytes: proxy.sentBytes - bytes,
      allowedBytes: KILL_CONCURRENCY * PART_BYTES + OVERHEAD_SHARE * bytes,
    };
  } finally {
    client.destroy();
    await proxy.close();
    for (const part of ['data', 'meta'])
      rmSync(join(lab.folder, 'versitygw', part, bucket), { recursive: true, force: true });
    rmSync(state, { recursive: true, force: true });
  }
}

interface UploadRun {
  readonly folder: string;
  readonly bucket: string;
  readonly proxy: CountingProxy;
  readonly state: string;
}

function uploadCommand({ folder, bucket, proxy, state }: UploadRun): readonly string[] {
  return [process.execPath, cli, 'upload', folder, '--bucket', bucket, '--endpoint', proxy.endpoint].concat(
    ['--json', '--store', join(state, 'store'), '--concurrency', String(KILL_CONCURRENCY)],
    ['--max-document-bytes', String(2 ** 50)],
  );
}

async function runUntil(run: Parameters<typeof measure>[0], isTime: () => boolean): Promise<void> {
  const [program = '', ...parameters] = run.command;
  const child = spawn(program, parameters, { cwd: run.cwd, env: { ...process.env, ...run.env }, stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!isTime() && child.exitCode === null) await delay(2);
  if (child.exitCode !== null) throw new Error('The upload ended before it could be killed');
  child.kill('SIGKILL');
  await ended;
}

/** The last part of the key is the hash of the content: what arrived is read back and compared. */
async function checkWhole(client: ReturnType<typeof createS3Client>, bucket: string, bytes: number): Promise<void> {
  const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'bronze/' }));
  const [{ Key = '', Size } = {}] = Contents;
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
  const hash = createHash('sha256');
  for await (const piece of Body as Readable) hash.update(piece as Uint8Array);
  if (Contents.length !== 1 || Size !== bytes || !Key.endsWith(hash.digest('hex'))) {
    throw new Error(`${Key} of ${Contents.length} objects has ${Size} bytes of ${bytes}, or not the right ones`);
  }
}
