import * as Flags from '@oclif/core/flags';
import { placeFlags } from './flags.ts';

/** Which bucket is meant: that of a platform, or one by its name. */
export const bucketFlags = {
  ...placeFlags,
  bucket: Flags.string({
    description: 'A bucket by its name, without a platform around it. Stands for --backend aws.',
    env: 'DSGEN_BUCKET',
    helpValue: 'NAME',
  }),
  endpoint: Flags.string({
    description: 'Another S3 server than AWS. Default: AWS_ENDPOINT_URL.',
    env: 'DSGEN_ENDPOINT',
    helpValue: 'URL',
  }),
  tenant: Flags.string({
    description: 'Whose documents these are: part of every key. Default: default.',
    env: 'DSGEN_TENANT',
    helpValue: 'NAME',
  }),
};

/** The values of {@link bucketFlags}. */
export interface BucketFlags {
  readonly store?: string | undefined;
  readonly backend: string;
  readonly environment?: string | undefined;
  readonly region?: string | undefined;
  readonly bucket?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly tenant?: string | undefined;
}

export const uploadFlags = {
  name: Flags.string({
    description: 'Name of the corpus. Default: that of the folder.',
    env: 'DSGEN_CORPUS_NAME',
    helpValue: 'NAME',
  }),
  packs: Flags.boolean({
    description: 'Let documents under 256 KiB travel together.',
    env: 'DSGEN_PACKS',
    default: true,
    allowNo: true,
  }),
  accelerate: Flags.string({
    description: 'Use S3 Transfer Acceleration; auto sends 8 MiB both ways first and takes the faster.',
    env: 'DSGEN_ACCELERATE',
    options: ['auto', 'on', 'off'] as const,
    default: 'off',
  }),
  concurrency: Flags.integer({
    description: 'Most requests at once; fewer are used where more do not help. Default: 64.',
    env: 'DSGEN_CONCURRENCY',
    helpValue: 'N',
    min: 1,
    max: 256,
  }),
  'max-document-bytes': Flags.integer({
    description: 'Larger files are listed as too large and not sent. Default: 536870912, the most a run reads.',
    env: 'DSGEN_MAX_DOCUMENT_BYTES',
    helpValue: 'N',
    min: 1,
  }),
};
