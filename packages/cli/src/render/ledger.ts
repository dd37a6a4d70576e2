import type { LedgerSums } from '@dsgen/sdk';
import { count } from './numbers.ts';
import { table } from './table.ts';

/** The account of a job as three sums that add up. */
export function renderLedger(ledger: LedgerSums): string {
  const { documents, chunks, candidates } = ledger;
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

function sum(parts: ReadonlyArray<readonly [number, string]>): string {
  return `= ${parts.map(([value, name]) => `${count(value)} ${name}`).join(' + ')}`;
}
