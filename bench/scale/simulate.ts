import { planShards, type JobWork, type UnitWork, type WorkLane } from '@dsgen/backend-aws';
import { LaneQueue, type LaneLoad, type LaneModel } from './lane-queue.ts';
import { syntheticCorpus } from './synthetic-corpus.ts';

export interface Scenario {
  readonly name: string;
  readonly documents: number;
  readonly jobs: number;
  /** Documents per second on average, or bytes: what the time between jobs follows from. */
  readonly documentsPerHour?: number;
  readonly bytesPerMonth?: number;
  readonly lanes: Readonly<Record<WorkLane, LaneModel>>;
}

export interface ScenarioResult {
  readonly scenario: Scenario;
  readonly hours: number;
  readonly work: JobWork;
  readonly loads: Readonly<Record<WorkLane, LaneLoad>>;
  /** Largest numbers of any single job. */
  readonly largestJob: { readonly shards: Readonly<Record<WorkLane, number>>; readonly documents: number };
}

const LANES = ['fast', 'standard', 'heavy'] as const;
const MONTH_MS = 30 * 24 * 3_600_000;
const HOUR_MS = 3_600_000;

/** Plans every job of a scenario with the real planner and plays its shards through the lanes. */
export async function simulate(scenario: Scenario, units: UnitWork): Promise<ScenarioResult> {
  const queues = Object.fromEntries(LANES.map((lane) => [lane, new LaneQueue(scenario.lanes[lane])])) as Record<
    WorkLane,
    LaneQueue
  >;
  const sums = { fast: nothing(), standard: nothing(), heavy: nothing() };
  const largest = { fast: 0, standard: 0, heavy: 0 };
  const perJob = Math.ceil(scenario.documents / scenario.jobs);
  let bytes = 0;
  let atMs = 0;
  for (let job = 0; job < scenario.jobs; job += 1) {
    const shards = { fast: 0, standard: 0, heavy: 0 };
    let jobBytes = 0;
    for await (const shard of planShards(syntheticCorpus(perJob, job))) {
      const coreMs = shard.estimatedMs * units.workFactor;
      queues[shard.lane].arrive(atMs, coreMs);
      shards[shard.lane] += 1;
      jobBytes += shard.bytes;
      sums[shard.lane].documents += shard.items.length;
      sums[shard.lane].shards += 1;
      sums[shard.lane].coreMs += coreMs;
    }
    for (const lane of LANES) largest[lane] = Math.max(largest[lane], shards[lane]);
    bytes += jobBytes;
    atMs += intervalMs(scenario, perJob, jobBytes);
  }
  const documents = sums.fast.documents + sums.standard.documents + sums.heavy.documents;
  return {
    scenario,
    hours: atMs / HOUR_MS,
    work: {
      documents,
      bytes,
      lanes: sums,
      assemblyMs: documents * units.assemblyMsPerDocument,
      artefactBytes: bytes * units.artefactBytesPerByte,
      datasetBytes: bytes * units.datasetBytesPerByte,
    },
    loads: Object.fromEntries(LANES.map((lane) => [lane, queues[lane].load()])) as Record<WorkLane, LaneLoad>,
    largestJob: { shards: largest, documents: perJob },
  };
}

function intervalMs({ documentsPerHour, bytesPerMonth }: Scenario, documents: number, bytes: number): number {
  if (documentsPerHour !== undefined) return (documents / documentsPerHour) * HOUR_MS;
  return (bytes / (bytesPerMonth ?? bytes)) * MONTH_MS;
}

function nothing(): { documents: number; shards: number; coreMs: number } {
  return { documents: 0, shards: 0, coreMs: 0 };
}
