export type { ChunkPair, RelatedChunk } from './across/related-chunk.ts';
export { RelatedChunks, type RelatedChunksOptions } from './across/related-chunks.ts';
export { chatTemplateOf, FORMAT_NAMES, resolveCodec, type ChatTemplate, type RandomAccessFile } from '@dsgen/formats';
export { chunkDocument, type ChunkDocumentOptions } from './chunk/chunk-document.ts';
export { extractDocument } from './extract/extract-document.ts';
export {
  DEFAULT_EXTRACT_LIMITS,
  type DocumentSource,
  type ExtractContext,
  type ExtractLimits,
} from './extract/source.ts';
export type { AssessedCandidate, RejectReason, Verdict } from './assess/verdict.ts';
export { REJECT_REASONS } from './assess/verdict.ts';
export { createModelClient, type MeteredModelClient, type ModelClientOptions } from './model/create-model-client.ts';
export type { ModelTotals } from './model/calls/call-totals.ts';
export { estimateCost, type EstimateCostOptions } from './model/price/estimate-cost.ts';
export { RequestCounter, type CountedCalls } from './model/price/request-counter.ts';
export { parseBudget, parsePrice } from './model/price/price.ts';
export { parsePriceList, PRICE_LIST, priceOf } from './model/price/price-list.ts';
export { MODEL_PROVIDERS, parseModelName, type ModelName, type ModelProvider } from './model/providers/model-name.ts';
export type { FindKey } from './model/providers/key-ring.ts';
export { keyVariableOf, type Environment } from './model/providers/open-provider.ts';
export {
  MODEL_STATES,
  type JsonSchema,
  type ModelAnswer,
  type ModelClient,
  type ModelMessage,
  type ModelRequest,
  type ModelState,
  type TokenUsage,
} from './model/model-client.ts';
export {
  extractKey,
  modelKey,
  processKey,
  type ExtractKeyInput,
  type ModelKeyInput,
  type ProcessKeyInput,
} from './pipeline/keys.ts';
export { coverSensitive } from './privacy/document-privacy.ts';
export { findSensitive } from './privacy/find-sensitive.ts';
export { maskSensitive } from './privacy/mask-sensitive.ts';
export type { SensitiveCategory, SensitiveSpan } from './privacy/sensitive-span.ts';
export { processDocument, type ProcessDocumentOptions } from './pipeline/process-document.ts';
export type { ProcessedDocument } from './pipeline/processed-document.ts';
export { STAGE_VERSIONS } from './pipeline/stage-versions.ts';
export { commentedRecipe } from './recipe/commented-recipe.ts';
export { parseRecipe, type ParseRecipeOptions } from './recipe/parse-recipe.ts';
export { recipeHash } from './recipe/recipe-hash.ts';
export { recipeSchema } from './recipe/recipe-schema.ts';
export { resolveRecipe } from './recipe/resolve-recipe.ts';
export { openScorers, type OpenScorers, type OpenScorersOptions } from './score/open-scorers.ts';
export { sha256 } from './shared/hash.ts';
export { countTokens, loadTokenizer } from './shared/tokens.ts';
export { SNIFF_BYTES, sniffMediaType, type SniffInput } from './plan/media-type.ts';
export { planByName, type PlanByNameInput } from './plan/plan-by-name.ts';
export { planPdf, type PdfFacts } from './plan/plan-pdf.ts';
export { DEFAULT_MAX_DOCUMENT_BYTES, planDocument, type PlanDocumentInput } from './plan/plan-document.ts';
export {
  assembleDataset,
  type AssembleDatasetOptions,
  type AssemblyDocument,
  type AssemblyProgress,
} from './export/assemble-dataset.ts';
export { measureRules, type RuleScore, type RuleScores } from './ground/measure-rules.ts';
export {
  calibrateJudge,
  type CalibrateJudgeOptions,
  type Calibration,
  type LabelAgreement,
} from './judge/calibrate-judge.ts';
export { findLoss } from './export/find-loss.ts';
export { folderLicences, isLicenceFile, type LicenceFile } from './licence/folder-licences.ts';
export { dataFiles, plainName } from './export/data-files.ts';
export { createDecrypt, type Decrypt } from './export/encryption/age.ts';
export { exportCodec } from './export/export-codec.ts';
export type { DatasetSink, SinkFile } from './export/dataset-sink.ts';
export {
  explainRecord,
  type Alternative,
  type ExplainRecordOptions,
  type PatternExplanation,
  type RecordExplanation,
  type Sibling,
} from './export/explain-record.ts';
export { nearTexts, type NearTextsOptions } from './export/near-texts.ts';
export { readRecords, type ReadRecordsOptions } from './export/read-records.ts';
export { reasonHint } from './export/reason-hints.ts';
export { TokenHistogram } from './export/report/token-histogram.ts';
export type { PassedCheck } from './assess/passed-checks.ts';
export { findRecordPassages, type Passage } from './shared/passages.ts';
export { verifyFiles, type FileProblem, type FoundFile } from './export/verify-files.ts';
export { verifyRecord, type GetDocument } from './export/verify-record.ts';
export { isSettled, type CallState, type ModelCall } from './write/model-call.ts';
export type { Prompt } from './write/prompt.ts';
export { formatPromptFile, parsePromptFile } from './write/prompt-file.ts';
export { choosePrompts, promptHash, type UsedPrompt } from './write/prompt-set.ts';
export { PROMPTS } from './write/prompts/all.ts';
export { writeWithModel, type WriteWithModelOptions } from './write/write-with-model.ts';
