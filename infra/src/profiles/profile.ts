/** What a deployment consists of, as data. Stacks read it; none of them knows a profile by name. */
export interface Profile {
  readonly name: string;
  /** One line for `dsgen deploy --help` and the stacks' descriptions. */
  readonly summary: string;
  readonly functions: FunctionProfile;
  /** Absent: functions only, and every document goes to the fast lane. */
  readonly batch?: BatchProfile;
  /** Absent: no Spark. Needs `batch`, whose worker it runs. No profile has it yet: see docs/aws.md. */
  readonly spark?: SparkProfile;
  readonly storage: StorageProfile;
  readonly alarms: boolean;
  /** Absent: no budget. */
  readonly budget?: BudgetProfile;
  /** Remove buckets, tables and keys with their stacks. For deployments that hold nothing of value. */
  readonly isDisposable: boolean;
}

export interface FunctionProfile {
  /** 1,769 MB are one vCPU. */
  readonly processMemoryMegabytes: number;
  readonly processScratchMegabytes: number;
  /** Shards of the fast lane at once, all jobs together: 70 % of what is reserved, where something is. */
  readonly fastConcurrency: number;
  /** Absent: the functions share the account's quota. */
  readonly reservedConcurrency?: number;
  readonly logRetentionDays: 7 | 30 | 90;
}

export interface BatchProfile {
  /** Most vCPUs at once, of each of the two queues. */
  readonly maxSpotVcpus: number;
  readonly maxOnDemandVcpus: number;
  readonly standard: ContainerSize;
  readonly heavy: ContainerSize;
  /** Availability Zones by their position in the Region: no look-up at synthesis. */
  readonly zones: number;
}

export interface ContainerSize {
  readonly vcpus: number;
  readonly memoryMebibytes: number;
  readonly scratchGibibytes: number;
  readonly timeoutMinutes: number;
}

export interface SparkProfile {
  /** EMR release; its Spark is the one the entry is tested with. */
  readonly release: string;
  readonly maxVcpus: number;
  readonly maxMemoryGibibytes: number;
  /** Shards from which the heavy lane runs on Spark. */
  readonly minShards: number;
}

export interface StorageProfile {
  /** Days after which what can be made again is deleted. */
  readonly silverDays: number;
  readonly runsDays: number;
  /** Days that overwritten and deleted versions stay. */
  readonly oldVersionDays: number;
}

export interface BudgetProfile {
  readonly monthlyUsd: number;
}
