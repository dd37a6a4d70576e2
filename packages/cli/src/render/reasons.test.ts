import { DOCUMENT_REASONS } from '@dsgen/sdk';
import { expect, it } from 'vitest';
import { rankReasons, reasonHint, reasonName } from './reasons.ts';

it('has plain words for every reason a document can give nothing', () => {
  const reasons = [...DOCUMENT_REASONS.skipped, ...DOCUMENT_REASONS.quarantined];
  expect(reasons.filter((reason) => reasonHint(`document/${reason}`) === '')).toEqual([]);
});

it('ranks the reasons of one kind, ties by name', () => {
  const reasons = { 'candidate/vague': 2, 'candidate/duplicate': 2, 'candidate/limit': 9, 'document/empty': 50 };
  expect(rankReasons(reasons, 'candidate').map(({ reason, count }) => [reasonName(reason), count])).toEqual([
    ['limit', 9],
    ['duplicate', 2],
    ['vague', 2],
  ]);
});
