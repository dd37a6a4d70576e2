import { UsageError } from './errors/usage-error.ts';

const SEGMENT = /^[A-Za-z0-9@._=-]+$/;
/** What common file systems and S3 both hold. */
const MAX_SEGMENT_LENGTH = 200;
const MAX_KEY_LENGTH = 900;

/**
 * Throws unless `key` follows the rules of {@link ArtefactStore}: every store calls this first, so that no key can leave its folder
 * or prefix.
 *
 * @throws UsageError `artefact-key-invalid`
 */
export function assertArtefactKey(key: string): void {
  const isValid = key.length <= MAX_KEY_LENGTH && key.split('/').every(isSegment);
  if (isValid) return;
  throw new UsageError({
    code: 'artefact-key-invalid',
    message: `Cannot use ${JSON.stringify(key.slice(0, MAX_KEY_LENGTH))} as an artefact key`,
    fix: `Use "/"-separated segments of A-Z a-z 0-9 @ . _ = -, each at most ${MAX_SEGMENT_LENGTH} characters and neither "." nor "..", ${MAX_KEY_LENGTH} in all.`,
  });
}

function isSegment(segment: string): boolean {
  return segment !== '.' && segment !== '..' && segment.length <= MAX_SEGMENT_LENGTH && SEGMENT.test(segment);
}
