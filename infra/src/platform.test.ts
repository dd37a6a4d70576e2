import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, test } from 'vitest';
import { WORKER_ENVIRONMENT, WORKER_FUNCTIONS } from '@dsgen/backend-aws/names';
import { acknowledgementsOf } from './checks/acknowledge.ts';
import { createApp } from './create-app.ts';
import { VARIANTS } from './fixtures/variants.ts';
import { addPlatform } from './platform.ts';

/** A synthesis with all checks takes some seconds, and a busy machine takes its time. */
const SYNTHESIS_MS = 120_000;
const functionsFolder = fileURLToPath(new URL('fixtures/worker', import.meta.url));
const snapshots = fileURLToPath(new URL('fixtures/snapshots', import.meta.url));

/** A synthesis is a check of its own: a finding that nobody accepted throws. */
function synthesise(name: string): App {
  const options = VARIANTS[name];
  if (options === undefined) throw new Error(`There is no variant ${name}`);
  const app = createApp();
  addPlatform(app, { ...options, functionsFolder, image: { uri: 'registry.example/worker:1' } });
  app.synth();
  return app;
}

function stacksOf(app: App): readonly Stack[] {
  return app.node.children.filter((child): child is Stack => 'templateOptions' in child);
}

function templateOf(app: App, part: string, region = 'us-east-1'): Template {
  const stack = stacksOf(app).find(({ stackName }) => stackName === `dsgen-test-${part}-${region}`);
  if (stack === undefined) throw new Error(`There is no stack ${part} in ${region}`);
  return Template.fromStack(stack, { skipCyclicalDependenciesCheck: true });
}

/** What keeps a template from having a resource with these properties; undefined when it has one. */
function mismatch(template: Template, type: string, properties: object): string | undefined {
  try {
    template.hasResourceProperties(type, properties);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

/** The statements of all roles of a template. */
function statementsOf(template: Template): readonly Statement[] {
  return Object.values(template.findResources('AWS::IAM::Policy')).flatMap(
    ({ Properties }) =>
      (Properties as { PolicyDocument: { Statement: readonly Statement[] } }).PolicyDocument.Statement,
  );
}

/** Names of files with code change with the code. */
function withoutHashes(template: Template): string {
  return `${JSON.stringify(template.toJSON(), undefined, 1).replaceAll(/[0-9a-f]{64}/g, '<hash>')}\n`;
}

describe('core in one Region', () => {
  let app: App;
  beforeAll(() => {
    app = synthesise('core');
  }, SYNTHESIS_MS);

  test('has the templates that were reviewed', async () => {
    for (const stack of stacksOf(app)) {
      const template = Template.fromStack(stack, { skipCyclicalDependenciesCheck: true });
      await expect(withoutHashes(template)).toMatchFileSnapshot(join(snapshots, `${stack.stackName}.json`));
    }
  });

  test('keeps well below the 500 resources of a stack', () => {
    for (const stack of stacksOf(app)) {
      const { Resources } = Template.fromStack(stack).toJSON() as { Resources: object };
      expect(Object.keys(Resources).length).toBeLessThan(200);
    }
  });

  test('stores with its own key, over TLS only, and lets no upload lie around', () => {
    const template = templateOf(app, 'storage');
    expect(
      mismatch(template, 'AWS::S3::Bucket', {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            Match.objectLike({
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }),
            }),
          ],
        },
        VersioningConfiguration: { Status: 'Enabled' },
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ Id: 'silver', Prefix: 'silver/', ExpirationInDays: 30 }),
            Match.objectLike({ Id: 'uploads', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }),
          ]),
        },
      }),
    ).toBeUndefined();
    expect(
      mismatch(template, 'AWS::S3::BucketPolicy', {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
            Match.objectLike({ Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }),
          ]),
        },
      }),
    ).toBeUndefined();
  });

  test('keeps data when stacks go', () => {
    for (const [part, type] of [
      ['storage', 'AWS::S3::Bucket'],
      ['ledger', 'AWS::DynamoDB::GlobalTable'],
      ['keys', 'AWS::KMS::Key'],
    ] as const) {
      const resources = Object.values(templateOf(app, part).findResources(type));
      expect(resources.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(resources.map(() => 'Retain'));
    }
  });

  test('gives nobody an action with a wildcard', () => {
    for (const stack of stacksOf(app)) {
      const actions = statementsOf(Template.fromStack(stack)).flatMap(({ Action }) => Action);
      expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    }
  });

  test('has one function and one role per step, each with what it needs to know', () => {
    const template = templateOf(app, 'jobs');
    const functions = Object.values(template.findResources('AWS::Lambda::Function')).map(
      ({ Properties }) => Properties as { Description?: string; Role: unknown; Environment: { Variables: object } },
    );
    expect(functions.map(({ Description }) => Description).toSorted()).toEqual(
      WORKER_FUNCTIONS.map((name) => `dsgen: ${name}`).toSorted(),
    );
    expect(new Set(functions.map(({ Role }) => JSON.stringify(Role))).size).toBe(WORKER_FUNCTIONS.length);
    for (const { Environment } of functions) {
      expect(Object.keys(Environment.Variables)).toEqual(expect.arrayContaining(Object.values(WORKER_ENVIRONMENT)));
    }
  });

  test('lets only assemble write datasets, and no function delete objects', () => {
    const template = templateOf(app, 'jobs');
    const gold = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([, { Properties }]) =>
      (Properties as { PolicyDocument: { Statement: readonly Statement[] } }).PolicyDocument.Statement.some(
        ({ Action, Resource }) => Action.includes('s3:PutObject') && JSON.stringify(Resource).includes('/gold/'),
      ),
    );
    expect(gold.map(([id]) => id)).toEqual([expect.stringMatching(/^FunctionsAssemble/)]);
    expect(statementsOf(template).flatMap(({ Action }) => Action)).not.toContain('s3:DeleteObject');
  });

  test('retries interrupted work on Fargate and leaves what fails by itself', () => {
    const definitions = templateOf(app, 'batch').findResources('AWS::Batch::JobDefinition', {
      Properties: {
        RetryStrategy: {
          Attempts: 3,
          EvaluateOnExit: Match.arrayWith([
            { Action: 'RETRY', OnStatusReason: 'Your Spot Task was interrupted*' },
            { Action: 'RETRY', OnExitCode: '75' },
            { Action: 'EXIT', OnExitCode: '*' },
          ]),
        },
      },
    });
    expect(Object.keys(definitions)).toHaveLength(2);
  });

  test('lets nothing in from the network', () => {
    const template = templateOf(app, 'batch');
    expect(template.findResources('AWS::EC2::SecurityGroupIngress')).toEqual({});
    expect(template.findResources('AWS::EC2::NatGateway')).toEqual({});
    for (const { Properties } of Object.values(template.findResources('AWS::EC2::SecurityGroup'))) {
      expect(Properties).not.toHaveProperty('SecurityGroupIngress');
    }
  });

  test('sets ends that cannot be recorded aside, to be moved back', () => {
    const template = templateOf(app, 'jobs');
    expect(
      mismatch(template, 'AWS::SQS::Queue', {
        RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }),
        VisibilityTimeout: 360,
      }),
    ).toBeUndefined();
    expect(
      mismatch(template, 'AWS::Events::Rule', {
        EventPattern: Match.objectLike({ detail: Match.objectLike({ status: ['FAILED', 'TIMED_OUT', 'ABORTED'] }) }),
      }),
    ).toBeUndefined();
  });

  test('gives every accepted finding a reason that names its resource', () => {
    // The library accepts some findings of its own making by itself.
    const accepted = acknowledgementsOf(app).filter(({ id }) => id.includes('AwsSolutions'));
    expect(accepted.length).toBeGreaterThan(0);
    for (const { path, id, reason } of accepted) {
      expect(reason.length, `${path} ${id}`).toBeGreaterThan(40);
      expect(reason).toMatch(/function|role|bucket|state machine|AccessLog/i);
    }
  });
});

describe('core in three Regions', () => {
  let app: App;
  beforeAll(() => {
    app = synthesise('core-three-regions');
  }, SYNTHESIS_MS);

  test('has a strongly consistent ledger without expiry, and a replica of everything shared in each Region', () => {
    const template = templateOf(app, 'ledger');
    expect(
      mismatch(template, 'AWS::DynamoDB::GlobalTable', {
        MultiRegionConsistency: 'STRONG',
        TimeToLiveSpecification: Match.absent(),
        Replicas: ['us-east-1', 'us-west-2', 'eu-west-1'].map((Region) => Match.objectLike({ Region })),
      }),
    ).toBeUndefined();
  });

  test('has replicas of one key', () => {
    expect(
      mismatch(templateOf(app, 'keys'), 'AWS::KMS::Key', { MultiRegion: true, EnableKeyRotation: true }),
    ).toBeUndefined();
    for (const region of ['us-west-2', 'eu-west-1'])
      templateOf(app, 'keys', region).resourceCountIs('AWS::KMS::ReplicaKey', 1);
  });

  test('replicates what cannot be made again, to both other Regions, with their keys', () => {
    const [bucket] = Object.values(
      templateOf(app, 'storage', 'us-west-2').findResources('AWS::S3::Bucket', {
        Properties: { VersioningConfiguration: { Status: 'Enabled' } },
      }),
    );
    const properties = bucket?.['Properties'] as { ReplicationConfiguration: { Rules: readonly { Id: string }[] } };
    expect(properties.ReplicationConfiguration.Rules.map(({ Id }) => Id)).toEqual([
      'bronze-to-us-east-1',
      'manifests-to-us-east-1',
      'gold-to-us-east-1',
      'bronze-to-eu-west-1',
      'manifests-to-eu-west-1',
      'gold-to-eu-west-1',
    ]);
  });
});

describe('core with Spark', () => {
  test(
    'has an application that stops by itself, and a workflow that uses it',
    () => {
      const app = synthesise('spark');
      expect(
        mismatch(templateOf(app, 'spark'), 'AWS::EMRServerless::Application', {
          AutoStopConfiguration: { Enabled: true, IdleTimeoutMinutes: 15 },
        }),
      ).toBeUndefined();
      const [machine] = Object.values(templateOf(app, 'jobs').findResources('AWS::StepFunctions::StateMachine'));
      expect(JSON.stringify(machine)).toContain('emr-serverless:startJobRun.sync');
    },
    SYNTHESIS_MS,
  );
});

describe('functions only', () => {
  test(
    'needs no network, no containers and no image, and goes without a trace',
    () => {
      const app = synthesise('lambda');
      const text = stacksOf(app)
        .map((stack) => JSON.stringify(Template.fromStack(stack).toJSON()))
        .join('');
      expect(text).not.toMatch(/AWS::(EC2|Batch|ECS|EMRServerless|CloudWatch|Budgets)::/);
      expect(text).not.toContain('"DeletionPolicy":"Retain"');
      expect(Object.keys(templateOf(app, 'storage').findResources('Custom::S3AutoDeleteObjects'))).toHaveLength(2);
    },
    SYNTHESIS_MS,
  );
});
