export { createLocalBackend, type LocalBackend, type LocalBackendOptions } from './create-local-backend.ts';
export {
  openDocumentWorker,
  type DocumentWorker,
  type DocumentWorkerOptions,
  type WorkerDocument,
} from './document-worker.ts';
export { isolationReport, type IsolationLayer } from './isolation-report.ts';
export { modelKeyReport, type ModelKeySource } from './keychain/model-key-report.ts';
export { decryptDataset, type DecryptDatasetOptions } from './decrypt-dataset.ts';
export { openRandomAccess } from './random-access.ts';
export { openCodec, openExportCodec, readCodecFiles, type CodecFiles, type CodecFilesInput } from './open-codec.ts';
export { explainDatasetRecord, readDatasetFolder } from './read-dataset-folder.ts';
export { readExtractedText, type ReadExtractedTextOptions } from './read-extracted-text.ts';
export { calibrateJudge, type CalibrateJudgeOptions } from './calibrate-judge.ts';
export { readPrompts } from './read-prompts.ts';
export { assertDocumentPath } from './scan/document-path.ts';
export { fingerprintOf } from './scan/fingerprint.ts';
export { createWaitingGauge, type WaitingGauge } from './scan/waiting-gauge.ts';
export { listCorpus, type CorpusListing, type ListCorpusOptions } from './scan/list-corpus.ts';
export type { CorpusEntry } from './state/corpus-entry-table.ts';
export { loadSqlite } from './state/load-sqlite.ts';
export { inTransaction } from './state/transaction.ts';
export { VERSION } from './version.ts';
export { verifyDatasetFiles, type FilesVerification } from './verify-dataset-files.ts';
export { assemble, type AssembleOptions } from './run/assemble.ts';
export { documentKeys, type DocumentKeys, type DocumentKeysContext } from './run/document-keys.ts';
export { createFolderSink } from './run/folder-sink.ts';
export { readRefusal } from './run/kept-refusal.ts';
export { LICENCE_LIMITS } from './run/read-licences.ts';
export type { LineWriter } from './run/line-file.ts';
export { orderedMap } from './run/ordered-map.ts';
export { openDestination, readManifest, type DatasetDestination } from './run/dataset-destination.ts';
export { DEFAULT_LIMITS, type LocalLimits } from './limits.ts';
export {
  createFileArtefactStore,
  type FileArtefactStore,
  type FileArtefactStoreOptions,
} from './store/file-artefact-store.ts';
export {
  commentedRecipe,
  countTokens,
  dataFiles,
  findLoss,
  findRecordPassages,
  formatPromptFile,
  loadTokenizer,
  parseBudget,
  parsePrice,
  parsePriceList,
  nearTexts,
  parseRecipe,
  reasonHint,
  TokenHistogram,
  recipeHash,
  recipeSchema,
  resolveRecipe,
  type Alternative,
  type Calibration,
  type FileProblem,
  type NearTextsOptions,
  type ParseRecipeOptions,
  type Passage,
  type PassedCheck,
  type Prompt,
  type PatternExplanation,
  type RecordExplanation,
  type Sibling,
} from '@dsgen/engine';
