import { UsageError } from '@dsgen/core';

const MAX_PATH_LENGTH = 4096;

/**
 * Throws unless a path given for a document is relative, with `/`, and stays below the corpus root.
 *
 * @throws UsageError `document-path-invalid`
 */
export function assertDocumentPath(path: string): void {
  const segments = path.split('/');
  const isValid =
    path.length <= MAX_PATH_LENGTH &&
    !path.includes('\0') &&
    path.isWellFormed() &&
    segments.every((segment) => segment !== '' && segment !== '.' && segment !== '..');
  if (isValid) return;
  throw new UsageError({
    code: 'document-path-invalid',
    message: `Cannot add a document with the path ${JSON.stringify(path.slice(0, MAX_PATH_LENGTH))}`,
    fix: `Use a relative path such as "guides/start.md", at most ${MAX_PATH_LENGTH} characters, without ".." and "//".`,
  });
}
