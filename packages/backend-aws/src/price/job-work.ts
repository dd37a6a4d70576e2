import type { WorkLane } from '../workflow/steps.ts';

/** The work of one lane. */
export interface LaneWork {
  readonly documents: number;
  readonly shards: number;
  /** Milliseconds of one core. */
  readonly coreMs: number;
}

/** What a job does, as far as it costs money; estimated before it runs, or counted after. */
export interface JobWork {
  readonly documents: number;
  /** Of the documents. */
  readonly bytes: number;
  readonly lanes: Readonly<Record<WorkLane, LaneWork>>;
  /** Milliseconds of one core for the pass over all documents that writes the dataset. */
  readonly assemblyMs: number;
  /** Of extractions and processed documents. */
  readonly artefactBytes: number;
  readonly datasetBytes: number;
}

/** What one document needs beside its own work, counted in the code and measured (docs/scale.md). */
export interface UnitWork {
  /** Core time of a worker by the estimate of the plan: 1 when estimates hold on average. */
  readonly workFactor: number;
  /** Milliseconds of one core per document in the pass that writes the dataset. */
  readonly assemblyMsPerDocument: number;
  readonly artefactBytesPerByte: number;
  readonly datasetBytesPerByte: number;
}

/** Rounded from what `npm run lab:scale` measured (docs/scale.md): prose is above the bytes, files with pictures are below. */
export const MEASURED_UNIT_WORK: UnitWork = {
  workFactor: 1,
  assemblyMsPerDocument: 1,
  artefactBytesPerByte: 0.8,
  datasetBytesPerByte: 0.3,
};
