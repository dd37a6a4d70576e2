import { expect, it } from 'vitest';
import { rankReasons, reasonName } from './reasons.ts';

it('ranks the reasons of one kind, ties by name', () => {
  const reasons = { 'candidate/vague': 2, 'candidate/duplicate': 2, 'candidate/limit': 9, 'document/empty': 50 };
  expect(rankReasons(reasons, 'candidate').map(({ reason, count }) => [reasonName(reason), count])).toEqual([
    ['limit', 9],
    ['duplicate', 2],
    ['vague', 2],
  ]);
});
