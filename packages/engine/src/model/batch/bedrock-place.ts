import { UsageError } from '@dsgen/core';
import type { Environment } from '../providers/open-provider.ts';

/** Where Bedrock takes batches from, and as whom. */
export interface BedrockPlace {
  readonly region: string;
  /** The role that Bedrock takes on to read requests and write answers. */
  readonly roleArn: string;
  readonly bucket: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
  readonly identity: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  /** Without a slash at the end. */
  readonly endpoints: { readonly bedrock: string; readonly s3: string };
}

const ROLE = 'DSGEN_BEDROCK_BATCH_ROLE';
const FOLDER = 'DSGEN_BEDROCK_BATCH_FOLDER';
const S3_ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/;

/**
 * What the environment says about batches of Bedrock; undefined when it says nothing, so that calls go in real time.
 *
 * @throws UsageError `model-batch-place-invalid` when it says something that cannot work
 */
export function bedrockPlace(environment: Environment): BedrockPlace | undefined {
  const { [ROLE]: roleArn, [FOLDER]: folder } = environment;
  if (roleArn === undefined && folder === undefined) return undefined;
  const [, bucket, path = ''] = S3_ADDRESS.exec(folder ?? '') ?? [];
  if (roleArn === undefined || bucket === undefined) {
    throw invalid(roleArn === undefined ? `${ROLE} is not set` : `${FOLDER} is ${JSON.stringify(folder)}`);
  }
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment;
  // A key of Bedrock alone opens no bucket.
  if (!accessKeyId || !secretAccessKey) throw invalid('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is not set');
  const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  if (region === undefined) throw invalid('AWS_REGION is not set');
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  return {
    region,
    roleArn,
    bucket,
    prefix: path === '' || path.endsWith('/') ? path : `${path}/`,
    identity: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    endpoints: {
      bedrock: endpoint(environment, 'BEDROCK') ?? `https://bedrock.${region}.amazonaws.com`,
      s3: endpoint(environment, 'S3') ?? `https://s3.${region}.amazonaws.com`,
    },
  };
}

/** As the tools of AWS are told another address. */
function endpoint(environment: Environment, service: string): string | undefined {
  const address = environment[`AWS_ENDPOINT_URL_${service}`] ?? environment['AWS_ENDPOINT_URL'];
  return address?.replace(/\/$/, '');
}

function invalid(what: string): UsageError {
  return new UsageError({
    code: 'model-batch-place-invalid',
    message: `Cannot ask amazon-bedrock in batches: ${what}`,
    fix: `Set ${ROLE} to the ARN of a role for batch inference, ${FOLDER} to s3://bucket/folder, and the keys of an AWS identity with AWS_REGION; or unset both, for real time.`,
  });
}
