/**
 * The contract between a deployed stack and the code that uses it: free of I/O and of SDK clients, so that the stack can be
 * synthesised, and planned against, without them.
 */
export {
  ARRAY_INDEX,
  CONTAINER_ENVIRONMENT,
  FUNCTION_ENVIRONMENT,
  WORKER_ENVIRONMENT,
  readWorkerEnvironment,
  requireVariable,
  type WorkerEnvironment,
} from './names/environment.ts';
export { ZONES, runPrefix, type RunKeyInput, type Zone } from './names/object-keys.ts';
export {
  PLATFORM_SCHEMA,
  parsePlatform,
  platformParameterName,
  type Platform,
  type PlatformRegion,
} from './names/platform.ts';
export { EXPIRY_ATTRIBUTE, STATE_INDEX, TABLE_KEYS } from './names/tables.ts';
export { WORKER_FUNCTIONS, type WorkerFunction } from './names/worker-functions.ts';
export {
  EPOCH_SUPERSEDED,
  type AssembleEvent,
  type BatchLanePlan,
  type ClaimEvent,
  type ClaimResult,
  type FastLanePlan,
  type FinalizeEvent,
  type PlanEvent,
  type ProcessEvent,
  type ProcessResult,
  type PublishEvent,
  type SettleEvent,
  type SettleResult,
  type ShardArray,
  type ShardReference,
  type WorkflowInput,
  type WorkflowOutcome,
  type WorkflowPlan,
} from './names/workflow-data.ts';
