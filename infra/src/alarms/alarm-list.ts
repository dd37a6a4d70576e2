/** How soon somebody must look. */
export type Severity = 'critical' | 'warning';

/** An alarm as people know it; `docs/runbook.md` has one section per name. */
export interface AlarmEntry {
  readonly name: string;
  readonly severity: Severity;
  /** What is wrong when it rings, one sentence. */
  readonly meaning: string;
}

/** Every alarm of the platform. A test compares this list with the runbook. */
export const ALARMS = {
  jobsFail: { name: 'Jobs fail', severity: 'critical', meaning: 'Executions of the workflow ended as failed.' },
  jobsTimeOut: { name: 'Jobs time out', severity: 'critical', meaning: 'An execution ran for seven days.' },
  endsNotRecorded: {
    name: 'Ends of jobs are not recorded',
    severity: 'critical',
    meaning: 'finalize failed five times for an execution that ended; its job still reads as running.',
  },
  supervisorFails: {
    name: 'The supervisor fails',
    severity: 'critical',
    meaning: 'Leases are not renewed, so another Region will take over jobs that are well.',
  },
  shardsFail: {
    name: 'Shards fail',
    severity: 'warning',
    meaning: 'The process function fails more than once in a hundred calls.',
  },
  shardsThrottled: {
    name: 'Shards are throttled',
    severity: 'warning',
    meaning: 'More shards run at once than the account lets functions run.',
  },
  ledgerThrottled: {
    name: 'The ledger is throttled',
    severity: 'warning',
    meaning: 'DynamoDB refuses requests to the ledger.',
  },
} as const satisfies Readonly<Record<string, AlarmEntry>>;

export type AlarmName = keyof typeof ALARMS;
