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
export { ZONES, type Zone } from './names/zones.ts';
export {
  PLATFORM_SCHEMA,
  parsePlatform,
  platformParameterName,
  type Platform,
  type PlatformRegion,
} from './names/platform.ts';
export { EXPIRY_ATTRIBUTE, TABLE_KEYS } from './names/tables.ts';
export { WORKER_FUNCTIONS, type WorkerFunction } from './names/worker-functions.ts';
export {
  MAX_INLINE_SHARDS,
  WORKFLOW_ERRORS,
  WORK_LANES,
  type FinalizeInput,
  type JobPlan,
  type JobReference,
  type LanePlan,
  type SettleResult,
  type ShardReference,
  type ShardResult,
  type WorkLane,
} from './workflow/steps.ts';
