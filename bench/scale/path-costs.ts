import type { DocumentPlan } from '@dsgen/core';
import { planByName, planDocument } from '@dsgen/engine';
import {
  COST_STAGES,
  estimateWork,
  priceJob,
  type CostStage,
  type JobCost,
  type PlannedItem,
  type UnitWork,
} from '@dsgen/backend-aws';
import type { Measurement } from './measure-units.ts';

/** Documents of one type and size, and what a gigabyte of them costs. */
export interface PathCost {
  readonly path: string;
  readonly meanBytes: number;
  readonly usdPerGigabyte: number;
  readonly byStage: Readonly<Record<CostStage, number>>;
}

interface Path {
  readonly name: string;
  readonly extension: string;
  readonly bytes: number;
  /** Pages that only OCR can read. */
  readonly scannedPages?: number;
}

const PATHS: readonly Path[] = [
  { name: 'notes of 4 KB (Markdown)', extension: 'md', bytes: 4_000 },
  { name: 'articles of 25 KB (Markdown)', extension: 'md', bytes: 25_000 },
  { name: 'books of 1 MB (text)', extension: 'txt', bytes: 1_000_000 },
  { name: 'web pages of 100 KB', extension: 'html', bytes: 100_000 },
  { name: 'office files of 400 KB', extension: 'docx', bytes: 400_000 },
  { name: 'PDF of 1.2 MB', extension: 'pdf', bytes: 1_200_000 },
  { name: 'PDF of 20 MB', extension: 'pdf', bytes: 20_000_000 },
  { name: 'tables of 300 KB (CSV)', extension: 'csv', bytes: 300_000 },
  { name: 'scans of 20 pages, 2 MB, with OCR', extension: 'pdf', bytes: 2_000_000, scannedPages: 20 },
];

/** Enough that what is cut off at the end of a lane does not show. */
const SAMPLE_BYTES = 20_000_000_000;
const GIGABYTE = 1_000_000_000;
/** A processor that few bytes were measured of takes the units of all. */
const ENOUGH_BYTES = 500_000;

export function pathCosts(measured: Measurement): Promise<readonly PathCost[]> {
  return Promise.all(PATHS.map((path) => costOf(path, measured)));
}

/** What a gigabyte of documents of this type costs, by their size: for the plot. */
export async function costBySize(
  extension: string,
  sizes: readonly number[],
  measured: Measurement,
): Promise<readonly PathCost[]> {
  return Promise.all(sizes.map((bytes) => costOf({ name: extension, extension, bytes }, measured)));
}

async function costOf(path: Path, measured: Measurement): Promise<PathCost> {
  const count = Math.max(20, Math.round(SAMPLE_BYTES / path.bytes));
  const units = unitsOf(path, measured);
  const cost = priceJob(await estimateWork(repeat(path, Math.min(count, 200_000)), { units }));
  const gigabytes = (Math.min(count, 200_000) * path.bytes) / GIGABYTE;
  return {
    path: path.name,
    meanBytes: path.bytes,
    usdPerGigabyte: cost.usd / gigabytes,
    byStage: Object.fromEntries(
      COST_STAGES.map((stage) => [stage, stageOf(cost, stage) / gigabytes]),
    ) as PathCost['byStage'],
  };
}

function stageOf({ lines }: JobCost, stage: CostStage): number {
  return lines.filter((line) => line.stage === stage).reduce((sum, { usd }) => sum + usd, 0);
}

function* repeat(path: Path, count: number): Generator<PlannedItem<number>> {
  const { lane, estimatedMs } = planOf(path);
  for (let index = 0; index < count; index += 1) yield { item: index, lane, bytes: path.bytes, estimatedMs };
}

function planOf({ extension, bytes, scannedPages }: Path): DocumentPlan {
  const document = { path: `document.${extension}`, documentId: '', bytes };
  if (scannedPages === undefined) return planByName(document);
  const pdf = { pages: scannedPages, pagesWithoutText: scannedPages };
  return planDocument({ ...document, head: Buffer.from('%PDF-1.7'), ocr: true, pdf });
}

/** Units of the processor where it was measured, of all documents otherwise. OCR was measured apart (engine/src/plan/route.ts). */
function unitsOf(path: Path, measured: Measurement): UnitWork {
  const { processor } = planOf(path);
  const own = measured.byProcessor.find((unit) => unit.processor === processor && unit.bytes >= ENOUGH_BYTES);
  return {
    workFactor: path.scannedPages === undefined ? (own?.workFactor ?? measured.workFactor) : 1,
    artefactBytesPerByte: own?.artefactBytesPerByte ?? measured.artefactBytesPerByte,
    assemblyMsPerDocument: measured.assemblyMsPerDocument,
    datasetBytesPerByte: measured.datasetBytesPerByte,
  };
}
