import type { GenerateResult, LossError } from '@dsgen/sdk';
import { describeError } from './error.ts';
import type { FollowedJob } from './progress.ts';

/** All that is known of a job at its end. */
export interface FinishedJob {
  readonly jobId: string;
  readonly followed: FollowedJob;
  readonly result: GenerateResult;
  /** Set when the job lost more than its recipe allows. */
  readonly loss?: LossError;
  /** Where the rows went beside the dataset. */
  readonly rowsTo?: string;
}

/** The one object `generate --json` ends with. Programs rely on its keys, so they only ever grow. */
export function resultJson({ jobId, result, followed, rowsTo, loss }: FinishedJob): Record<string, unknown> {
  const { documents, chunks, candidates, calls, reasons } = result.ledger;
  const { model } = result.manifest;
  return {
    dataset: result.dataset,
    ...(rowsTo === undefined ? {} : { rows: rowsTo }),
    job: jobId,
    records: result.manifest.records,
    splits: result.manifest.splits,
    ledger: { documents, chunks, candidates, ...(calls === undefined ? {} : { calls }) },
    ...(model === undefined ? {} : { model }),
    reasons,
    quarantined: followed.state.quarantine,
    timing: {
      totalMs: Math.round(followed.elapsedMs),
      ...(followed.firstRecordMs === undefined ? {} : { firstRecordMs: Math.round(followed.firstRecordMs) }),
    },
    ...(loss === undefined ? {} : { error: describeError(loss) }),
  };
}
