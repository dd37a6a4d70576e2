export type { AbortableOptions } from './abort.ts';
export { assertArtefactKey } from './artefact-key.ts';
export type { ArtefactInfo, ArtefactStore, PutArtefactOptions } from './artefact-store.ts';
export {
  JOB_STATES,
  type Backend,
  type CorpusApi,
  type CorpusInfo,
  type CursorOptions,
  type DatasetApi,
  type DatasetFileInput,
  type DatasetInfo,
  type DocumentInput,
  type JobApi,
  type JobFailure,
  type JobInfo,
  type JobState,
  type LinkCorpusInput,
  type JobProgress,
  type MeasuredCost,
  type ModelLimits,
  type ModelPrice,
  type ModelPriceList,
  type ModelSettings,
  type RecordVerification,
  type SpanProblem,
  type SubmitJobInput,
} from './backend.ts';
export type { Codec, CodecRecord, DecodeResult, Loss, ReadResult, RowIssue } from './codec.ts';
export type {
  Block,
  BlockKind,
  BlockRole,
  Chunk,
  CorpusDocument,
  ExtractedDocument,
  ListItem,
  TableShape,
  TextRange,
} from './document.ts';
export { BackendError } from './errors/backend-error.ts';
export { CancelledError } from './errors/cancelled-error.ts';
export { DsgenError, type DsgenErrorOptions, type ErrorKind } from './errors/dsgen-error.ts';
export { ExtractError } from './errors/extract-error.ts';
export { FaultError } from './errors/fault-error.ts';
export { GateError } from './errors/gate-error.ts';
export { InputError, type InputPosition } from './errors/input-error.ts';
export { LossError } from './errors/loss-error.ts';
export { UsageError } from './errors/usage-error.ts';
export type { FileKeyIdentity, FileKeyRecipient, KeyStanza } from './file-key.ts';
export { STAGES, type JobEvent, type JobEventBody, type StageName } from './events.ts';
export {
  DOCUMENT_REASONS,
  DOCUMENT_STATES,
  type DocumentOutcome,
  type DocumentState,
  type LedgerSums,
  type QuarantineReason,
  type SkipReason,
} from './ledger.ts';
export type {
  ConsumerNotes,
  DatasetFile,
  DatasetManifest,
  FileDigest,
  LengthSums,
  LicenceSums,
  ModelSums,
  PrivacySums,
} from './manifest.ts';
export { nearestName } from './nearest-name.ts';
export {
  BATCH_MODES,
  EXPORT_COMPRESSIONS,
  EXPORT_CONTAINERS,
  PII_MODES,
  type BatchMode,
  type ExportCompression,
  type ExportContainer,
  type PiiMode,
} from './recipe.ts';
export type {
  AssessOptions,
  ChunkOptions,
  ExportOptions,
  ExtractOptions,
  GenerateOptions,
  ModelOptions,
  Recipe,
  RecipeInput,
  SplitOptions,
} from './recipe.ts';
export {
  COMPLEXITIES,
  LANES,
  PROCESSORS,
  type Complexity,
  type DocumentPlan,
  type Lane,
  type Processor,
} from './plan.ts';
export {
  DIFFICULTIES,
  SPLITS,
  TASKS,
  type Candidate,
  type DatasetRecord,
  type Difficulty,
  type Lineage,
  type MaskedRange,
  type Message,
  type Span,
  type Split,
  type Task,
  type TaskPayload,
  type ToolCall,
  type ToolDefinition,
  type Variation,
} from './record.ts';
export type { ScoredRecord, Scorer } from './scorer.ts';
export { assertDatasetFile } from './dataset-file.ts';
export { quoteAt } from './quote-at.ts';
export type { Stage, StageContext } from './stage.ts';
export type { CallsEstimate, Estimate, ModelEstimate } from './model-estimate.ts';
