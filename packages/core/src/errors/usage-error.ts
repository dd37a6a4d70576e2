import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** A call, flag or recipe that cannot mean anything. Exit code 2. */
export class UsageError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'fixable' });
  }
}
