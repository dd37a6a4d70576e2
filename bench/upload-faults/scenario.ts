import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, type S3Client } from '@aws-sdk/client-s3';
import { startFaultProxy, type Fault, type FaultProxy, type Lab } from '@dsgen/aws-lab';
import {
  cleanUploads,
  createS3ArtefactStore,
  createS3Client,
  listUploads,
  readManifest,
  readStoredBytes,
  uploadCorpus,
} from '@dsgen/backend-aws';
import { DsgenError } from '@dsgen/core';

/** What came of one fault. */
export interface Outcome {
  readonly fault: Fault;
  /** Whether the call came that the fault waits for. */
  readonly struck: boolean;
  /** `correct`: as if nothing had happened. Else the code of the error, after which a second run was correct. */
  readonly first: string;
  readonly retries: number;
  /** Calls of the run with the fault. */
  readonly calls: FaultProxy['calls'];
  /** Unfinished uploads that the runs left, and that `clean` left after them. */
  readonly left: number;
  readonly leftAfterClean: number;
  /** What is wrong; empty when all is well. */
  readonly problems: readonly string[];
}

export interface Stage {
  readonly proxy: FaultProxy;
  readonly folder: string;
  readonly docs: string;
  readonly bucket: string;
  /** Through the proxy, and past it. */
  readonly client: S3Client;
  readonly direct: S3Client;
  close(): Promise<void>;
}

const LARGE_FILES = 3;
/** Two parts. */
const LARGE_BYTES = 9 * 1024 * 1024;
const ANSWER_TIMEOUT_MS = 700;

/** One corpus, one bucket, and a proxy in between: every fault gets a tenant of its own. */
export async function openStage(lab: Lab<'versitygw'>): Promise<Stage> {
  const server = lab.services.versitygw;
  const proxy = await startFaultProxy(server);
  const folder = mkdtempSync(join(tmpdir(), 'dsgen-faults-'));
  const docs = join(folder, 'docs');
  mkdirSync(docs);
  for (let index = 0; index < LARGE_FILES; index += 1) {
    writeFileSync(join(docs, `large-${index}.bin`), randomBytes(LARGE_BYTES));
    writeFileSync(join(docs, `small-${index}.txt`), `small document ${index}\n`);
  }
  const direct = createS3Client(server);
  const client = createS3Client({ ...server, endpoint: proxy.endpoint, answerTimeoutMs: ANSWER_TIMEOUT_MS });
  const bucket = `faults-${randomUUID()}`;
  await direct.send(new CreateBucketCommand({ Bucket: bucket }));
  return {
    proxy,
    folder,
    docs,
    bucket,
    client,
    direct,
    async close() {
      client.destroy();
      direct.destroy();
      await proxy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Uploads and reads back with one fault, then once more without, then cleans up and looks at what is there. */
export async function play(stage: Stage, fault: Fault): Promise<Outcome> {
  const tenant = `t-${randomUUID()}`;
  const problems: string[] = [];
  stage.proxy.arm(fault);
  const first = await attempt(stage, tenant, ANSWER_TIMEOUT_MS);
  const { calls } = stage.proxy;
  const struck = stage.proxy.struck > 0;
  stage.proxy.arm();
  if (first.problem !== undefined) problems.push(`with the fault: ${first.problem}`);
  const second = await attempt({ ...stage, client: stage.direct }, tenant);
  if (second.outcome !== 'correct')
    problems.push(`without the fault: ${second.outcome} ${second.problem ?? second.cause ?? ''}`);
  const target = { client: stage.direct, bucket: stage.bucket, tenant, stateFolder: join(stage.folder, tenant) };
  const left = (await listUploads(target)).length;
  await cleanUploads({ ...target, olderThanMs: 0 });
  const leftAfterClean = (await listUploads(target)).length;
  if (leftAfterClean > 0) problems.push(`${leftAfterClean} uploads are left after clean`);
  problems.push(...(await countObjects(stage, tenant)));
  return { fault, struck, calls, first: first.outcome, retries: first.retries, left, leftAfterClean, problems };
}

interface Attempt {
  readonly outcome: string;
  readonly retries: number;
  readonly problem?: string;
  /** What the service said, behind an error that is classified. */
  readonly cause?: string;
}

/** Without a timeout an answer is waited for as long as users wait: a busy machine is no fault. */
async function attempt(stage: Stage, tenant: string, answerTimeoutMs?: number): Promise<Attempt> {
  const { client, bucket, folder, docs } = stage;
  let progress = { retries: 0 };
  try {
    const report = await uploadCorpus({
      client,
      bucket,
      tenant,
      ...(answerTimeoutMs === undefined ? {} : { answerTimeoutMs }),
      stateFolder: join(folder, tenant),
      paths: [docs],
      onProgress: (now) => (progress = now),
    });
    const wrong = await readBack(stage, tenant, report.corpusId);
    if (wrong.length === 0) return { outcome: 'correct', retries: progress.retries };
    return { outcome: 'wrong', retries: progress.retries, problem: `wrong bytes of ${wrong.join(', ')}` };
  } catch (error) {
    if (DsgenError.isInstance(error))
      return { outcome: error.code, retries: progress.retries, cause: String(error.cause) };
    return { outcome: 'unclassified', retries: progress.retries, problem: String(error) };
  }
}

/** Documents whose bytes in the bucket do not have the hash that the manifest says. */
async function readBack({ client, bucket }: Stage, tenant: string, corpusId: string): Promise<readonly string[]> {
  const store = createS3ArtefactStore({ client, bucket, tenant });
  const wrong: string[] = [];
  let documents = 0;
  for await (const item of readManifest(store, corpusId)) {
    documents += 1;
    const bytes = (await readStoredBytes(store, item)) ?? new Uint8Array();
    if (createHash('sha256').update(bytes).digest('hex') !== item.documentId) wrong.push(item.path);
  }
  return documents === 2 * LARGE_FILES ? wrong : ['the manifest'];
}

/** Every large document is one object, the small ones are one pack, and nothing else is there. */
async function countObjects({ direct, bucket }: Stage, tenant: string): Promise<readonly string[]> {
  const store = createS3ArtefactStore({ client: direct, bucket, tenant });
  let objects = 0;
  for await (const _ of store.list('bronze/')) objects += 1;
  const expected = LARGE_FILES + 1;
  return objects === expected ? [] : [`${objects} objects, not ${expected}`];
}
