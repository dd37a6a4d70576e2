import {
  DescribeExecutionCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { JobReference } from '../workflow/steps.ts';
import type { WorkflowStarter } from './platform-parts.ts';

export interface ExecutionsOptions {
  readonly client: SFNClient;
  readonly stateMachineArn: string;
}

/** How the execution of an owner of a job stands; undefined when there is none. */
export type ExecutionState = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING_REDRIVE';

/** The workflow as executions of a state machine, one per owner of a job. */
export interface Executions extends WorkflowStarter {
  state(reference: JobReference): Promise<ExecutionState | undefined>;
}

/** An execution has the name of the job and its epoch, so starting it twice starts it once. */
export function createExecutions({ client, stateMachineArn }: ExecutionsOptions): Executions {
  const executionPrefix = stateMachineArn.replace(':stateMachine:', ':execution:');
  function arnOf(reference: JobReference): string {
    return `${executionPrefix}:${nameOf(reference)}`;
  }
  return {
    async start(reference) {
      const { tenant, jobId, epoch } = reference;
      const input = JSON.stringify({ tenant, jobId, epoch });
      await unless('ExecutionAlreadyExists', () =>
        client.send(new StartExecutionCommand({ stateMachineArn, name: nameOf(reference), input })),
      );
    },
    async stop(reference) {
      await unless('ExecutionDoesNotExist', () =>
        client.send(new StopExecutionCommand({ executionArn: arnOf(reference), cause: 'the job was cancelled' })),
      );
    },
    async state(reference) {
      const described = await unless('ExecutionDoesNotExist', () =>
        client.send(new DescribeExecutionCommand({ executionArn: arnOf(reference) })),
      );
      return described?.status;
    },
  };
}

function nameOf({ jobId, epoch }: JobReference): string {
  return `${jobId}-${epoch}`;
}

/** Undefined when the call fails with the error of this name, which says that nothing is to be done. */
async function unless<Answer>(name: string, call: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === name) return undefined;
    throw error;
  }
}
