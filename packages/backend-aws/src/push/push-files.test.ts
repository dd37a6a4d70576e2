import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { startFaultProxy } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3Client } from '../store/s3-connection.ts';
import { pushFiles, type PushFile } from './push-files.ts';

/** More than one part. */
const LARGE = Buffer.alloc(20 * 1024 * 1024, 'dsgen pushes ');

describeWithLab('push of files to a bucket', ['versitygw'], (lab) => {
  let folder: string;
  let client: S3Client;
  let files: readonly PushFile[];
  const target = { bucket: '', prefix: 'sets/handbook/' };

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dsgen-push-'));
    client = createS3Client(lab().services.versitygw);
    target.bucket = `test-${randomUUID()}`;
    await client.send(new CreateBucketCommand({ Bucket: target.bucket }));
    files = [
      write('large.jsonl', LARGE),
      write('small.jsonl', '{}\n'),
      write('empty.jsonl', ''),
      write('dataset.json', '{"files":4}'),
    ];
  });
  afterEach(() => {
    client.destroy();
    rmSync(folder, { recursive: true });
  });

  function write(name: string, content: string | Buffer): PushFile {
    const path = join(folder, name);
    writeFileSync(path, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { name, path, bytes: Buffer.byteLength(content), sha256 };
  }

  async function keys(): Promise<readonly string[]> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: target.bucket }));
    return Contents.map(({ Key = '' }) => Key.replace(target.prefix, ''));
  }

  async function stored(name: string): Promise<string> {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: target.bucket, Key: target.prefix + name }));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return createHash('sha256').update(bytes).digest('hex');
  }

  it('goes on after it was stopped, sends nothing twice, and has nothing to do the third time', async () => {
    const sent: string[] = [];
    const stop = new AbortController();
    function stopAfterTwo(name: string): void {
      sent.push(name);
      if (sent.length === 2) stop.abort(new Error('stopped'));
    }
    const stopped = pushFiles({ client, target, files, signal: stop.signal, onFile: stopAfterTwo });
    await expect(stopped).rejects.toThrow('stopped');
    expect(await keys()).toEqual(['large.jsonl', 'small.jsonl']);
    const rest = await pushFiles({ client, target, files, onFile: (name) => void sent.push(name) });
    expect(rest).toEqual({ pushed: ['empty.jsonl', 'dataset.json'], unchanged: 2 });
    expect(sent).toEqual(files.map(({ name }) => name));
    for (const { name, sha256 } of files) expect(await stored(name)).toBe(sha256);
    expect(await pushFiles({ client, target, files })).toEqual({ pushed: [], unchanged: 4 });
  });

  it('sends what changed, also at equal length', async () => {
    await pushFiles({ client, target, files });
    const changed = files.with(1, write('small.jsonl', '[]\n'));
    expect(await pushFiles({ client, target, files: changed })).toEqual({ pushed: ['small.jsonl'], unchanged: 3 });
  });

  it.each(['large.jsonl', 'small.jsonl'])('makes no object of %s when it is not what its hash says', async (name) => {
    const wrong = files.filter((file) => file.name === name).map((file) => ({ ...file, sha256: '00'.repeat(32) }));
    await expect(pushFiles({ client, target, files: wrong })).rejects.toMatchObject({ code: 'push-changed' });
    expect(await keys()).toEqual([]);
  });

  it('says what is wrong with the bucket, the credentials and the server', async () => {
    const nowhere = { ...target, bucket: 'nowhere' };
    await expect(pushFiles({ client, target: nowhere, files })).rejects.toMatchObject({ code: 'bucket-missing' });
    const { endpoint, region } = lab().services.versitygw;
    const credentials = { accessKeyId: 'nobody', secretAccessKey: 'x' };
    const stranger = createS3Client({ endpoint, region, credentials });
    const refused = pushFiles({ client: stranger, target, files });
    await expect(refused).rejects.toMatchObject({ code: 'aws-credentials-invalid' });
    const lost = createS3Client({ endpoint: 'http://127.0.0.1:9', region, credentials });
    await expect(pushFiles({ client: lost, target, files })).rejects.toMatchObject({ code: 'aws-unreachable' });
    stranger.destroy();
    lost.destroy();
  });

  it.each([
    ['expired-token', 'list', 'aws-credentials-expired'],
    ['access-denied', 'put', 'aws-access-denied'],
    ['access-denied', 'part', 'aws-access-denied'],
  ] as const)('says what %s in answer to a %s means, and goes on later', async (kind, call, code) => {
    const proxy = await startFaultProxy(lab().services.versitygw);
    const spoilt = createS3Client({ ...lab().services.versitygw, endpoint: proxy.endpoint });
    try {
      proxy.arm({ kind, call, position: 'always' });
      await expect(pushFiles({ client: spoilt, target, files })).rejects.toMatchObject({ code });
      expect(await keys()).not.toContain('dataset.json');
      proxy.arm();
      const { pushed } = await pushFiles({ client: spoilt, target, files });
      expect(pushed.at(-1)).toBe('dataset.json');
    } finally {
      spoilt.destroy();
      await proxy.close();
    }
  });
});
