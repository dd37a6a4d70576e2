import type { DsgenErrorOptions, LedgerSums, Recipe } from '@dsgen/core';

const DEFAULT_MAX_FAILED_SHARE = 0.1;

/** The first limit on losses that a finished job is over, as the options of its error; undefined when it kept all. */
export function findLoss(ledger: LedgerSums, recipe: Recipe): DsgenErrorOptions | undefined {
  return findQuarantineLoss(ledger, recipe) ?? findCallLoss(ledger, recipe) ?? findNothing(ledger, recipe);
}

function findQuarantineLoss(
  { documents: { total, quarantined } }: LedgerSums,
  { assess: { maxQuarantinedShare: limit } }: Recipe,
): DsgenErrorOptions | undefined {
  if (total === 0 || quarantined / total <= limit) return undefined;
  return {
    code: 'quarantine-over-limit',
    message: `Quarantined ${quarantined} of ${total} documents, more than the limit of ${limit * 100} %`,
    fix: 'Look at the reasons, repair or exclude these documents, or raise assess.maxQuarantinedShare.',
    data: { limit },
  };
}

/** A budget that ended and an offline run that lacks answers are losses of their own, however few calls they hit. */
function findCallLoss({ calls, reasons }: LedgerSums, { model }: Recipe): DsgenErrorOptions | undefined {
  if (calls === undefined || model === undefined) return undefined;
  const overBudget = reasons['call/over-budget'] ?? 0;
  const notCached = reasons['call/not-cached'] ?? 0;
  const limit = model.maxFailedShare ?? DEFAULT_MAX_FAILED_SHARE;
  if (overBudget > 0) {
    return {
      code: 'budget-spent',
      message: `Left out ${overBudget} of ${calls.total} model calls: they might have cost more than the budget has left`,
      fix: 'Raise --budget and run again: what is paid is kept and not paid twice.',
    };
  }
  if (notCached > 0) {
    return {
      code: 'offline-miss',
      message: `Left out ${notCached} of ${calls.total} model calls: their answers are not kept in the store`,
      fix: 'Run without --offline once, with the same documents, model and prompts.',
    };
  }
  if (calls.unanswered <= calls.total * limit) return undefined;
  return {
    code: 'calls-over-limit',
    message: `Got no usable answer to ${calls.unanswered} of ${calls.total} model calls, more than the limit of ${limit * 100} %`,
    fix: 'Look at calls.jsonl of the dataset for the reasons, then run again: answers are kept, only these calls are made anew.',
    data: { limit },
  };
}

/** A dataset without a record is no success, whatever the reason: a trainer downstream would learn of it last. */
function findNothing({ documents, candidates }: LedgerSums, { tasks }: Recipe): DsgenErrorOptions | undefined {
  if (documents.total === 0 || candidates.accepted > 0) return undefined;
  if (candidates.total > 0) {
    return {
      code: 'no-records',
      message: `Made no record: each of the ${candidates.total} candidates was rejected`,
      fix: 'See the reasons with: dsgen stats DATASET; each candidate and what was found in it is in rejected.jsonl.',
    };
  }
  if (documents.done === 0) {
    return {
      code: 'no-records',
      message: `Made no record: none of the documents could be used (${documents.total})`,
      fix: 'Look at the reasons above, and repair, convert or include these documents.',
    };
  }
  return {
    code: 'no-records',
    message: `Made no record: ${documents.done} of ${documents.total} documents were read, and nothing in them fits the tasks ${tasks.join(', ')}`,
    fix: 'Ask for other tasks with --task, set generate.allPatterns: true in the recipe, or let a model write with --model.',
  };
}
