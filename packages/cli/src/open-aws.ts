import { openAwsBackend } from '@dsgen/backend-aws';
import type { Backend } from '@dsgen/sdk';
import { defined } from './defined.ts';

export { cleanUploads, listUploads, openUploadTarget, uploadCorpus } from '@dsgen/backend-aws';

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
