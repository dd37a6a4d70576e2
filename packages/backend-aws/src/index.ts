export { openAwsBackend, type OpenAwsBackendOptions } from './connect/open-aws-backend.ts';
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
