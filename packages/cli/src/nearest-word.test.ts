import { expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const COMMANDS = ['generate', 'plan', 'verify', 'validate', 'jobs list'];

it('finds what a typing mistake meant', () => {
  expect(nearestWord('genrate', COMMANDS)).toBe('generate');
  expect(nearestWord('verfiy', COMMANDS)).toBe('verify');
  expect(nearestWord('job list', COMMANDS)).toBe('jobs list');
});

it('does not guess when nothing is near', () => {
  expect(nearestWord('deploy', COMMANDS)).toBeUndefined();
  expect(nearestWord('x', [])).toBeUndefined();
});
