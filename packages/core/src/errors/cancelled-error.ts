import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** Somebody asked to stop. Exit code 130. */
export class CancelledError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'cancelled' });
  }
}
