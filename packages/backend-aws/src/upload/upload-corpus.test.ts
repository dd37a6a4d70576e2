import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import {
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { startFaultProxy, type FaultProxy } from '@dsgen/aws-lab';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { documentKey, sealKey } from '../corpus/corpus-item.ts';
import { readManifest } from '../corpus/manifest.ts';
import { readStoredBytes } from '../corpus/read-stored-bytes.ts';
import { createS3ArtefactStore } from '../store/s3-artefact-store.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { tenantKey } from '../store/tenant-key.ts';
import { encodeCrc32 } from './crc32.ts';
import { listUnfinished } from './list-unfinished.ts';
import { newProgress } from './progress.ts';
import { createSender } from './sender.ts';
import { createS3Transport } from './transport/s3-transport.ts';
import { uploadCorpus, type UploadCorpusOptions } from './upload-corpus.ts';

const MEBIBYTE = 1024 * 1024;
/** For what comes sooner or later; a machine that is busy takes long. */
const WAIT = { timeout: 50_000, interval: 5 };

describeWithLab('upload of a corpus', ['versitygw'], (lab) => {
  let folder: string;
  const ends: Array<() => Promise<void>> = [];
  let target: Pick<UploadCorpusOptions, 'client' | 'bucket' | 'tenant' | 'stateFolder' | 'paths'>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dsgen-upload-'));
    const { endpoint, region, credentials } = lab().services.versitygw;
    const client = createS3Client({ endpoint, region, credentials });
    const bucket = `test-${randomUUID()}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const docs = join(folder, 'docs');
    mkdirSync(docs);
    target = { client, bucket, tenant: 'acme', stateFolder: join(folder, 'state'), paths: [docs] };
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    target.client.destroy();
    rmSync(folder, { recursive: true });
  });

  /** The same server through a proxy that spoils calls. */
  async function behindProxy(): Promise<{ readonly proxy: FaultProxy; readonly client: S3Client }> {
    const proxy = await startFaultProxy(lab().services.versitygw);
    const client = createS3Client({ ...lab().services.versitygw, endpoint: proxy.endpoint });
    ends.push(() => {
      client.destroy();
      return proxy.close();
    });
    return { proxy, client };
  }

  function write(path: string, content: string | Buffer): void {
    const file = join(folder, 'docs', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  async function contents(corpusId: string): Promise<Record<string, string>> {
    const store = createS3ArtefactStore(target);
    const found: Record<string, string> = {};
    for await (const item of readManifest(store, corpusId)) {
      const bytes = await readStoredBytes(store, item);
      found[item.path] = bytes === undefined ? (item.refusal?.reason ?? 'lost') : Buffer.from(bytes).toString('latin1');
    }
    return found;
  }

  function unfinished(): Promise<unknown[]> {
    return Array.fromAsync(listUnfinished(target.client, { bucket: target.bucket, prefix: '' }));
  }

  it('brings every file into the bucket: small ones in packs, others alone, large ones in parts', async () => {
    const large = patterned(19 * MEBIBYTE);
    write('a.txt', 'first');
    write('b/c.txt', 'second');
    write('b/d.txt', 'first');
    write('b/middle.bin', patterned(MEBIBYTE));
    write('empty.txt', '');
    write('large.bin', large);
    write('.hidden', 'x');
    write('left-out.log', 'x');
    write('.dsgenignore', '*.log\n');
    const report = await uploadCorpus(target);
    expect(report).toMatchObject({ documents: 9, wasSealed: false, name: 'docs' });
    expect(await contents(report.corpusId)).toEqual({
      '.dsgenignore': 'hidden',
      '.hidden': 'hidden',
      'a.txt': 'first',
      'b/c.txt': 'second',
      'b/d.txt': 'first',
      'b/middle.bin': patterned(MEBIBYTE).toString('latin1'),
      'empty.txt': 'empty',
      'large.bin': large.toString('latin1'),
      'left-out.log': 'excluded',
    });
    expect(report.progress.deduplicatedBytes).toBe('first'.length);
    expect(report.progress.leftOut).toEqual({ hidden: 2, empty: 1, excluded: 1 });
    expect(report.progress).toMatchObject({ doneFiles: 9, arrivingBytes: 0 });
  });

  it('sends nothing when nothing changed, and only what changed otherwise', async () => {
    for (let index = 0; index < 20; index += 1) write(`${index}.txt`, `document ${index}`);
    write('large.bin', patterned(9 * MEBIBYTE));
    const first = await uploadCorpus(target);
    const second = await uploadCorpus(target);
    expect(second).toMatchObject({ corpusId: first.corpusId, wasSealed: true, progress: { sentBytes: 0 } });
    write('3.txt', 'changed');
    const third = await uploadCorpus(target);
    expect(third.progress.sentBytes).toBe('changed'.length);
    expect(await contents(third.corpusId)).toMatchObject({ '3.txt': 'changed', '4.txt': 'document 4' });
  });

  it('gives the same corpus without what it remembers of the run before', async () => {
    for (let index = 0; index < 20; index += 1) write(`${index}.txt`, `document ${index}`);
    write('large.bin', patterned(9 * MEBIBYTE));
    const first = await uploadCorpus(target);
    const second = await uploadCorpus({ ...target, stateFolder: join(folder, 'another-state') });
    expect(second).toMatchObject({ corpusId: first.corpusId, wasSealed: true });
  });

  it('sends again what it remembers but the bucket no longer has', async () => {
    write('one.bin', patterned(300 * 1024));
    write('two.txt', 'two');
    const first = await uploadCorpus(target);
    const store = createS3ArtefactStore(target);
    for await (const { key } of store.list('bronze/')) await store.delete(key);
    await store.delete(sealKey(first.corpusId));
    const second = await uploadCorpus(target);
    expect(second.corpusId).toBe(first.corpusId);
    expect(await contents(second.corpusId)).toMatchObject({ 'two.txt': 'two' });
  });

  it('goes on with the parts of an upload that was stopped', async () => {
    write('large.bin', patterned(64 * MEBIBYTE));
    const { proxy, client } = await behindProxy();
    proxy.arm({ kind: 'no-answer', call: 'part', position: 4 });
    const stopped = new AbortController();
    const reason = new Error('stopped by the test');
    const first = uploadCorpus({ ...target, client, maxConcurrency: 1, signal: stopped.signal });
    first.catch(() => undefined);
    await vi.waitUntil(() => proxy.struck === 1, WAIT);
    stopped.abort(reason);
    await expect(first).rejects.toBe(reason);
    const second = await uploadCorpus({ ...target, stateFolder: join(folder, 'another-state') });
    expect(second.progress.sentBytes).toBe((64 - 3 * 8) * MEBIBYTE);
    expect((await contents(second.corpusId))['large.bin']).toBe(patterned(64 * MEBIBYTE).toString('latin1'));
    expect(await unfinished()).toEqual([]);
  });

  it('begins anew where what it would go on with has no checksums', async () => {
    const large = patterned(19 * MEBIBYTE);
    write('large.bin', large);
    const Key = tenantKey('acme', documentKey(createHash('sha256').update(large).digest('hex')));
    await target.client.send(new CreateMultipartUploadCommand({ Bucket: target.bucket, Key }));
    const { corpusId } = await uploadCorpus(target);
    expect(await contents(corpusId)).toEqual({ 'large.bin': large.toString('latin1') });
    expect(await unfinished()).toEqual([]);
  });

  it.each(['one state', 'a state each'])(
    'leaves nothing unfinished when several bring the same file at once, with %s',
    async (kind) => {
      write('large.bin', patterned(19 * MEBIBYTE));
      const states = [1, 2, 3].map((number) => join(folder, kind === 'one state' ? 'state' : `state-${number}`));
      const reports = await Promise.all(states.map((stateFolder) => uploadCorpus({ ...target, stateFolder })));
      expect(new Set(reports.map(({ corpusId }) => corpusId)).size).toBe(1);
      expect(await unfinished()).toEqual([]);
    },
  );

  it('never mixes two versions of a file that is written to meanwhile', async () => {
    const file = join(folder, 'docs', 'growing.bin');
    write('growing.bin', patterned(24 * MEBIBYTE));
    const growing = setInterval(() => appendFileSync(file, 'more'), 5);
    setTimeout(() => clearInterval(growing), 150);
    const { corpusId } = await uploadCorpus({ ...target, maxConcurrency: 1 });
    clearInterval(growing);
    const { 'growing.bin': stored = '' } = await contents(corpusId);
    const appended = 'more'.repeat(Math.max(0, stored.length - 24 * MEBIBYTE) / 4);
    expect(stored === 'changed' || stored === patterned(24 * MEBIBYTE).toString('latin1') + appended).toBe(true);
  });

  it('seals nothing when a pack does not arrive', async () => {
    for (let index = 0; index < 160; index += 1) write(`${index}.bin`, patterned(250 * 1024 + index));
    const { proxy, client } = await behindProxy();
    proxy.arm({ kind: 'access-denied', call: 'put', position: 1 });
    await expect(uploadCorpus({ ...target, client })).rejects.toMatchObject({ code: 'aws-access-denied' });
    const store = createS3ArtefactStore(target);
    for await (const { key } of store.list('manifests/')) expect.fail(`${key} was written`);
  });

  it('stops at once when more has been read than is sent', async () => {
    for (let index = 0; index < 24; index += 1) write(`${index}.bin`, patterned(8 * MEBIBYTE - index));
    const { proxy, client } = await behindProxy();
    proxy.arm({ kind: 'no-answer', call: 'put', position: 3 });
    const stopped = new AbortController();
    const reason = new Error('stopped by the test');
    const upload = uploadCorpus({ ...target, client, maxConcurrency: 1, signal: stopped.signal });
    upload.catch(() => undefined);
    await vi.waitUntil(() => proxy.struck === 1, WAIT);
    stopped.abort(reason);
    await expect(upload).rejects.toBe(reason);
  });

  it('refuses a corpus that another writer sealed with other contents', async () => {
    write('a.txt', 'a');
    const { corpusId } = await uploadCorpus(target);
    const { client, bucket } = target;
    const Key = `manifests/acme/${corpusId}/sealed.json`;
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    const seal = { kind: 'dsgen/corpus', name: 'docs', documents: 7, bytes: 7, pages: 1, rootHash: '' };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: JSON.stringify(seal) }));
    await expect(uploadCorpus(target)).rejects.toMatchObject({ code: 'corpus-sealed-otherwise' });
  });

  it('goes by the clock of the server when the own one is wrong', async () => {
    const { endpoint, region, credentials } = lab().services.versitygw;
    const host = new URL(endpoint).host;
    const transport = createS3Transport({
      address: { origin: endpoint, host, basePath: `/${target.bucket}/`, region },
      credentials: async () => ({ ...credentials }),
    });
    transport.setClock(new Date(Date.now() + 5 * 60 * 60 * 1000));
    const progress = newProgress();
    const { signal } = new AbortController();
    const sender = createSender({ transport, progress, maxConcurrency: 1, signal });
    const body = Buffer.from('on time');
    await sender.send({ key: 'a', body: () => body, bytes: body.length, crc32: encodeCrc32(crc32(body)) });
    expect(progress.retries).toBe(1);
    transport.destroy(new Error('the test has ended'));
  });

  it('says what is wrong with bucket and credentials before it reads anything', async () => {
    write('a.txt', 'a');
    await expect(uploadCorpus({ ...target, bucket: 'nowhere' })).rejects.toMatchObject({ code: 'bucket-missing' });
    const { endpoint, region } = lab().services.versitygw;
    const wrongSecret = createS3Client({
      endpoint,
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'x' },
    });
    await expect(uploadCorpus({ ...target, client: wrongSecret })).rejects.toMatchObject({
      code: 'aws-credentials-invalid',
    });
    const elsewhere = createS3Client({ ...lab().services.versitygw, region: 'eu-west-1' });
    await expect(uploadCorpus({ ...target, client: elsewhere })).rejects.toMatchObject({ code: 'aws-region-wrong' });
    const nobody = createS3Client({
      endpoint: 'http://127.0.0.1:9',
      region,
      credentials: { accessKeyId: 'test', secretAccessKey: 'x' },
    });
    await expect(uploadCorpus({ ...target, client: nobody })).rejects.toMatchObject({ code: 'aws-unreachable' });
  });
});

/** Bytes that differ from place to place and are the same every time. */
function patterned(bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes);
  for (let offset = 0; offset + 4 <= bytes; offset += 4)
    buffer.writeUInt32LE(Math.imul(offset, 2654435761) >>> 0, offset);
  return buffer;
}
