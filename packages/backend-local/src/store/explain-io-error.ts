import { BackendError, DsgenError } from '@dsgen/core';

interface Explanation {
  readonly code: string;
  /** What could not be done. Default: write. */
  readonly action?: string;
  readonly problem: string;
  readonly fix: string;
}

/** What to do about a refusal of the operating system, by its error name. */
const EXPLANATIONS: ReadonlyMap<string, Explanation> = new Map([
  [
    'ENOSPC',
    {
      code: 'disk-full',
      problem: 'the disk is full',
      fix: 'Free some space, then run the same command again: finished work is kept.',
    },
  ],
  [
    'EDQUOT',
    {
      code: 'disk-full',
      problem: 'the disk quota is used up',
      fix: 'Free some space, then run the same command again: finished work is kept.',
    },
  ],
  [
    'EFBIG',
    {
      code: 'file-too-large',
      problem: 'the file is larger than the system allows',
      fix: 'Raise the file size limit (ulimit -f), then run the same command again: finished work is kept.',
    },
  ],
  [
    'EROFS',
    {
      code: 'read-only',
      problem: 'the file system is read-only',
      fix: 'Choose a writable place with --store or --out.',
    },
  ],
  [
    'EACCES',
    {
      code: 'access-denied',
      problem: 'access is denied',
      fix: 'Change the permissions, or choose another place with --store or --out.',
    },
  ],
  [
    'EPERM',
    {
      code: 'access-denied',
      problem: 'access is denied',
      fix: 'Change the permissions, or choose another place with --store or --out.',
    },
  ],
  [
    'ENOENT',
    {
      code: 'file-gone',
      action: 'use',
      problem: 'it or its folder is not there',
      fix: 'See that the folders of documents, --store and --out can be there and stay in place, then run the same command again.',
    },
  ],
  [
    'EMFILE',
    {
      code: 'too-many-open-files',
      problem: 'too many files are open',
      fix: 'Lower --concurrency or raise the limit (ulimit -n), then run the same command again: finished work is kept.',
    },
  ],
  [
    'ENFILE',
    {
      code: 'too-many-open-files',
      problem: 'too many files are open',
      fix: 'Close other programs, then run the same command again: finished work is kept.',
    },
  ],
  [
    'EIO',
    {
      code: 'disk-error',
      problem: 'the disk reported an error',
      fix: 'Check the disk, then run the same command again: finished work is kept.',
    },
  ],
]);

/** SQLITE_IOERR_SHMSIZE: no room for the index of its log, which it calls an error of the disk. */
const SQLITE_NO_ROOM_FOR_INDEX = 4874;
/** SQLITE_READONLY_DBMOVED: the file it has open is no longer where it was. */
const SQLITE_FILE_IS_GONE = 1032;

/** SQLite's result codes that mean one of the above. */
const SYSTEM_CODE_BY_SQLITE_CODE: ReadonlyMap<number, string> = new Map([
  [8, 'EROFS'],
  [10, 'EIO'],
  [13, 'ENOSPC'],
  [14, 'EACCES'],
  [SQLITE_NO_ROOM_FOR_INDEX, 'ENOSPC'],
  [SQLITE_FILE_IS_GONE, 'ENOENT'],
]);

const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

/**
 * An error of the file system or of SQLite as a BackendError that names the path and says what to do; any other error as it is.
 *
 * @param path the path to name when the error has none of its own
 */
export function explainIoError(error: unknown, path: string): unknown {
  if (DsgenError.isInstance(error) || !(error instanceof Error)) return error;
  const { code, errcode, path: ownPath } = error as Error & { code?: string; errcode?: number; path?: string };
  const primary = errcode === undefined ? undefined : errcode & 0xff;
  if (primary === SQLITE_CORRUPT || primary === SQLITE_NOT_A_DATABASE) return damagedState(path, error);
  const systemCode = errcode === undefined ? code : systemCodeOf(errcode);
  const explanation = systemCode === undefined ? undefined : EXPLANATIONS.get(systemCode);
  if (explanation === undefined) return error;
  return new BackendError({
    code: explanation.code,
    message: `Cannot ${explanation.action ?? 'write'} ${JSON.stringify(ownPath ?? path)}: ${explanation.problem}`,
    fix: explanation.fix,
    data: { path: ownPath ?? path },
    cause: error,
    isRetryable: true,
  });
}

/** The extended code where it says more than the primary one, its low byte. */
function systemCodeOf(sqliteCode: number): string | undefined {
  return SYSTEM_CODE_BY_SQLITE_CODE.get(sqliteCode) ?? SYSTEM_CODE_BY_SQLITE_CODE.get(sqliteCode & 0xff);
}

function damagedState(path: string, cause: Error): BackendError {
  return new BackendError({
    code: 'state-damaged',
    message: `Cannot read the state of the store ${JSON.stringify(path)}: the file state.sqlite is damaged`,
    fix: 'Delete state.sqlite, state.sqlite-wal and state.sqlite-shm in that folder and run the same command again: extracted documents are kept.',
    data: { path },
    cause,
  });
}
