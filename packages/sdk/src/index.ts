export {
  BackendError,
  CancelledError,
  DOCUMENT_REASONS,
  DsgenError,
  FaultError,
  GateError,
  InputError,
  LossError,
  TASKS,
  UsageError,
  type AbortableOptions,
  type Backend,
  type Codec,
  type CodecRecord,
  type CorpusApi,
  type CorpusInfo,
  type CursorOptions,
  type DatasetApi,
  type DatasetInfo,
  type DatasetManifest,
  type DatasetRecord,
  type DocumentOutcome,
  type DocumentPlan,
  type JobApi,
  type JobEvent,
  type JobInfo,
  type LedgerSums,
  type Lineage,
  type Loss,
  type Message,
  type QuarantineReason,
  type Recipe,
  type RecipeInput,
  type RecordVerification,
  type RowIssue,
  type SkipReason,
  type Span,
  type Split,
  type Task,
} from '@dsgen/core';
export {
  codecs,
  convert,
  FORMAT_NAMES,
  LossCounter,
  readDataset,
  validate,
  writeRows,
  type ConvertedRow,
  type ConvertOptions,
  type FormatName,
  type LossCount,
  type ReadDatasetOptions,
  type ValidateOptions,
  type ValidationReport,
} from '@dsgen/formats';
export { commentedRecipe, isolationReport, resolveRecipe, type IsolationLayer } from '@dsgen/backend-local';
export { createDsgen, type CreateDsgenOptions, type Dsgen } from './create-dsgen.ts';
export type { Dataset, Evidence } from './dataset.ts';
export { defineRecipe } from './define-recipe.ts';
export type { CorpusInput, GenerateInput, PlanInput, VerifyInput } from './generate-input.ts';
export type { GenerateJob, GenerateResult } from './generate-job.ts';
export { openCodec } from './open-codec.ts';
export { readRecipe } from './read-recipe.ts';
export { nearestStore, storeBeside, type StoreLocationOptions } from './store-location.ts';
