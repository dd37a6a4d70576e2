/** Attribute names of the three tables; items are described in the README beside this file. */
export const TABLE_KEYS = { partition: 'PK', sort: 'SK' } as const;

/** Epoch seconds; on the work table only. The ledger cannot have it: strongly consistent global tables know no expiry. */
export const EXPIRY_ATTRIBUTE = 'expiresAt';
