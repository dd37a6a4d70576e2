import { BackendError, InputError, type DsgenError } from '@dsgen/sdk';

export interface FileAction {
  /** `read the dataset`, `write the recipe`. */
  readonly action: string;
  readonly path: string;
}

/** What the operating system refused, in words and with what to do about it; other errors come back as they are. */
export function fileError(error: unknown, { action, path }: FileAction): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = REFUSALS[code];
  if (known === undefined) return error;
  const { ErrorClass, reason, fix } = known;
  return new ErrorClass({
    code: `file-${code.toLowerCase()}`,
    message: `Cannot ${action} "${path}": ${reason}`,
    fix,
    cause: error,
  });
}

interface Refusal {
  readonly ErrorClass: new (options: { code: string; message: string; fix: string; cause: unknown }) => DsgenError;
  readonly reason: string;
  readonly fix: string;
}

const DENIED = {
  ErrorClass: BackendError,
  reason: 'permission denied',
  fix: 'Choose another place, or change its permissions.',
};

const REFUSALS: Readonly<Record<string, Refusal | undefined>> = {
  ENOENT: { ErrorClass: InputError, reason: 'it does not exist', fix: 'Check the spelling and the working directory.' },
  ENOTDIR: { ErrorClass: InputError, reason: 'a part of the path is a file, not a folder', fix: 'Check the path.' },
  EISDIR: { ErrorClass: InputError, reason: 'it is a folder', fix: 'Name a file.' },
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: { ...DENIED, reason: 'the file system is read-only', fix: 'Choose a place that can be written.' },
  EDQUOT: { ...DENIED, reason: 'your quota of the disk is used up', fix: 'Free some space and run the command again.' },
  EFBIG: {
    ...DENIED,
    reason: 'files may not be so large here',
    fix: 'Choose another place, or raise the limit (ulimit -f).',
  },
  ENOSPC: { ...DENIED, reason: 'the disk is full', fix: 'Free some space and run the command again.' },
};
