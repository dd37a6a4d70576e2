import type { JobWork, LaneWork } from './job-work.ts';
import type { WorkLane } from '../workflow/steps.ts';
import { PRICES, type Price, type PriceName } from './prices.ts';

/** One line of a bill. */
export interface CostLine {
  readonly stage: CostStage;
  readonly item: PriceName;
  readonly quantity: number;
  readonly usd: number;
}

export const COST_STAGES = ['upload', 'plan', 'process', 'assemble', 'store', 'deliver'] as const;
export type CostStage = (typeof COST_STAGES)[number];

export interface JobCost {
  readonly usd: number;
  readonly lines: readonly CostLine[];
}

export interface PriceJobOptions {
  /** Default: {@link PRICES}. */
  readonly prices?: Readonly<Record<PriceName, Price>>;
}

const GIGABYTE = 1_000_000_000;
const HOUR_MS = 3_600_000;
/** Memory of the process function and of the container that takes the standard and the heavy lane (infra/src/profiles). */
const FUNCTION_GIGABYTES = 1.769;
const CONTAINERS = {
  standard: { vcpus: 2, gigabytes: 8 },
  heavy: { vcpus: 8, gigabytes: 32 },
} as const;
/** Assumed: what a call costs beside its documents, cold starts spread over all calls. */
const CALL_MS = 500;
/** Assumed: a container is billed from the pull of its image. */
const CONTAINER_START_MS = 45_000;
/** A pack holds small files up to this many bytes, so an upload writes at least as many objects. */
const PACK_BYTES = 32_000_000;
/** Counted in `process-item.ts`: two HEAD before, one GET of the document, one of the extraction, two HEAD and two PUT of artefacts. */
const READS_PER_DOCUMENT = 6;
const WRITES_PER_DOCUMENT = 2;
/** Counted in the assembly: the processed document. */
const ASSEMBLY_READS_PER_DOCUMENT = 1;
/** Two events of 150 bytes per document, in items of 100 events: a write unit holds 1 KB. */
const WRITE_UNITS_PER_DOCUMENT = 0.3;
/** A worker looks every eight documents whether its job was cancelled; strongly consistent. */
const READ_UNITS_PER_DOCUMENT = 1 / 8;
/** States of the parent, without rounds. */
const TRANSITIONS_PER_JOB = 25;
/** Two states per child of a map; an Express child is billed for 64 MB. */
const EXPRESS_GIGABYTES = 0.064;
/** The zone of artefacts expires after 30 days, the corpus is counted for as long. */
const STORED_MONTHS = 1;

/**
 * What a job costs, line by line: the work times the prices. Idle parts of the platform, the account's own logs and taxes
 * are not part of it.
 *
 * @example
 * const cost = priceJob(await estimateWork(plans));
 * console.log(cost.usd.toFixed(2));
 */
export function priceJob(work: JobWork, { prices = PRICES }: PriceJobOptions = {}): JobCost {
  const quantities: ReadonlyArray<readonly [CostStage, PriceName, number]> = [
    ...upload(work),
    ...plan(work),
    ...fastLane(work.lanes.fast),
    ...containerLane(work.lanes.standard, CONTAINERS.standard),
    ...containerLane(work.lanes.heavy, CONTAINERS.heavy),
    ...requests(work),
    ...assembly(work),
    ['store', 's3GigabyteMonth', ((work.bytes + work.artefactBytes + work.datasetBytes) / GIGABYTE) * STORED_MONTHS],
    ['deliver', 'transferOutGigabyte', work.datasetBytes / GIGABYTE],
  ];
  const lines = quantities
    .filter(([, , quantity]) => quantity > 0)
    .map(([stage, item, quantity]) => ({ stage, item, quantity, usd: quantity * prices[item].usd }));
  return { usd: lines.reduce((sum, { usd }) => sum + usd, 0), lines };
}

/** Core time of a worker that was occupied for so long: a function of the fast lane has one core. */
export function coreMsOf(lane: WorkLane, workerMs: number): number {
  return lane === 'fast' ? workerMs : workerMs * CONTAINERS[lane].vcpus;
}

type Quantities = ReadonlyArray<readonly [CostStage, PriceName, number]>;

/** Small files travel in packs; a large one takes a write per part, which its size pays for many times over. */
function upload({ documents, bytes }: JobWork): Quantities {
  return [['upload', 's3Write', Math.min(documents, Math.ceil(bytes / PACK_BYTES)) + Math.ceil(documents / 10_000)]];
}

function plan({ documents, lanes }: JobWork): Quantities {
  const shards = lanes.fast.shards + lanes.standard.shards + lanes.heavy.shards;
  return [
    ['plan', 's3Write', shards],
    ['plan', 's3Read', Math.ceil(documents / 10_000)],
    ['plan', 'stateTransition', TRANSITIONS_PER_JOB],
  ];
}

function fastLane({ shards, coreMs }: LaneWork): Quantities {
  const seconds = (coreMs + shards * CALL_MS) / 1_000;
  return [
    ['process', 'lambdaRequest', shards],
    ['process', 'lambdaGigabyteSecond', seconds * FUNCTION_GIGABYTES],
    ['process', 'expressRequest', shards],
    ['process', 'expressGigabyteSecond', seconds * EXPRESS_GIGABYTES],
    ['process', 's3Write', shards],
    ['process', 's3Read', shards],
  ];
}

function containerLane(
  { shards, coreMs }: LaneWork,
  { vcpus, gigabytes }: { readonly vcpus: number; readonly gigabytes: number },
): Quantities {
  const hours = (coreMs / vcpus + shards * CONTAINER_START_MS) / HOUR_MS;
  return [
    ['process', 'fargateSpotVcpuHour', hours * vcpus],
    ['process', 'fargateSpotGigabyteHour', hours * gigabytes],
    ['process', 's3Write', shards],
    ['process', 's3Read', 2 * shards],
  ];
}

function requests({ documents }: JobWork): Quantities {
  return [
    ['process', 's3Read', documents * READS_PER_DOCUMENT],
    ['process', 's3Write', documents * WRITES_PER_DOCUMENT],
    ['process', 'dynamoRead', documents * READ_UNITS_PER_DOCUMENT],
  ];
}

function assembly({ documents, assemblyMs, datasetBytes }: JobWork): Quantities {
  return [
    ['assemble', 'lambdaGigabyteSecond', (assemblyMs / 1_000) * 2 * FUNCTION_GIGABYTES],
    ['assemble', 's3Read', documents * ASSEMBLY_READS_PER_DOCUMENT],
    ['assemble', 's3Write', Math.ceil(datasetBytes / 4_000_000)],
    ['assemble', 'dynamoWrite', documents * WRITE_UNITS_PER_DOCUMENT],
  ];
}
