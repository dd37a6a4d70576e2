import { randomBytes, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { startFaultProxy } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { createS3Client } from '@dsgen/backend-aws';
import { describe, expect, it } from 'vitest';
import { runCli, runJson, startCli, temporaryFolder, type CliResult } from '../support/cli.ts';
import { HANDBOOK } from '../support/corpus.ts';

interface UploadAnswer {
  readonly report: {
    readonly corpusId: string;
    readonly documents: number;
    readonly wasSealed: boolean;
    readonly progress: { readonly sentBytes: number; readonly deduplicatedBytes: number };
  };
}

/** Four parts: the third of them waits for its answer when the upload is stopped. */
const LARGE_BYTES = 32 * 1024 * 1024;

describeWithLab('dsgen upload to a bucket', ['versitygw'], (lab) => {
  interface Bucket {
    readonly bucket: string;
    readonly env: Record<string, string>;
  }

  async function newBucket(endpoint = lab().services.versitygw.endpoint): Promise<Bucket> {
    const server = lab().services.versitygw;
    const client = createS3Client(server);
    const bucket = `test-${randomUUID()}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    client.destroy();
    const env = {
      DSGEN_BUCKET: bucket,
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: server.region,
      AWS_ACCESS_KEY_ID: server.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: server.credentials.secretAccessKey,
    };
    return { bucket, env };
  }

  interface StoppedUpload {
    readonly path: string;
    readonly cwd: string;
    readonly signal: NodeJS.Signals;
  }

  /** Starts an upload, stops it with a signal while a part of its large file is on its way, and lets `go` see what is left. */
  async function stopUpload(
    { path, cwd, signal }: StoppedUpload,
    go: (env: Record<string, string>, stopped: CliResult) => Promise<void>,
  ): Promise<void> {
    const proxy = await startFaultProxy(lab().services.versitygw);
    try {
      const { env } = await newBucket(proxy.endpoint);
      proxy.arm({ kind: 'no-answer', call: 'part', position: 3 });
      const running = startCli(['upload', path, '--concurrency', '1'], { cwd, env });
      while (proxy.struck === 0 && running.process.exitCode === null) await delay(5);
      running.process.kill(signal);
      const stopped = await running.result;
      proxy.arm();
      await go(env, stopped);
    } finally {
      await proxy.close();
    }
  }

  it('seals the corpus, and sends nothing the second time', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { env, bucket } = await newBucket();
    const first = await runJson<UploadAnswer>(['upload', 'docs'], { cwd: folder.path, env });
    expect(first.json.report).toMatchObject({ documents: 3, wasSealed: false });
    const again = await runJson<UploadAnswer>(['upload', 'docs'], { cwd: folder.path, env });
    expect(again.json.report).toMatchObject({
      corpusId: first.json.report.corpusId,
      wasSealed: true,
      progress: { sentBytes: 0 },
    });
    const shown = await runCli(['upload', 'docs'], { cwd: folder.path, env });
    expect(shown.stdout).toContain('The corpus was there already');
    expect(shown.stdout).toContain(first.json.report.corpusId);
    expect(shown.stdout).toContain(bucket);
    expect(shown.stdout).toMatch(/Sent +nothing/);
  });

  it('goes on where Ctrl-C stopped it, and leaves nothing unfinished', async () => {
    await using folder = await temporaryFolder({ 'docs/a.txt': 'a' });
    writeFileSync(folder.at('docs/large.bin'), randomBytes(LARGE_BYTES));
    await stopUpload({ path: 'docs', cwd: folder.path, signal: 'SIGINT' }, async (env, stopped) => {
      expect(stopped.code).toBe(130);
      expect(stopped.stderr).toContain('Run the same command again');
      expect(await unfinished(folder.path, env)).toEqual([expect.objectContaining({ bytes: LARGE_BYTES })]);
      const { json } = await runJson<UploadAnswer>(['upload', 'docs'], { cwd: folder.path, env });
      expect(json.report.documents).toBe(2);
      expect(json.report.progress.sentBytes).toBeLessThanOrEqual(LARGE_BYTES / 2 + 1);
      expect(await unfinished(folder.path, env)).toEqual([]);
    });
  });

  it('removes what nobody will finish, but nothing that may be under way', async () => {
    await using folder = await temporaryFolder({});
    writeFileSync(folder.at('large.bin'), randomBytes(LARGE_BYTES));
    await stopUpload({ path: 'large.bin', cwd: folder.path, signal: 'SIGKILL' }, async (env) => {
      const careful = await runCli(['uploads', 'clean'], { cwd: folder.path, env });
      expect(careful.stdout).toContain('Removed 0 unfinished uploads, kept 1');
      const thorough = await runCli(['uploads', 'clean', '--older-than', '0'], { cwd: folder.path, env });
      expect(thorough.stdout).toContain('Removed 1 unfinished upload, kept 0');
      expect(await unfinished(folder.path, env)).toEqual([]);
    });
  });

  it('says which files it left out', async () => {
    await using folder = await temporaryFolder({ 'docs/a.txt': 'a', 'docs/b.txt': 'a long one', 'docs/.hidden': 'x' });
    const { env } = await newBucket();
    const shown = await runCli(['upload', 'docs', '--max-document-bytes', '5'], { cwd: folder.path, env });
    expect(shown.stdout).toMatch(/Documents +1 · 1 B/);
    expect(shown.stdout).toMatch(/Left out +1 hidden · 1 too-large/);
  });

  it('says that a bucket is missing, and what to do', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { env } = await newBucket();
    const result = await runCli(['upload', 'docs', '--bucket', 'nowhere'], { cwd: folder.path, env });
    expect(result.code).toBe(5);
    expect(result.stderr).toContain('error: Cannot upload to the bucket "nowhere": there is no such bucket');
    expect(result.stderr).toContain('fix:');
  });
});

describe('dsgen upload without a bucket', () => {
  it('seals the corpus on this machine', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const { json } = await runJson<{ corpus: { sealed: boolean; documents: number } }>(['upload', 'docs'], {
      cwd: folder.path,
    });
    expect(json.corpus).toMatchObject({ sealed: true, documents: 3 });
  });

  it('has no unfinished uploads to list', async () => {
    await using folder = await temporaryFolder({});
    const result = await runCli(['uploads', 'list'], { cwd: folder.path });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('they exist in buckets only');
  });

  it('says that there are no credentials', async () => {
    await using folder = await temporaryFolder(HANDBOOK);
    const env = { AWS_REGION: 'eu-west-1', AWS_EC2_METADATA_DISABLED: 'true' };
    const result = await runCli(['upload', 'docs', '--bucket', 'some-bucket'], { cwd: folder.path, env });
    expect(result.code).toBe(5);
    expect(result.stderr).toContain('there are no AWS credentials');
  });
});

async function unfinished(cwd: string, env: Record<string, string>): Promise<readonly unknown[]> {
  const { json } = await runJson<{ uploads: readonly unknown[] }>(['uploads', 'list'], { cwd, env });
  return json.uploads;
}
