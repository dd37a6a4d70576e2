import { expect, test } from 'vitest';
import { RULES } from './rules.ts';

function broken(type: string, properties: Readonly<Record<string, unknown>>): string[] {
  const template = { Resources: { It: { Type: type, Properties: properties } } };
  return RULES.filter(({ find }) => find(template).length > 0).map(({ name }) => name);
}

function policy(Action: string | readonly string[]): Readonly<Record<string, unknown>> {
  return { PolicyDocument: { Statement: [{ Action, Effect: 'Allow', Resource: '*' }] } };
}

test.each([['s3:*'], ['*'], ['s3:Get*'], [['sqs:SendMessage', 'kms:GenerateDataKey*']]])(
  'the action %o is found',
  (action) => {
    expect(broken('AWS::IAM::Policy', policy(action))).toEqual(['no-wildcard-action']);
  },
);

test('single actions on any resource are left to the other checks', () => {
  expect(broken('AWS::IAM::Policy', policy(['s3:GetObject', 'xray:PutTraceSegments']))).toEqual([]);
});

test.each([
  [{ QueryLanguage: 'JSONata', States: {} }, 'portable-workflow'],
  [{ States: { Map: { Type: 'Map', ItemBatcher: {} } } }, 'portable-workflow'],
  [
    {
      States: {
        Map: {
          ItemProcessor: {
            ProcessorConfig: { ExecutionType: 'EXPRESS' },
            States: { Job: { Resource: 'arn:aws:states:::batch:submitJob.sync' } },
          },
        },
      },
    },
    'no-waiting-express-child',
  ],
])('a definition that only breaks when it runs is found', (definition, rule) => {
  expect(broken('AWS::StepFunctions::StateMachine', { DefinitionString: JSON.stringify(definition) })).toEqual([rule]);
});

test('the reason of EC2 Spot is found on Fargate', () => {
  const properties = { RetryStrategy: { EvaluateOnExit: [{ OnStatusReason: 'Host EC2*' }] } };
  expect(broken('AWS::Batch::JobDefinition', properties)).toEqual(['fargate-spot-reason']);
});

test('expiry is found on a strongly consistent table', () => {
  const properties = { MultiRegionConsistency: 'STRONG', TimeToLiveSpecification: { Enabled: true } };
  expect(broken('AWS::DynamoDB::GlobalTable', properties)).toEqual(['strong-table-without-expiry']);
});
