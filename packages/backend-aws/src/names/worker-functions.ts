/**
 * The Lambda functions of the platform: one role, one entry `worker/<name>.lambda.ts` with an exported `handler`, one log
 * group each. Their inputs and outputs are in `workflow/steps.ts`.
 */
export const WORKER_FUNCTIONS = [
  'claim',
  'plan',
  'process',
  'settle',
  'assemble',
  'publish',
  'finalize',
  'supervisor',
] as const;
export type WorkerFunction = (typeof WORKER_FUNCTIONS)[number];
