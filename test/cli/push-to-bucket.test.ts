import { randomUUID } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { startFaultProxy } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { createS3Client } from '@dsgen/backend-aws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCli, startCli, temporaryFolder, type TemporaryFolder } from '../support/cli.ts';
import { HANDBOOK } from '../support/corpus.ts';

describeWithLab('dsgen push to a bucket', ['versitygw'], (lab) => {
  const bucket = `test-${randomUUID()}`;
  const url = `s3://${bucket}/sets/handbook`;
  let folder: TemporaryFolder;
  let client: S3Client;

  beforeAll(async () => {
    folder = await temporaryFolder(HANDBOOK);
    client = createS3Client(lab().services.versitygw);
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const { code, stderr } = await runCli(['generate', 'docs'], { cwd: folder.path });
    if (code !== 0) throw new Error(stderr);
  });
  afterAll(async () => {
    client.destroy();
    await folder[Symbol.asyncDispose]();
  });

  function settings(endpoint = lab().services.versitygw.endpoint) {
    const { region, credentials } = lab().services.versitygw;
    const env = {
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    };
    return { cwd: folder.path, env };
  }

  function push(target: string, ...flags: string[]) {
    return runCli(['push', 'dataset', target, ...flags], settings());
  }

  async function keys(): Promise<readonly string[]> {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    return Contents.map(({ Key = '' }) => Key);
  }

  it('puts the files of the manifest there, itself last, and then has nothing to do', async () => {
    await folder.write('dataset/mine.txt', 'not listed');
    const first = await push(url, '--json');
    expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(/in the bucket: dataset\.json\n$/)]);
    const { files } = JSON.parse(await folder.read('dataset/dataset.json')) as {
      files: ReadonlyArray<{ name: string }>;
    };
    const names = [...files.map(({ name }) => name), 'dataset.json'];
    expect(JSON.parse(first.stdout)).toEqual({ url, pushed: names, unchanged: 0 });
    expect(await keys()).toEqual(names.map((name) => `sets/handbook/${name}`).toSorted());
    for (const name of names) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: `sets/handbook/${name}` }));
      const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
      expect(bytes.equals(await readFile(folder.at('dataset', name)))).toBe(true);
    }
    const second = await push(url);
    expect([second.code, second.stdout, second.stderr]).toEqual([0, expect.stringContaining('Already up to date'), '']);
  });

  it('goes on after it was killed, and sends again only what had no answer', async () => {
    const proxy = await startFaultProxy(lab().services.versitygw);
    const { files } = JSON.parse(await folder.read('dataset/dataset.json')) as {
      files: ReadonlyArray<{ name: string }>;
    };
    const args = ['push', 'dataset', `s3://${bucket}/killed`];
    try {
      proxy.arm({ kind: 'no-answer', call: 'put', position: 3 });
      const killed = startCli(args, settings(proxy.endpoint));
      await killed.sees(`in the bucket: ${files[1]?.name}\n`);
      killed.process.kill('SIGKILL');
      expect((await killed.result).signal).toBe('SIGKILL');
      proxy.arm();
      const { code, stdout } = await runCli(args, settings(proxy.endpoint));
      expect([code, stdout]).toEqual([0, expect.stringContaining(`${files.length - 1} pushed + 2 there already`)]);
      expect(proxy.calls.put).toBe(files.length - 1);
    } finally {
      await proxy.close();
    }
  });

  it('sends nothing of a dataset with a file that is not as the manifest says', async () => {
    await appendFile(folder.at('dataset', 'train.jsonl'), '{}\n');
    const before = await keys();
    const { code, stderr } = await push(`s3://${bucket}/other`);
    expect([code, stderr]).toEqual([3, expect.stringContaining('train.jsonl is not as the manifest says')]);
    expect(await keys()).toEqual(before);
  });

  it('cannot make it public', async () => {
    const { code, stderr } = await push(url, '--public');
    expect([code, stderr]).toEqual([2, expect.stringContaining('Leave --public out')]);
  });
});
