import type { AbortableOptions } from '@dsgen/core';
import type { AwsConnection } from '../connect/aws-connection.ts';
import type { Platform } from '../names/platform.ts';
import type { PlatformFinding } from './inspect-platform.ts';

/** A quota of an account, and what the core profile works with at once (infra/src/profiles). */
interface NeededQuota {
  readonly serviceCode: string;
  readonly quotaCode: string;
  /** In a sentence: `Lambda runs 10 functions at once`. */
  readonly what: string;
  readonly needed: number;
}

const OF_FUNCTIONS: readonly NeededQuota[] = [
  { serviceCode: 'lambda', quotaCode: 'L-B99A9384', what: 'Lambda functions at once', needed: 100 },
];
const OF_CONTAINERS: readonly NeededQuota[] = [
  { serviceCode: 'fargate', quotaCode: 'L-36FBB829', what: 'Fargate Spot vCPUs', needed: 256 },
  { serviceCode: 'fargate', quotaCode: 'L-3032A538', what: 'Fargate vCPUs on demand', needed: 64 },
];

/**
 * What the account may run at once against what jobs of the platform use. Too little is no fault, since jobs only take longer; nor is
 * a quota that cannot be read, for which a client needs a right that jobs do not need.
 */
export async function inspectQuotas(
  { compute }: Pick<Platform, 'compute'>,
  connection: AwsConnection,
  { signal }: AbortableOptions = {},
): Promise<PlatformFinding> {
  const quotas = [...OF_FUNCTIONS, ...(compute.split(',').includes('batch') ? OF_CONTAINERS : [])];
  try {
    return judge(quotas, await readQuotas(quotas, connection, signal));
  } catch (error) {
    signal?.throwIfAborted();
    const { name } = error instanceof Error ? error : new Error();
    return {
      name: 'AWS quotas',
      state: 'note',
      value: `not read (${name}): a new account may run 10 functions at once and few Fargate vCPUs, and jobs then take longer`,
      fix: 'Allow servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota to whoever asks.',
    };
  }
}

/** The values in the order of the quotas. The client is loaded for those who ask. */
async function readQuotas(
  quotas: readonly NeededQuota[],
  connection: AwsConnection,
  signal: AbortSignal | undefined,
): Promise<readonly number[]> {
  const { GetAWSDefaultServiceQuotaCommand, GetServiceQuotaCommand, ServiceQuotasClient } =
    await import('@aws-sdk/client-service-quotas');
  const client = new ServiceQuotasClient({ ...connection, maxAttempts: 2 });
  const call = signal === undefined ? {} : { abortSignal: signal };
  async function read({ serviceCode: ServiceCode, quotaCode: QuotaCode }: NeededQuota): Promise<number> {
    const asked = { ServiceCode, QuotaCode };
    try {
      return (await client.send(new GetServiceQuotaCommand(asked), call)).Quota?.Value ?? 0;
    } catch (error) {
      // An account that never came near a quota has the default, which is listed elsewhere.
      if (!(error instanceof Error) || error.name !== 'NoSuchResourceException') throw error;
      return (await client.send(new GetAWSDefaultServiceQuotaCommand(asked), call)).Quota?.Value ?? 0;
    }
  }
  try {
    const values: number[] = [];
    for (const quota of quotas) values.push(await read(quota));
    return values;
  } finally {
    client.destroy();
  }
}

function judge(quotas: readonly NeededQuota[], values: readonly number[]): PlatformFinding {
  const value = quotas.map(({ what }, index) => `${values[index]} ${what}`).join(', ');
  const short = quotas.filter(({ needed }, index) => (values[index] ?? 0) < needed);
  if (short.length === 0) return { name: 'AWS quotas', state: 'ok', value };
  const requests = short.map(
    ({ serviceCode, quotaCode, needed }) =>
      `aws service-quotas request-service-quota-increase --service-code ${serviceCode} --quota-code ${quotaCode} --desired-value ${needed}`,
  );
  return {
    name: 'AWS quotas',
    state: 'note',
    value: `${value}: jobs use up to ${short.map(({ needed, what }) => `${needed} ${what}`).join(', ')}, and take longer with fewer`,
    fix: `Ask for more with \`${requests.join('`, `')}\`.`,
  };
}
