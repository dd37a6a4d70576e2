import { expect, it } from 'vitest';
import { allowedRegions } from './residency.ts';

const REGIONS = [
  { region: 'eu-west-1', weight: 5 },
  { region: 'us-east-1', weight: 60 },
  { region: 'us-west-2', weight: 35 },
];

it('prefers the Region that was asked for, then the heavier ones', () => {
  expect(allowedRegions(REGIONS, {})).toEqual(['us-east-1', 'us-west-2', 'eu-west-1']);
  expect(allowedRegions(REGIONS, { first: 'us-west-2' })).toEqual(['us-west-2', 'us-east-1', 'eu-west-1']);
});

it('leaves out the Regions that a residency forbids, also the one asked for', () => {
  expect(allowedRegions(REGIONS, { residency: 'eu', first: 'us-east-1' })).toEqual(['eu-west-1']);
  expect(allowedRegions(REGIONS, { residency: 'us' })).toEqual(['us-east-1', 'us-west-2']);
});

it('refuses a residency without a Region, and says which there are', () => {
  expect(() => allowedRegions(REGIONS.slice(1), { residency: 'eu' })).toThrow(
    'Cannot keep documents in "eu": the platform has no Region there, only us-east-1, us-west-2',
  );
});
