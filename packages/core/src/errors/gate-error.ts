import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** A check the user asked for failed: verification, validation, a threshold. Exit code 3. */
export class GateError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'fixable' });
  }
}
