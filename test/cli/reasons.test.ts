import { DOCUMENT_REASONS } from '@dsgen/core';
import { REJECT_REASONS } from '@dsgen/engine';
import { expect, it } from 'vitest';
import { reasonHint } from '../../packages/cli/src/render/reasons.ts';

it('the last screen has plain words for every reason there is', () => {
  const reasons = [
    ...REJECT_REASONS.map((reason) => `candidate/${reason}`),
    ...DOCUMENT_REASONS.skipped.map((reason) => `document/${reason}`),
    ...DOCUMENT_REASONS.quarantined.map((reason) => `document/${reason}`),
  ];
  expect(reasons.filter((reason) => reasonHint(reason) === '')).toEqual([]);
});
