import {
  estimateWork,
  inspectPlatform,
  openAwsBackend,
  priceJob,
  type JobCost,
  type JobWork,
} from '@dsgen/backend-aws';
import type { Backend, DocumentPlan } from '@dsgen/sdk';
import type { Finding } from './doctor/check.ts';
import { defined } from './defined.ts';

export {
  cleanUploads,
  createS3Client,
  listUploads,
  openUploadTarget,
  parseBucketTarget,
  pushFiles,
  uploadCorpus,
} from '@dsgen/backend-aws';

/** Which deployment is meant. */
export interface AwsPlace {
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
}

/** The one file that imports the AWS back end: it is loaded when a command needs it. */
export function openAws({ environment, region }: AwsPlace, signal: AbortSignal): Promise<Backend> {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  return openAwsBackend({ signal, ...defined({ environment, region, endpoint }) });
}

/** What there is of the deployment, part by part. */
export function checkAws(place: AwsPlace, release: string, signal: AbortSignal): Promise<readonly Finding[]> {
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  return inspectPlatform({ release, signal, ...defined({ ...place, endpoint }) });
}

/** What a plan would be on AWS. */
export interface AwsEstimate {
  readonly work: JobWork;
  readonly cost: JobCost;
}

/** The work and the cost of a run on AWS, from what the plan of this machine says of each document. Nothing is asked of AWS. */
export async function estimateOnAws(plans: readonly DocumentPlan[]): Promise<AwsEstimate> {
  const items = plans.filter(({ outcome }) => outcome === undefined).map((plan) => ({ ...plan, item: plan.path }));
  const work = await estimateWork(items);
  return { work, cost: priceJob(work) };
}
