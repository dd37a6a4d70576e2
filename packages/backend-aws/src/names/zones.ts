/** Zones of the data bucket: the first segment of every key, and what lifecycle rules and replication go by. */
export const ZONES = ['bronze', 'manifests', 'silver', 'gold', 'runs', 'quarantine'] as const;
export type Zone = (typeof ZONES)[number];
