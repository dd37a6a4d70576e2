import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** The work finished, but losses exceed the threshold. Exit code 4. */
export class LossError extends DsgenError {
  constructor(options: Omit<DsgenErrorOptions, 'kind'>) {
    super({ ...options, kind: 'fixable' });
  }
}
