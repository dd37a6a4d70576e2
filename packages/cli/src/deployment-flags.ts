import * as Flags from '@oclif/core/flags';

/** Which deployment is meant, and how it is to be. */
export const deploymentFlags = {
  environment: Flags.string({
    description: 'Name of the deployment, part of every stack and bucket.',
    env: 'DSGEN_ENVIRONMENT',
    default: 'main',
    helpValue: 'NAME',
  }),
  profile: Flags.string({
    description: 'What is deployed: functions only, or containers on AWS Batch too.',
    env: 'DSGEN_PLATFORM_PROFILE',
    options: ['lambda', 'core'],
    default: 'core',
  }),
  regions: Flags.string({
    description: 'Regions by comma, the home Region first. Default: AWS_REGION, else us-east-1.',
    env: 'DSGEN_REGIONS',
    helpValue: 'LIST',
  }),
  email: Flags.string({
    description: 'Who hears of alarms and budgets.',
    env: 'DSGEN_ALARM_EMAIL',
    helpValue: 'ADDRESS',
  }),
  image: Flags.string({
    description: 'Image of the worker container. Default: built from this version, which takes Docker.',
    env: 'DSGEN_WORKER_IMAGE',
    helpValue: 'URI',
  }),
  replicated: Flags.boolean({
    description: 'Copy documents and datasets between the Regions; in a second run, when every bucket exists.',
    env: 'DSGEN_REPLICATED',
  }),
};

export function deploymentSettings<Values extends { readonly regions?: string | undefined }>(
  flags: Values,
): Omit<Values, 'regions'> & { readonly regions: string } {
  return { ...flags, regions: flags.regions ?? process.env['AWS_REGION'] ?? 'us-east-1' };
}
