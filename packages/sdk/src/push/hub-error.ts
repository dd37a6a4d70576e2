import { BackendError, CancelledError } from '@dsgen/core';

export interface HubCall {
  /** `user/name` */
  readonly repository: string;
  readonly hubUrl: string;
  readonly signal?: AbortSignal;
}

/** What went wrong with the hub, in words and with what to do about it; other errors come back as they are. */
export function hubError(error: unknown, { repository, hubUrl, signal }: HubCall): unknown {
  if (signal?.aborted === true) return signal.reason instanceof CancelledError ? signal.reason : error;
  const status = statusOf(error);
  if (status === undefined) return isUnreachable(error) ? unreachable(hubUrl, error) : error;
  const { code, reason, fix, isRetryable } = refusal(status);
  return new BackendError({
    code,
    message: `Cannot push to "${repository}": the hub answered ${status}, ${reason}`,
    fix,
    isRetryable,
    data: { status, repository, hubUrl },
    cause: error,
  });
}

/** The status of an answer that the hub's client took for an error. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : undefined;
}

/** `fetch` throws a TypeError whose cause is the error of the connection. */
function isUnreachable(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof Error;
}

function unreachable(hubUrl: string, cause: unknown): BackendError {
  return new BackendError({
    code: 'hub-unreachable',
    message: `Cannot reach the hub at ${hubUrl}`,
    fix: 'Check the network, and HF_ENDPOINT where it is set; then push again: what has arrived is not sent twice.',
    isRetryable: true,
    cause,
  });
}

interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly fix: string;
  readonly isRetryable: boolean;
}

const PUSH_AGAIN = 'Push again: what has arrived is not sent twice.';

function refusal(status: number): Refusal {
  if (status === 401 || status === 403) {
    const reason = status === 401 ? 'it does not accept the token' : 'the token may not write there';
    return { code: 'hub-refused', reason, fix: 'Put a token into HF_TOKEN that may write to it.', isRetryable: false };
  }
  if (status === 404) {
    const fix = 'Check the name of the user or organisation, and that the token may write to it.';
    return { code: 'hub-not-found', reason: 'there is no such place', fix, isRetryable: false };
  }
  if (status === 429 || status >= 500) {
    return { code: 'hub-busy', reason: 'it cannot answer now', fix: PUSH_AGAIN, isRetryable: true };
  }
  if (status === 409 || status === 412) {
    return { code: 'hub-conflict', reason: 'the dataset was changed meanwhile', fix: PUSH_AGAIN, isRetryable: true };
  }
  const fix = 'Read what the hub allows for datasets; dsgen explains no more.';
  return { code: 'hub-refused', reason: 'it does not take the files', fix, isRetryable: false };
}
