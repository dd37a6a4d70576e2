import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

const COMMANDS = ['generate', 'plan', 'verify', 'validate', 'jobs list'];

it('finds what a typing mistake meant', () => {
  expect(nearestName('genrate', COMMANDS)).toBe('generate');
  expect(nearestName('verfiy', COMMANDS)).toBe('verify');
  expect(nearestName('job list', COMMANDS)).toBe('jobs list');
});

it('does not guess when nothing is near', () => {
  expect(nearestName('deploy', COMMANDS)).toBeUndefined();
  expect(nearestName('x', [])).toBeUndefined();
});
