import * as Args from '@oclif/core/args';

export const jobArgument = Args.string({ description: 'Id of the job; dsgen jobs list shows them.', required: true });

export const datasetArgument = Args.string({ description: 'Folder of the dataset.', required: true });

export const pathsArgument = Args.string({ description: 'Files and folders to read.', required: true, multiple: true });
