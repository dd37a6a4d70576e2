import type { LedgerSums } from '@dsgen/sdk';
import { count } from './numbers.ts';
import { table } from './table.ts';

/** The account of a job as sums that add up: those of calls where a model was asked. */
export function renderLedger(ledger: LedgerSums): string {
  const { documents, chunks, candidates, calls } = ledger;
  return table(
    [
      [
        'Documents',
        count(documents.total),
        sum([
          [documents.done, 'done'],
          [documents.skipped, 'skipped'],
          [documents.quarantined, 'quarantined'],
        ]),
      ],
      [
        'Chunks',
        count(chunks.total),
        sum([
          [chunks.used, 'used'],
          [chunks.unused, 'without a candidate'],
        ]),
      ],
      ...(calls === undefined ? [] : [callRow(calls)]),
      [
        'Candidates',
        count(candidates.total),
        sum([
          [candidates.accepted, 'accepted'],
          [candidates.rejected, 'rejected'],
        ]),
      ],
    ],
    { right: [1] },
  );
}

function callRow(calls: NonNullable<LedgerSums['calls']>): string[] {
  const parts = [
    [calls.answered, 'answered'],
    [calls.unanswered, 'unanswered'],
    [calls.withheld, 'withheld'],
  ] as const;
  return ['Model calls', count(calls.total), sum(parts)];
}

function sum(parts: ReadonlyArray<readonly [number, string]>): string {
  return `= ${parts.map(([value, name]) => `${count(value)} ${name}`).join(' + ')}`;
}
