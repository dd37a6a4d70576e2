import { SFNClient } from '@aws-sdk/client-sfn';
import { createExecutions } from '../backend/executions.ts';
import { FUNCTION_ENVIRONMENT, requireVariable } from '../names/environment.ts';
import { superviseJobs, type Supervision } from '../workflow/supervise-jobs.ts';
import { openContext } from './open-context.ts';

/** Runs every minute: renews what runs, ends what ended unseen, takes over what another region left. */
export function handler(): Promise<Supervision> {
  const stateMachineArn = requireVariable(process.env, FUNCTION_ENVIRONMENT.stateMachineArn);
  const endpoint = process.env['AWS_ENDPOINT_URL'];
  const client = new SFNClient(endpoint === undefined || endpoint === '' ? {} : { endpoint });
  return superviseJobs(openContext, createExecutions({ client, stateMachineArn }));
}
