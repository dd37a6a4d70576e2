import * as Args from '@oclif/core/args';

export const jobArgument = Args.string({ description: 'Id of the job; dsgen jobs list shows them.', required: true });

export const corpusArgument = Args.string({
  description: 'Id of the corpus; dsgen corpora list shows them.',
  required: true,
});

export const datasetIdArgument = Args.string({
  description: 'Id of the dataset; dsgen datasets list shows them.',
  required: true,
});

export const datasetArgument = Args.string({ description: 'Folder of the dataset.', required: true });

export const pathsArgument = Args.string({ description: 'Files and folders to read.', required: true, multiple: true });

/** What every command reads that works on a file of rows. */
export const ROWS_ARGUMENT =
  'File of rows: JSON Lines, JSON list, CSV, Parquet or WebDataset shard, compressed or not; or - for standard input.';

/** What every command writes that makes a file of rows. */
export const OUT_ARGUMENT =
  'File to write, its container by the name: .jsonl, .json, .csv, .parquet, .tar, and .gz, .zst or .br; or - for JSON Lines on standard output.';
