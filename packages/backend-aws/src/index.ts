export { openAwsBackend, type OpenAwsBackendOptions } from './connect/open-aws-backend.ts';
export type { CorpusItem, SealedCorpus, StoredBytes } from './corpus/corpus-item.ts';
export { inspectPlatform, type InspectPlatformOptions, type PlatformFinding } from './doctor/inspect-platform.ts';
export { readManifest } from './corpus/manifest.ts';
export { readStoredBytes } from './corpus/read-stored-bytes.ts';
export { parseBucketTarget, type BucketTarget } from './push/bucket-target.ts';
export { pushFiles, type PushedFiles, type PushFile, type PushFilesOptions } from './push/push-files.ts';
export { awsErrorName, explainAwsError, statusOf, type AwsAction } from './store/explain-aws-error.ts';
export { createS3ArtefactStore, type S3ArtefactStoreOptions } from './store/s3-artefact-store.ts';
export { createS3Client, type S3ConnectionOptions } from './store/s3-connection.ts';
export {
  cleanUploads,
  listUploads,
  type CleanedUploads,
  type CleanUploadsOptions,
  type ManageUploadsOptions,
  type UnfinishedUpload,
} from './upload/manage-uploads.ts';
export { openUploadTarget, type OpenUploadTargetOptions, type UploadTarget } from './upload/open-upload-target.ts';
export type { UploadProgress } from './upload/progress.ts';
export { uploadCorpus, type UploadCorpusOptions, type UploadReport } from './upload/upload-corpus.ts';
export { ACCELERATE_MODES, type AccelerateMode } from './upload/transport/choose-endpoint.ts';
export { planShards, type PlannedItem, type PlanShardsOptions, type Shard } from './plan/plan-shards.ts';
export { estimateWork, type EstimateWorkOptions } from './price/estimate-work.ts';
export { MEASURED_UNIT_WORK, type JobWork, type LaneWork, type UnitWork } from './price/job-work.ts';
export {
  COST_STAGES,
  priceJob,
  type CostLine,
  type CostStage,
  type JobCost,
  type PriceJobOptions,
} from './price/price-job.ts';
export { PRICES, type Price, type PriceName } from './price/prices.ts';
export type { WorkLane } from './workflow/steps.ts';
export { readCorpus, type ReadCorpusOptions } from './workflow/corpus-work.ts';
