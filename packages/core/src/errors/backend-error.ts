import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** The back end cannot be reached or refused: locked store, full disk, denied access. Exit code 5. */
export class BackendError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'fixable' });
  }
}
