import * as Flags from '@oclif/core/flags';
import { numberFlag } from './number-flag.ts';

/*
 * Flags that more than one command has. Every flag can also be given by an environment variable, so that CI needs no
 * wrapper script.
 */

export const storeFlag = Flags.string({
  description: 'Folder for finished work and job state. Default: .dsgen beside the documents.',
  env: 'DSGEN_STORE',
  helpValue: 'DIR',
});

/** Where jobs live and run. */
export const placeFlags = {
  store: storeFlag,
  backend: Flags.string({
    description: 'Run here, or on a platform that dsgen deploy set up.',
    env: 'DSGEN_BACKEND',
    options: ['local', 'aws'],
    default: 'local',
  }),
  environment: Flags.string({
    description: 'With --backend aws: name of the deployment. Default: main.',
    env: 'DSGEN_ENVIRONMENT',
    helpValue: 'NAME',
  }),
  region: Flags.string({
    description: 'With --backend aws: Region of the deployment. Default: that of the AWS profile.',
    env: 'DSGEN_REGION',
    helpValue: 'REGION',
  }),
};

export const corpusFlags = {
  include: Flags.string({
    description: 'Only documents that match this glob pattern. Repeat for more.',
    env: 'DSGEN_INCLUDE',
    helpValue: 'GLOB',
    multiple: true,
    multipleNonGreedy: true,
  }),
  exclude: Flags.string({
    description: 'No documents that match this glob pattern. Repeat for more.',
    env: 'DSGEN_EXCLUDE',
    helpValue: 'GLOB',
    multiple: true,
    multipleNonGreedy: true,
  }),
};

export const recipeFlags = {
  recipe: Flags.string({
    char: 'r',
    description: 'Recipe file. Default: dsgen.yaml in the working directory, where there is one.',
    env: 'DSGEN_RECIPE',
    helpValue: 'FILE',
  }),
  ocr: Flags.boolean({ description: 'Read images and pages without a text layer.', env: 'DSGEN_OCR', allowNo: true }),
  'ocr-language': Flags.string({
    description: 'Language of such pages as a Tesseract code, such as eng or deu.',
    env: 'DSGEN_OCR_LANGUAGE',
    helpValue: 'CODE',
  }),
  html: Flags.string({
    description: 'Take the whole web page or its main article only.',
    env: 'DSGEN_HTML',
    options: ['page', 'article'],
  }),
};

export const concurrencyFlag = Flags.integer({
  description: 'Documents worked on at once; never changes the result. Default: the number of cores.',
  env: 'DSGEN_CONCURRENCY',
  helpValue: 'N',
  min: 1,
  max: 256,
});

export const forceFlag = Flags.boolean({ description: 'Replace files that exist.', env: 'DSGEN_FORCE' });

export const seedFlag = Flags.integer({
  description: 'The same file and seed give the same result.',
  env: 'DSGEN_SEED',
  helpValue: 'N',
  default: 0,
});

/** A share of three-word groups; below one half, texts that have little to do with each other would count as near. */
export function nearFlag(description: string) {
  return numberFlag({
    name: '--near',
    description: `${description}, from 0.5 to 1.`,
    env: 'DSGEN_NEAR',
    min: 0.5,
    max: 1,
  });
}
