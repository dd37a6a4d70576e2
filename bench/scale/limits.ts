import type { ScenarioResult } from './simulate.ts';

/** One limit of AWS against what a scenario needs of it. */
export interface LimitCheck {
  readonly limit: string;
  readonly allowed: number;
  readonly needed: number;
  /** Whether an account has it without asking, or after a request to raise a quota. */
  readonly kind: 'fixed' | 'quota';
}

/** Reads and writes per document and second of the data plane, as `price-job.ts` counts them. */
const WRITE_UNITS_PER_DOCUMENT = 0.3;
const S3_WRITES_PER_DOCUMENT = 2;
const S3_READS_PER_DOCUMENT = 7;
/** Artefacts are spread by the first two characters of a hash. */
const S3_PREFIXES = 256;

/** Limits by AWS's documentation, read in a copy of 2026; quotas are those of an account that asked for nothing. */
export function limitChecks(result: ScenarioResult): readonly LimitCheck[] {
  return [...workflowLimits(result), ...computeLimits(result), ...dataLimits(result)];
}

function workflowLimits({ scenario, hours, work, loads, largestJob }: ScenarioResult): readonly LimitCheck[] {
  const { fast } = largestJob.shards;
  return [
    limit(
      'quota',
      'Step Functions: Express children begun per second',
      1_000,
      work.lanes.fast.shards / (hours * 3_600),
    ),
    limit('fixed', 'Step Functions: open map runs', 1_000, openJobs(hours / scenario.jobs, loads.fast.longestWaitMs)),
    // 25 states of four events, and 40 shards of six in the execution itself.
    limit('fixed', 'Step Functions: events of one parent', 25_000, 25 * 4 + 40 * 6),
    limit('fixed', 'Step Functions: items of one map', 100_000_000, fast),
    limit('fixed', 'Step Functions: bytes of one list of shards', 10_000_000_000, fast * 110),
  ];
}

function computeLimits({ scenario, loads, largestJob }: ScenarioResult): readonly LimitCheck[] {
  const { standard, heavy } = scenario.lanes;
  const vcpus = loads.standard.peakWorkers * standard.cores + loads.heavy.peakWorkers * heavy.cores;
  const children = Math.max(largestJob.shards.standard, largestJob.shards.heavy);
  return [
    limit('fixed', 'AWS Batch: children of one array', 10_000, children),
    limit('quota', 'Lambda: calls at once', 1_000, loads.fast.peakWorkers),
    limit('quota', 'Fargate Spot: vCPUs at once', 6, vcpus),
  ];
}

function dataLimits({ hours, work }: ScenarioResult): readonly LimitCheck[] {
  const seconds = hours * 3_600;
  const documents = work.documents / seconds;
  const shards = (work.lanes.fast.shards + work.lanes.standard.shards + work.lanes.heavy.shards) / seconds;
  const writeUnits = WRITE_UNITS_PER_DOCUMENT * documents;
  return [
    limit('fixed', 'DynamoDB: write units per second of one partition, one job', 1_000, writeUnits),
    limit('fixed', 'DynamoDB: write units per second of a new table', 4_000, writeUnits + shards),
    limit(
      'fixed',
      'S3: writes per second of one prefix',
      3_500,
      (S3_WRITES_PER_DOCUMENT * documents) / S3_PREFIXES + shards,
    ),
    limit(
      'fixed',
      'S3: reads per second of one prefix',
      5_500,
      (S3_READS_PER_DOCUMENT * documents) / S3_PREFIXES + shards,
    ),
  ];
}

function limit(kind: LimitCheck['kind'], name: string, allowed: number, needed: number): LimitCheck {
  return { limit: name, allowed, needed, kind };
}

/** Jobs whose shards wait at the same time, when the longest wait is that long. */
function openJobs(hoursBetweenJobs: number, longestWaitMs: number): number {
  return Math.ceil(longestWaitMs / 3_600_000 / hoursBetweenJobs) + 1;
}
