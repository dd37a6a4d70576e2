import {
  BackendError,
  CancelledError,
  FaultError,
  GateError,
  InputError,
  LossError,
  UsageError,
  type DsgenError,
  type JobInfo,
} from '@dsgen/core';

const CLASSES = new Map(
  [BackendError, CancelledError, FaultError, GateError, InputError, LossError, UsageError].map((ErrorClass) => [
    ErrorClass.name,
    ErrorClass,
  ]),
);

/** The error that ended a job, as the class it was before it became data. */
export function jobFailure(info: JobInfo): DsgenError {
  const failure = info.error ?? { code: 'job-failed', message: `Job "${info.id}" failed without saying why` };
  const ErrorClass = CLASSES.get(failure.name ?? '') ?? FaultError;
  return new ErrorClass({
    code: failure.code,
    message: failure.message,
    data: { jobId: info.id },
    ...(failure.fix === undefined ? {} : { fix: failure.fix }),
  });
}
