/** Attribute names of the three tables; items are described in the README beside this file. */
export const TABLE_KEYS = { partition: 'PK', sort: 'SK' } as const;

/** Jobs by state: what the supervisor and `dsgen jobs list` read. On ledger and catalog. */
export const STATE_INDEX = { name: 'byState', partition: 'GSI1PK', sort: 'GSI1SK' } as const;

/** Epoch seconds; on work and catalog. The ledger has none: strongly consistent global tables know no expiry. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';
