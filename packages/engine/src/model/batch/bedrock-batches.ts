import { sha256 } from '../../shared/hash.ts';
import { exchange, readField, readLines, type BatchApi } from './batch-api.ts';
import type { BedrockPlace } from './bedrock-place.ts';

interface OutputLine {
  readonly recordId?: string;
  readonly modelOutput?: unknown;
}

const ENDED: ReadonlySet<string> = new Set(['Completed', 'PartiallyCompleted', 'Failed', 'Stopped', 'Expired']);
const MOST_HOURS = 24;
/** Documented as the form of names of records. */
const RECORD_ID_LENGTH = 11;
/** Hexadecimal digits that fit in so many of base 36. */
const RECORD_ID_DIGITS = 14;

/**
 * Bedrock: a file of requests in a bucket, a job over it, a file of answers in the bucket. The job is ordered under a token made of its
 * calls, so an order whose fate is unknown may be sent again. What is in the bucket stays there, for the rules of the bucket.
 */
export function bedrockBatches(place: BedrockPlace, model: string): BatchApi {
  const { bucket, prefix, roleArn, endpoints } = place;
  const folder = `${endpoints.s3}/${bucket}/${encodeURI(prefix)}`;
  const jobs = `${endpoints.bedrock}/model-invocation-job`;
  return {
    async submit(items, signal) {
      const name = nameOf(items.map(({ id }) => id));
      const lines = items.map(({ id, body }) => JSON.stringify({ recordId: recordIdOf(id), modelInput: body }));
      await send(place, {
        service: 's3',
        url: `${folder}${name}.jsonl`,
        method: 'PUT',
        body: lines.join('\n'),
        signal,
      });
      const body = JSON.stringify({
        jobName: name,
        clientRequestToken: name,
        roleArn,
        modelId: model,
        modelInvocationType: 'Converse',
        inputDataConfig: {
          s3InputDataConfig: { s3Uri: `s3://${bucket}/${prefix}${name}.jsonl`, s3InputFormat: 'JSONL' },
        },
        outputDataConfig: { s3OutputDataConfig: { s3Uri: `s3://${bucket}/${prefix}` } },
        timeoutDurationInHours: MOST_HOURS,
      });
      const made = await send(place, { service: 'bedrock', url: jobs, method: 'POST', body, signal, isOrder: true });
      return readField(made, 'jobArn', true);
    },
    async hasEnded({ batch }, signal) {
      const job = await send(place, { service: 'bedrock', url: `${jobs}/${jobIdOf(batch)}`, signal });
      return ENDED.has(await readField(job, 'status'));
    },
    async *results({ batch, ids }, signal) {
      const byRecord = new Map(ids.map((id) => [recordIdOf(id), id]));
      const url = `${folder}${jobIdOf(batch)}/${nameOf(ids)}.jsonl.out`;
      for await (const line of readLines(await send(place, { service: 's3', url, signal }))) {
        const { recordId = '', modelOutput } = line as OutputLine;
        const id = byRecord.get(recordId);
        if (id !== undefined && modelOutput !== undefined) yield { id, body: modelOutput };
      }
    },
  };
}

interface SignedRequest {
  readonly service: 's3' | 'bedrock';
  readonly url: string;
  readonly method?: string;
  readonly body?: string;
  readonly signal: AbortSignal;
  readonly isOrder?: boolean;
}

async function send(
  { region, identity }: BedrockPlace,
  { service, url, method = 'GET', body, signal, isOrder = false }: SignedRequest,
): Promise<Response> {
  const { AwsV4Signer } = await import('aws4fetch');
  const content = body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } };
  const signed = await new AwsV4Signer({ ...identity, ...content, region, service, url, method }).sign();
  return exchange(url, { method, headers: signed.headers, signal, isOrder, ...(body === undefined ? {} : { body }) });
}

/** The same for the same calls, in any order. */
function nameOf(ids: readonly string[]): string {
  return `dsgen-${sha256(ids.toSorted().join(' ')).slice(0, 40)}`;
}

function recordIdOf(id: string): string {
  return BigInt(`0x${id.slice(0, RECORD_ID_DIGITS)}`)
    .toString(36)
    .padStart(RECORD_ID_LENGTH, '0');
}

function jobIdOf(arn: string): string {
  return encodeURIComponent(arn.slice(arn.lastIndexOf('/') + 1));
}
