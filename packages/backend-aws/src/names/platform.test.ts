import { expect, test } from 'vitest';
import { PLATFORM_SCHEMA, parsePlatform, platformParameterName, type Platform } from './platform.ts';

const platform: Platform = {
  schema: PLATFORM_SCHEMA,
  release: '0.1.0',
  environment: 'prod',
  region: 'us-east-1',
  regions: [{ region: 'us-east-1', weight: 60 }],
  bucket: 'data',
  ledgerTable: 'ledger',
  workTable: 'work',
  catalogTable: 'catalog',
  stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:jobs',
  compute: 'lambda,batch',
};

test('a description is read as it was written', () => {
  expect(parsePlatform(JSON.stringify(platform))).toEqual(platform);
  expect(platformParameterName('prod')).toBe('/dsgen/prod/platform');
});

test('another version of the description is refused with both versions named', () => {
  const newer = JSON.stringify({ ...platform, schema: 2, release: '9.0.0' });
  expect(() => parsePlatform(newer)).toThrow(/deployed by dsgen 9\.0\.0 with description 2, this dsgen reads 1/);
});

test.each(['', '[]', 'null', '{"schema":1}', JSON.stringify({ ...platform, bucket: 7 })])(
  'what is no description is refused: %s',
  (text) => {
    expect(() => parsePlatform(text)).toThrow(/description of the platform|was deployed by/);
  },
);

test('Regions without a weight are refused', () => {
  const text = JSON.stringify({ ...platform, regions: [{ region: 'us-east-1' }] });
  expect(() => parsePlatform(text)).toThrow(/"regions" is missing/);
});
