import type { LedgerSums } from '@dsgen/core';
import { describe, expect, it } from 'vitest';
import { resolveRecipe } from '../recipe/resolve-recipe.ts';
import { findLoss } from './find-loss.ts';

const RECIPE = resolveRecipe({ tasks: ['conversation'] });

function ledger(
  documents: { done: number; skipped: number },
  candidates: { accepted: number; rejected: number },
): LedgerSums {
  return {
    documents: { ...documents, quarantined: 0, total: documents.done + documents.skipped },
    chunks: { total: 0, used: 0, unused: 0 },
    candidates: { ...candidates, total: candidates.accepted + candidates.rejected },
    reasons: {},
  };
}

describe('a dataset without a record', () => {
  it('is a loss when nothing fits the tasks', () => {
    expect(findLoss(ledger({ done: 3, skipped: 0 }, { accepted: 0, rejected: 0 }), RECIPE)).toMatchObject({
      code: 'no-records',
      message: expect.stringContaining('3 of 3 documents were read, and nothing in them fits the tasks conversation'),
      fix: expect.stringContaining('--task'),
    });
  });

  it('is a loss when every candidate was rejected', () => {
    expect(findLoss(ledger({ done: 3, skipped: 0 }, { accepted: 0, rejected: 8 }), RECIPE)).toMatchObject({
      code: 'no-records',
      message: expect.stringContaining('each of the 8 candidates was rejected'),
    });
  });

  it('is a loss when no document could be used', () => {
    expect(findLoss(ledger({ done: 0, skipped: 2 }, { accepted: 0, rejected: 0 }), RECIPE)).toMatchObject({
      code: 'no-records',
      message: expect.stringContaining('none of the documents could be used (2)'),
    });
  });

  it('is what a corpus without documents gives', () => {
    expect(findLoss(ledger({ done: 0, skipped: 0 }, { accepted: 0, rejected: 0 }), RECIPE)).toBeUndefined();
  });
});

it('finds no loss in a dataset with one record', () => {
  expect(findLoss(ledger({ done: 3, skipped: 0 }, { accepted: 1, rejected: 9 }), RECIPE)).toBeUndefined();
});
