import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { BackendError, type AbortableOptions } from '@dsgen/core';
import { parsePlatform, platformParameterName, type Platform } from '../names/platform.ts';
import { explainAwsError } from '../store/explain-aws-error.ts';
import type { AwsConnection } from './aws-connection.ts';

/**
 * What a deployment says of itself in one Region.
 *
 * @throws BackendError `platform-missing`, `platform-unreadable`, `platform-version-mismatch`, or why AWS cannot be reached
 */
export async function readPlatform(
  environment: string,
  connection: AwsConnection,
  options: AbortableOptions = {},
): Promise<Platform> {
  const client = new SSMClient(connection);
  try {
    const command = new GetParameterCommand({ Name: platformParameterName(environment) });
    const { Parameter } = await client.send(
      command,
      options.signal === undefined ? {} : { abortSignal: options.signal },
    );
    return parsePlatform(Parameter?.Value ?? '');
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof Error && error.name === 'ParameterNotFound') throw missing(environment, connection);
    throw explainAwsError(error, {
      action: `find the platform ${JSON.stringify(environment)}`,
      signal: options.signal,
    });
  } finally {
    client.destroy();
  }
}

function missing(environment: string, { region }: AwsConnection): BackendError {
  const place =
    region === undefined ? 'this account and Region' : `the Region ${JSON.stringify(region)} of this account`;
  return new BackendError({
    code: 'platform-missing',
    message: `Cannot find the platform ${JSON.stringify(environment)} in ${place}: nothing of that name is deployed there`,
    fix: 'Deploy it with `dsgen deploy`, or name another with --environment, --region or AWS_PROFILE.',
    data: { environment },
  });
}
