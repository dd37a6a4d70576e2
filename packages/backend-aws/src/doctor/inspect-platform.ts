import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { SSMClient } from '@aws-sdk/client-ssm';
import { DsgenError, type AbortableOptions } from '@dsgen/core';
import type { AwsConnection } from '../connect/aws-connection.ts';
import { readPlatform } from '../connect/read-platform.ts';
import type { Platform } from '../names/platform.ts';
import { explainAwsError } from '../store/explain-aws-error.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { inspectQuotas } from './inspect-quotas.ts';

/** What one look at a deployment found; `problem` means that jobs fail, `note` is for somebody to judge. */
export interface PlatformFinding {
  readonly name: string;
  readonly state: 'ok' | 'note' | 'problem';
  readonly value: string;
  /** What to do about it. */
  readonly fix?: string;
}

export interface InspectPlatformOptions extends AwsConnection, AbortableOptions {
  /** Name of the deployment. Default `main`. */
  readonly environment?: string;
  /** Version of this program; a platform of another is told. */
  readonly release: string;
}

type Look = (name: string, see: () => Promise<string>) => Promise<PlatformFinding>;

/**
 * Looks at a deployment as a client uses it, from credentials to state machine, and changes nothing. What cannot be reached
 * because something before it failed is left out.
 *
 * @example
 * for (const { name, state, fix } of await inspectPlatform({ release: '1.0.0' })) console.log(name, state, fix ?? '');
 */
export async function inspectPlatform(options: InspectPlatformOptions): Promise<readonly PlatformFinding[]> {
  const { environment = 'main', release, signal, ...connection } = options;
  const call = signal === undefined ? {} : { signal };
  const look = lookWith(signal);
  const access = await inspectAccess(connection, look);
  if (access.some(({ state }) => state === 'problem')) return access;
  let platform: Platform | undefined;
  const found = await look('AWS platform', async () => {
    platform = await readPlatform(environment, connection, call);
    const regions = platform.regions.map(({ region }) => region).join(', ');
    return `${environment}, dsgen ${platform.release}, on ${platform.compute}, in ${regions}`;
  });
  if (platform === undefined) return [...access, found];
  return [
    ...access,
    found,
    ...judgeRelease(platform, release),
    ...(await inspectParts(platform, { connection, look, signal })),
    await inspectQuotas(platform, connection, call),
  ];
}

/** Who asks, and where; AWS itself is not asked. */
async function inspectAccess(connection: AwsConnection, look: Look): Promise<readonly PlatformFinding[]> {
  const client = new SSMClient(connection);
  const { config } = client;
  try {
    return [
      await look('AWS credentials', async () => {
        const { expiration } = await config.credentials();
        return expiration === undefined ? 'found' : `found, until ${expiration.toISOString()}`;
      }),
      await look('AWS Region', () => Promise.resolve(config.region())),
    ];
  } finally {
    client.destroy();
  }
}

function judgeRelease(platform: Platform, release: string): readonly PlatformFinding[] {
  if (platform.release === release) return [];
  const value = `dsgen ${platform.release} there, ${release} here`;
  return [{ name: 'AWS versions', state: 'note', value, fix: 'Run dsgen deploy with this version: bytes may differ.' }];
}

interface Inspection {
  readonly connection: AwsConnection;
  readonly look: Look;
  readonly signal: AbortSignal | undefined;
}

async function inspectParts(
  platform: Platform,
  { connection, look, signal }: Inspection,
): Promise<readonly PlatformFinding[]> {
  const { bucket, ledgerTable, workTable, catalogTable, stateMachineArn } = platform;
  const [s3, dynamo, sfn] = [createS3Client(connection), new DynamoDBClient(connection), new SFNClient(connection)];
  const call = signal === undefined ? {} : { abortSignal: signal };
  /** A read of nothing needs no right that jobs do not need as well. */
  async function readNothing(TableName: string): Promise<string> {
    await dynamo.send(new GetItemCommand({ TableName, Key: { PK: { S: 'DOCTOR' }, SK: { S: 'DOCTOR' } } }), call);
    return TableName;
  }
  try {
    return [
      await look('AWS bucket', async () => {
        await s3.send(new HeadBucketCommand({ Bucket: bucket }), call);
        return bucket;
      }),
      await look('AWS ledger', () => readNothing(ledgerTable)),
      await look('AWS work table', () => readNothing(workTable)),
      await look('AWS catalog', () => readNothing(catalogTable)),
      await look('AWS workflow', async () => {
        const { status = 'unknown' } = await sfn.send(new DescribeStateMachineCommand({ stateMachineArn }), call);
        return `${stateMachineArn}, ${status.toLowerCase()}`;
      }),
    ];
  } finally {
    for (const client of [s3, dynamo, sfn]) client.destroy();
  }
}

/** Parts that are not there, in the words of their services. */
const GONE = new Set(['NotFound', 'NoSuchBucket', 'ResourceNotFoundException', 'StateMachineDoesNotExist']);

function lookWith(signal: AbortSignal | undefined): Look {
  return async (name, see) => {
    try {
      return { name, state: 'ok', value: await see() };
    } catch (error) {
      signal?.throwIfAborted();
      return describeProblem(name, error);
    }
  };
}

function describeProblem(name: string, error: unknown): PlatformFinding {
  if (error instanceof Error && GONE.has(error.name)) {
    const fix = 'Run dsgen deploy again: this part of the platform was removed.';
    return { name, state: 'problem', value: 'it is not there', fix };
  }
  const explained = explainAwsError(error, { action: 'use it' });
  const { message } = explained instanceof Error ? explained : new Error(String(explained));
  const fix = DsgenError.isInstance(explained) ? explained.fix : undefined;
  return { name, state: 'problem', value: message, ...(fix === undefined ? {} : { fix }) };
}
