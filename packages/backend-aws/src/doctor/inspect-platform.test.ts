import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describeWithLab } from '@dsgen/aws-lab/vitest';
import { expect, it, test } from 'vitest';
import { createTables } from '../backend/fixtures/platform.ts';
import { platformParameterName, type Platform } from '../names/platform.ts';
import { createS3Client } from '../store/s3-connection.ts';
import { inspectPlatform, type PlatformFinding } from './inspect-platform.ts';

function statesOf(findings: readonly PlatformFinding[]): Record<string, string> {
  return Object.fromEntries(findings.map(({ name, state }) => [name, state]));
}

const WHOLE = {
  'AWS credentials': 'ok',
  'AWS Region': 'ok',
  'AWS platform': 'ok',
  'AWS bucket': 'ok',
  'AWS ledger': 'ok',
  'AWS work table': 'ok',
  'AWS catalog': 'ok',
  'AWS workflow': 'ok',
  'AWS quotas': 'note',
};

describeWithLab('a look at a platform', ['ministack'], (lab) => {
  /** Describes a platform that is there, but for what `change` says of it. */
  async function describePlatform(environment: string, change: Partial<Platform> = {}): Promise<void> {
    const { endpoint, region, credentials } = lab().services.ministack;
    const connection = { endpoint, region, credentials };
    const s3 = createS3Client(connection);
    await s3.send(new CreateBucketCommand({ Bucket: `data-${environment}` }));
    const { tables, destroy } = await createTables(connection);
    const sfn = new SFNClient(connection);
    const definition = JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Pass', End: true } } });
    const machine = { name: environment, definition, roleArn: 'arn:aws:iam::000000000000:role/lab' };
    const { stateMachineArn = '' } = await sfn.send(new CreateStateMachineCommand(machine));
    const platform = {
      schema: 1,
      release: '1.2.3',
      environment,
      region,
      regions: [{ region, weight: 1 }],
      bucket: `data-${environment}`,
      ledgerTable: tables.ledger,
      workTable: tables.work,
      catalogTable: tables.catalog,
      stateMachineArn,
      compute: 'lambda',
      ...change,
    };
    const ssm = new SSMClient(connection);
    const Name = platformParameterName(environment);
    await ssm.send(new PutParameterCommand({ Name, Value: JSON.stringify(platform), Type: 'String' }));
    for (const client of [s3, sfn, ssm]) client.destroy();
    destroy();
  }

  function inspect(environment: string, release = '1.2.3'): Promise<readonly PlatformFinding[]> {
    const { endpoint, region, credentials } = lab().services.ministack;
    return inspectPlatform({ endpoint, region, credentials, environment, release });
  }

  it('finds all of a platform that is whole', async () => {
    await describePlatform('whole');
    expect(statesOf(await inspect('whole'))).toEqual(WHOLE);
    expect(statesOf(await inspect('whole', '2.0.0'))).toEqual({ ...WHOLE, 'AWS versions': 'note' });
  });

  it('names each part that is gone, with what to do', async () => {
    await describePlatform('broken', { bucket: 'gone', workTable: 'gone' });
    const findings = await inspect('broken');
    expect(statesOf(findings)).toEqual({ ...WHOLE, 'AWS bucket': 'problem', 'AWS work table': 'problem' });
    const problems = findings.filter(({ state }) => state === 'problem');
    expect(problems).toMatchObject([{ value: 'it is not there' }, { fix: expect.stringContaining('dsgen deploy') }]);
  });

  it('ends at the platform when there is none, or one that it cannot read', async () => {
    expect((await inspect('nowhere')).at(-1)).toMatchObject({
      name: 'AWS platform',
      state: 'problem',
      fix: expect.stringContaining('dsgen deploy'),
    });
    await describePlatform('future', { schema: 2 as 1 });
    expect((await inspect('future')).at(-1)?.value).toContain('this dsgen reads 1');
  });
});

function noCredentials(): Promise<never> {
  return Promise.reject(Object.assign(new Error('none'), { name: 'CredentialsProviderError' }));
}

test('a machine without credentials is told how to get some, and AWS is not asked', async () => {
  const findings = await inspectPlatform({ region: 'us-east-1', credentials: noCredentials, release: '1.2.3' });
  expect(statesOf(findings)).toEqual({ 'AWS credentials': 'problem', 'AWS Region': 'ok' });
  expect(findings[0]).toMatchObject({ fix: expect.stringContaining('aws sso login') });
});
