import type { Profile } from './profile.ts';

/** One Region or several, pay per use: about 5 to 15 USD a month and Region while nothing runs. */
const core: Profile = {
  name: 'core',
  summary: 'functions for short work, AWS Batch on Fargate for long work; pays per use',
  functions: {
    processMemoryMegabytes: 1_769,
    processScratchMegabytes: 2_048,
    fastConcurrency: 100,
    logRetentionDays: 30,
  },
  batch: {
    maxSpotVcpus: 256,
    maxOnDemandVcpus: 64,
    standard: { vcpus: 2, memoryMebibytes: 8_192, scratchGibibytes: 50, timeoutMinutes: 120 },
    heavy: { vcpus: 8, memoryMebibytes: 32_768, scratchGibibytes: 100, timeoutMinutes: 480 },
    zones: 2,
  },
  storage: { silverDays: 30, runsDays: 30, oldVersionDays: 30 },
  alarms: true,
  budget: { monthlyUsd: 500 },
  isDisposable: false,
};

/** What emulators and throw-away accounts can hold: no containers, no network, no bills. */
const lambda: Profile = {
  name: 'lambda',
  summary: 'functions only, removed without a trace; for emulators and trials',
  functions: core.functions,
  storage: core.storage,
  alarms: false,
  isDisposable: true,
};

export const PROFILES: Readonly<Record<string, Profile>> = { core, lambda };

/** @throws Error that lists the profiles there are */
export function profileNamed(name: string): Profile {
  const profile = PROFILES[name];
  if (profile !== undefined) return profile;
  throw new Error(`There is no profile "${name}"; there are ${Object.keys(PROFILES).join(', ')}`);
}
