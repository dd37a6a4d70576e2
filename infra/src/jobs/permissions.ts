import type { WorkerFunction, Zone } from '@dsgen/backend-aws/names';

type Access = 'read' | 'write';

/** What one worker may touch. Everything else is denied. */
export interface Permissions {
  readonly reads: readonly Zone[];
  readonly writes: readonly Zone[];
  readonly ledger: Access;
  readonly work?: Access;
}

/** One line per function: its role holds this and its own log. */
export const PERMISSIONS: Readonly<Record<WorkerFunction, Permissions>> = {
  claim: { reads: ['manifests'], writes: [], ledger: 'write', work: 'write' },
  plan: { reads: ['manifests'], writes: ['runs'], ledger: 'read' },
  process: {
    reads: ['bronze', 'silver', 'quarantine', 'runs'],
    writes: ['silver', 'quarantine', 'runs'],
    ledger: 'read',
    // Counts the documents of a shard.
    work: 'write',
  },
  settle: { reads: ['runs'], writes: ['runs'], ledger: 'read' },
  assemble: {
    // Licences beside documents are read from bronze.
    reads: ['manifests', 'bronze', 'silver', 'quarantine', 'runs', 'gold'],
    writes: ['runs', 'gold'],
    ledger: 'write',
    work: 'write',
  },
  publish: { reads: ['gold'], writes: [], ledger: 'write', work: 'write' },
  finalize: { reads: [], writes: [], ledger: 'write', work: 'write' },
  supervisor: { reads: [], writes: [], ledger: 'write', work: 'write' },
};

/** A container takes the work of two functions. */
export const CONTAINER_PERMISSIONS: Permissions = {
  reads: [...new Set([...PERMISSIONS.process.reads, ...PERMISSIONS.assemble.reads])],
  writes: [...new Set([...PERMISSIONS.process.writes, ...PERMISSIONS.assemble.writes])],
  ledger: 'write',
  work: 'write',
};

export const TABLE_ACTIONS: Readonly<Record<Access, readonly string[]>> = {
  read: ['dynamodb:GetItem', 'dynamodb:Query'],
  write: [
    'dynamodb:GetItem',
    'dynamodb:Query',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
    'dynamodb:DeleteItem',
    'dynamodb:BatchWriteItem',
    'dynamodb:ConditionCheckItem',
  ],
};
