import { CancelledError, InputError } from '@dsgen/core';
import { WORKFLOW_ERRORS, type JobReference } from './steps.ts';

/** A later owner has the job: this one must not touch it any more. */
export function epochSuperseded({ jobId, epoch }: JobReference): Error {
  const error = new InputError({
    code: 'epoch-superseded',
    message: `Cannot go on with job ${jobId} as epoch ${epoch}: a later epoch owns it, or it has ended`,
    fix: 'Nothing has to be done: the other owner goes on.',
  });
  // Step Functions tells errors apart by their name.
  error.name = WORKFLOW_ERRORS.epochSuperseded;
  return error;
}

/** Somebody asked for the end of the job. */
export function jobCancelled({ jobId }: JobReference): Error {
  const error = new CancelledError({ code: 'job-cancelled', message: `Job ${jobId} was cancelled` });
  error.name = WORKFLOW_ERRORS.jobCancelled;
  return error;
}
