import { FUNCTION_ENVIRONMENT, WORKER_FUNCTIONS, type WorkerFunction } from '@dsgen/backend-aws/names';
import { Stack } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { PlatformResources } from './platform-resources.ts';
import { WORKFLOW_ID } from './workflow-policy.ts';
import { WorkerLambda } from './worker-function.ts';
import { allow } from '../checks/grants.ts';
import type { FunctionProfile } from '../profiles/profile.ts';
import { SHARD_TIMEOUT_SECONDS } from '../workflow/fast-lane.ts';

export interface JobFunctionsProps {
  readonly code: Code;
  readonly resources: PlatformResources;
  readonly functions: FunctionProfile;
}

/** The longest that Lambda allows: plan and assembly grow with the corpus. */
const LONGEST_SECONDS = 900;
/** 1,769 MB are one vCPU; the assembly streams, so more would not make it faster. */
const ONE_CPU_MEGABYTES = 1_769;

/** The functions of a Region by name. */
export class JobFunctions extends Construct {
  readonly byName: Readonly<Record<WorkerFunction, WorkerLambda>>;

  constructor(scope: Construct, id: string, { code, resources, functions }: JobFunctionsProps) {
    super(scope, id);
    const sizes = sizesOf(functions);
    this.byName = Object.fromEntries(
      WORKER_FUNCTIONS.map((name) => [
        name,
        new WorkerLambda(this, titleOf(name), { name, code, resources, functions, timeoutSeconds: 60, ...sizes[name] }),
      ]),
    ) as Record<WorkerFunction, WorkerLambda>;
  }

  /** The supervisor starts jobs that it takes over. */
  letSupervisorStart(stateMachineArn: string): void {
    const { role, function: supervisor } = this.byName.supervisor;
    const stack = Stack.of(this);
    allow(
      role,
      { actions: ['states:StartExecution'], resources: [stateMachineArn] },
      {
        actions: ['states:DescribeExecution'],
        resources: [`arn:aws:states:${stack.region}:${stack.account}:execution:${WORKFLOW_ID}-*`],
        reason: 'Executions are named after jobs: the supervisor looks at those of the JobWorkflow state machine.',
      },
    );
    supervisor.addEnvironment(FUNCTION_ENVIRONMENT.stateMachineArn, stateMachineArn);
  }
}

interface FunctionSize {
  readonly timeoutSeconds?: number;
  readonly memoryMegabytes?: number;
  readonly scratchMegabytes?: number;
  readonly reservedConcurrency?: number;
}

function sizesOf(functions: FunctionProfile): Partial<Record<WorkerFunction, FunctionSize>> {
  const { processMemoryMegabytes, processScratchMegabytes, reservedConcurrency } = functions;
  return {
    process: {
      timeoutSeconds: SHARD_TIMEOUT_SECONDS,
      memoryMegabytes: processMemoryMegabytes,
      scratchMegabytes: processScratchMegabytes,
      ...(reservedConcurrency === undefined ? {} : { reservedConcurrency }),
    },
    // Ten million documents: 480 MiB of memory, and a gigabyte of hashes and paths.
    plan: {
      timeoutSeconds: LONGEST_SECONDS,
      memoryMegabytes: ONE_CPU_MEGABYTES,
      scratchMegabytes: processScratchMegabytes,
    },
    settle: { timeoutSeconds: LONGEST_SECONDS },
    assemble: {
      timeoutSeconds: LONGEST_SECONDS,
      memoryMegabytes: 2 * ONE_CPU_MEGABYTES,
      scratchMegabytes: processScratchMegabytes,
    },
    publish: { timeoutSeconds: 300 },
  };
}

function titleOf(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
