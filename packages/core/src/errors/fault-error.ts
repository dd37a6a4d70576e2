import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** Our own mistake: a broken invariant. Exit code 1. */
export class FaultError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'fault' });
  }
}
