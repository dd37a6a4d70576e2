/** Zones of the data bucket: the first segment of every key, and what lifecycle rules and replication go by. */
export const ZONES = ['bronze', 'silver', 'gold', 'manifests', 'runs', 'quarantine'] as const;
export type Zone = (typeof ZONES)[number];

export interface RunKeyInput {
  readonly tenant: string;
  readonly jobId: string;
  readonly epoch: number;
}

/** Everything of one run of a job that is not an artefact: plans, results of shards, results of the map. */
export function runPrefix({ tenant, jobId, epoch }: RunKeyInput): string {
  return `runs/${tenant}/${jobId}/${epoch}`;
}
