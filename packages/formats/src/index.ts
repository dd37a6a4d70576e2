export { codecs, CONVERSATION_FORMAT_NAMES, FORMAT_NAMES, type FormatName } from './codecs.ts';
export {
  compress,
  compressionOfBytes,
  compressionOfName,
  COMPRESSIONS,
  decompress,
  type CompressOptions,
  type Compression,
  type DecompressOptions,
} from './containers/compression.ts';
export {
  checkRows,
  type CheckOptions,
  type Finding,
  type RowCheck,
  type TokenLengths,
  type Verdict,
} from './conformance/check.ts';
export {
  checkDataset,
  type CheckReport,
  type CheckReportOptions,
  type ConsumerReport,
} from './conformance/check-report.ts';
export {
  FIRST_ROWS,
  OUTCOMES,
  type Consumer,
  type ConsumerRule,
  type FileFacts,
  type FileRule,
  type Outcome,
  type RuleEvidence,
  type RuleMatch,
} from './conformance/consumer.ts';
export { CONSUMERS, resolveConsumers } from './conformance/consumers.ts';
export { fileObstacle, type FilePlan } from './conformance/file-shapes.ts';
export { shapeCodec } from './conformance/shape-codec.ts';
export {
  COMMON_CONTEXTS,
  LengthCounter,
  lengthTable,
  type LengthTable,
  type LengthTableOptions,
} from './conformance/length-table.ts';
export { adaptRow, repairRows, type RepairedRow, type RepairOptions } from './conformance/repair.ts';
export { writeCsv, type WriteCsvOptions } from './containers/csv.ts';
export {
  CONTAINERS,
  packingOfName,
  packRows,
  type Container,
  type Packing,
  type PackRowsOptions,
} from './containers/pack-rows.ts';
export { shardName, shardRows, type Shard, type ShardOptions } from './containers/shards.ts';
export { readTar, writeTar, type ReadTarOptions, type TarEntry, type TarSource } from './containers/tar.ts';
export { webDatasetEntries } from './containers/web-dataset.ts';
export { convert, type ConvertedRow, type ConvertOptions } from './convert.ts';
export { convertBatches, type ConvertedBatch } from './convert-batches.ts';
export { createCustomCodec } from './custom/codec.ts';
export { RECORD_PARTS, type RecordPart } from './custom/well-known.ts';
export { detectFormat, type FormatDetection } from './detect-format.ts';
export { dedupeRows, type DedupedRow, type DedupeRowsOptions, type Duplicate } from './files/dedupe-rows.ts';
export { mergeRows, type MergedRow, type NamedSource } from './files/merge-rows.ts';
export type { NearTexts } from './files/near-texts.ts';
export type { BadLine, GoodLine, RowLine } from './files/read-lines.ts';
export {
  rowStatistics,
  type ColumnStatistics,
  type Distribution,
  type RowStatistics,
  type RowStatisticsOptions,
} from './files/row-statistics.ts';
export { sampleRows, type SampleRowsOptions } from './files/sample-rows.ts';
export { splitRows, type SplitRow, type SplitRowsOptions, type SplitShares } from './files/split-rows.ts';
export { formatRow } from './json/format-row.ts';
export type { RowLimits } from './json/limits.ts';
export { LossCounter, type LossCount } from './loss-counter.ts';
export { readParquetRows, type RandomAccessFile } from './parquet/read-parquet.ts';
export { isParquet, readParquetLines } from './parquet/read-parquet-lines.ts';
export { writeParquet, type WriteParquetOptions } from './parquet/write-parquet.ts';
export { readDataset, type ReadDatasetOptions } from './read-dataset.ts';
export { resolveCodec, type ResolveCodecOptions } from './resolve-codec.ts';
export { readRows, type ReadRowsOptions } from './rows/read-rows.ts';
export { writeRows, type WriteRowsOptions } from './rows/write-rows.ts';
export { chatTemplateOf, templateConfig, type ChatTemplate, type ChatTemplateFiles } from './text/chat-template.ts';
export { createTextCodec, type TextCodec } from './text/codec.ts';
export { trainerConfigs, type TrainerConfigsInput } from './trainers/trainer-configs.ts';
export { validate, type ValidateOptions, type ValidationReport } from './validate.ts';
export { compileValidator, type RowValidator } from './custom/validator.ts';
