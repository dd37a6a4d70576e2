import { FaultError } from '@dsgen/core';

/** Environment variables of every worker, Lambda function and container alike. The stack sets them, the worker reads them. */
export const WORKER_ENVIRONMENT = {
  /** Name of the deployment: `prod`, `lab`. */
  environment: 'DSGEN_ENVIRONMENT',
  /** Bucket with the zones bronze, silver, gold, runs and quarantine. */
  bucket: 'DSGEN_BUCKET',
  ledgerTable: 'DSGEN_LEDGER_TABLE',
  workTable: 'DSGEN_WORK_TABLE',
  catalogTable: 'DSGEN_CATALOG_TABLE',
  /** `lambda`, or `lambda,batch`: which hosts the planner may use. */
  compute: 'DSGEN_COMPUTE',
} as const;

/** Set for single functions only. */
export const FUNCTION_ENVIRONMENT = {
  /** Supervisor: starts the workflow of a job it takes over. */
  stateMachineArn: 'DSGEN_STATE_MACHINE_ARN',
} as const;

/** What the workflow tells a container beside {@link WORKER_ENVIRONMENT}. */
export const CONTAINER_ENVIRONMENT = {
  /** `process` or `assemble`. */
  work: 'DSGEN_WORK',
  tenant: 'DSGEN_TENANT',
  jobId: 'DSGEN_JOB_ID',
  epoch: 'DSGEN_EPOCH',
  /** Only for `process`; the shard is the element of the lane's list (`laneKey`) that the array index gives. */
  lane: 'DSGEN_LANE',
} as const;

/** Set by AWS Batch in the children of an array job; a job without children works on the first shard. */
export const ARRAY_INDEX = 'AWS_BATCH_JOB_ARRAY_INDEX';

export type WorkerEnvironment = Readonly<Record<keyof typeof WORKER_ENVIRONMENT, string>>;

/**
 * The worker's settings, from the variables the stack set.
 *
 * @throws FaultError `worker-environment-incomplete` that names the missing variable
 */
export function readWorkerEnvironment(environment: Readonly<Record<string, string | undefined>>): WorkerEnvironment {
  const entries = Object.entries(WORKER_ENVIRONMENT).map(([name, variable]) => [
    name,
    requireVariable(environment, variable),
  ]);
  return Object.fromEntries(entries) as WorkerEnvironment;
}

/** @throws FaultError `worker-environment-incomplete` */
export function requireVariable(environment: Readonly<Record<string, string | undefined>>, variable: string): string {
  const value = environment[variable];
  if (value !== undefined && value !== '') return value;
  throw new FaultError({
    code: 'worker-environment-incomplete',
    message: `Cannot start the worker: the environment variable "${variable}" is not set`,
    fix: 'Deploy the platform again with the version of dsgen that built this worker.',
  });
}
