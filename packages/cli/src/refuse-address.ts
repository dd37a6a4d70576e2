import { UsageError } from '@dsgen/sdk';

const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//iu;

/**
 * Rows and datasets are written on this machine; an address would become a folder of that name.
 *
 * @throws UsageError `output-is-address`
 */
export function refuseAddress(out: string): void {
  if (!ADDRESS.test(out)) return;
  throw new UsageError({
    code: 'output-is-address',
    message: `Cannot write to ${JSON.stringify(out)}: output goes to this machine`,
    fix: 'Name a folder or a file; then send a dataset on with dsgen push DATASET s3://bucket/prefix, or hf://user/name.',
  });
}
