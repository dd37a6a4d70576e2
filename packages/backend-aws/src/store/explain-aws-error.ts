import { BackendError, DsgenError } from '@dsgen/core';

/** What was attempted, for messages: `Cannot <action>: …`. */
export interface AwsAction {
  /** Such as `upload to the bucket "data"`. */
  readonly action: string;
  readonly signal?: AbortSignal | undefined;
}

interface Explanation {
  readonly code: string;
  readonly problem: string;
  readonly fix: string;
  readonly isRetryable?: boolean;
}

const CREDENTIALS: Explanation = {
  code: 'aws-credentials-missing',
  problem: 'there are no AWS credentials',
  fix: 'Run aws sso login or aws configure, or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
};
const EXPIRED: Explanation = {
  code: 'aws-credentials-expired',
  problem: 'the AWS credentials have expired',
  fix: 'Sign in again, for example with aws sso login, and run the command once more; it goes on where it stopped.',
};
const INVALID: Explanation = {
  code: 'aws-credentials-invalid',
  problem: 'AWS does not know these credentials',
  fix: 'Check AWS_PROFILE, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; the secret belongs to another key, or the key was deleted.',
};
const REGION: Explanation = {
  code: 'aws-region-wrong',
  problem: 'it is in another Region',
  fix: 'Name its Region with --region or AWS_REGION.',
};
const NO_REGION: Explanation = {
  code: 'aws-region-missing',
  problem: 'no AWS Region is set',
  fix: 'Name one with --region or AWS_REGION.',
};
const MISSING: Explanation = {
  code: 'bucket-missing',
  problem: 'there is no such bucket',
  fix: 'Check the name of the bucket, or deploy the platform with dsgen deploy.',
};
const BAD_NAME: Explanation = {
  code: 'bucket-name-invalid',
  problem: 'no bucket can have this name',
  fix: 'Check the name of the bucket: 3 to 63 lower-case letters, digits, dots and hyphens.',
};
const DENIED: Explanation = {
  code: 'aws-access-denied',
  problem: 'access is denied',
  fix: 'Ask the owner of the bucket for s3:PutObject, s3:GetObject, s3:ListBucket and s3:AbortMultipartUpload, and for the use of its key.',
};
const SKEWED: Explanation = {
  code: 'clock-skewed',
  problem: "this machine's clock is too far from AWS's",
  fix: 'Set the clock, for example by switching time synchronisation on.',
};
const THROTTLED: Explanation = {
  code: 'aws-throttled',
  problem: 'AWS asks to slow down, also after several attempts',
  fix: 'Run the command again later, or with a lower --concurrency; it goes on where it stopped.',
  isRetryable: true,
};
const UNREACHABLE: Explanation = {
  code: 'aws-unreachable',
  problem: 'the service does not answer',
  fix: 'Check the network and the --endpoint, if one is set, and run the command again; it goes on where it stopped.',
  isRetryable: true,
};
const UNAVAILABLE: Explanation = {
  code: 'aws-unavailable',
  problem: 'the service failed, also after several attempts',
  fix: 'Run the command again; it goes on where it stopped.',
  isRetryable: true,
};
const CORRUPTED: Explanation = {
  code: 'transfer-corrupted',
  problem: 'what arrived is not what was sent, also after several attempts',
  fix: 'Run the command again; if it repeats, look for a proxy that changes what passes through.',
  isRetryable: true,
};

/** By the error's name or code, as SDK, S3 and Node give them. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  CredentialsProviderError: CREDENTIALS,
  TokenProviderError: EXPIRED,
  ExpiredToken: EXPIRED,
  ExpiredTokenException: EXPIRED,
  TokenRefreshRequired: EXPIRED,
  RequestExpired: EXPIRED,
  InvalidAccessKeyId: INVALID,
  SignatureDoesNotMatch: INVALID,
  InvalidClientTokenId: INVALID,
  UnrecognizedClientException: INVALID,
  InvalidToken: INVALID,
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  IncorrectEndpoint: REGION,
  NoSuchBucket: MISSING,
  InvalidBucketName: BAD_NAME,
  NotFound: MISSING,
  AccessDenied: DENIED,
  AccessDeniedException: DENIED,
  AllAccessDisabled: DENIED,
  Forbidden: DENIED,
  RequestTimeTooSkewed: SKEWED,
  RequestInTheFuture: SKEWED,
  SlowDown: THROTTLED,
  Throttling: THROTTLED,
  ThrottlingException: THROTTLED,
  TooManyRequestsException: THROTTLED,
  ProvisionedThroughputExceededException: THROTTLED,
  RequestLimitExceeded: THROTTLED,
  InternalError: UNAVAILABLE,
  InternalServerError: UNAVAILABLE,
  ServiceUnavailable: UNAVAILABLE,
  RequestTimeout: UNREACHABLE,
  TimeoutError: UNREACHABLE,
  ECONNREFUSED: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  EPIPE: UNREACHABLE,
  AnswerMalformed: UNAVAILABLE,
  AnswerTooLong: UNAVAILABLE,
  BadDigest: CORRUPTED,
  XAmzContentSHA256Mismatch: CORRUPTED,
};

/** By status, where the answer has no code. */
const BY_STATUS: Readonly<Record<number, Explanation>> = {
  301: REGION,
  403: DENIED,
  429: THROTTLED,
  500: UNAVAILABLE,
  502: UNAVAILABLE,
  503: THROTTLED,
  504: UNAVAILABLE,
};

interface AwsLikeError {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/**
 * An error of the SDK, of S3 or of the network as one of ours: what was attempted, what is wrong, what to do. An aborted
 * signal's reason and our own errors stay what they are.
 */
export function explainAwsError(error: unknown, { action, signal }: AwsAction): unknown {
  if (signal?.aborted === true) return signal.reason;
  if (DsgenError.isInstance(error)) return error;
  const explanation = explanationOf(error as AwsLikeError);
  if (explanation === undefined) return error;
  return new BackendError({
    code: explanation.code,
    message: `Cannot ${action}: ${explanation.problem}`,
    fix: explanation.fix,
    isRetryable: explanation.isRetryable ?? false,
    data: { reason: awsErrorName(error) },
    cause: error,
  });
}

/** The name AWS gives an error, or the code Node gives it. */
export function awsErrorName(error: unknown): string {
  const { name = '', code } = error as AwsLikeError;
  return code !== undefined && !(name in EXPLANATIONS) ? code : name;
}

/** The HTTP status of an error of the SDK or of the upload transport. */
export function statusOf(error: unknown): number | undefined {
  return (error as AwsLikeError | undefined)?.$metadata?.httpStatusCode;
}

function explanationOf(error: AwsLikeError): Explanation | undefined {
  const known = EXPLANATIONS[error.code ?? ''] ?? EXPLANATIONS[error.name ?? ''];
  if (known !== undefined) return known;
  if (error.message === 'Region is missing') return NO_REGION;
  if (/checksum/i.test(error.message ?? '')) return CORRUPTED;
  const status = statusOf(error);
  if (status !== undefined) return BY_STATUS[status] ?? refusal(error, status);
  return typeof error.cause === 'object' && error.cause !== null ? explanationOf(error.cause) : undefined;
}

/** An answer that nobody foresaw, in AWS's own words. */
function refusal({ name = 'UnknownError', message = '' }: AwsLikeError, status: number): Explanation {
  return {
    code: 'aws-refused',
    problem: `AWS answered ${JSON.stringify(name)} with status ${status}: ${message}`,
    fix: 'Run the command again; if it repeats, look the answer up in the documentation of AWS.',
  };
}
