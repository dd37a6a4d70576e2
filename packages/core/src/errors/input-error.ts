import { DsgenError, type DsgenErrorOptions } from './dsgen-error.ts';

/** Where in an input something is wrong; all positions are 1-based. */
export interface InputPosition {
  readonly document?: string;
  readonly record?: number;
  readonly line?: number;
  readonly column?: number;
}

/** Input that cannot be used: a missing path, a broken file, a bad row. Exit code 3. */
export class InputError extends DsgenError {
  readonly position: InputPosition;

  constructor(options: Omit<DsgenErrorOptions, 'kind'> & { readonly position?: InputPosition }) {
    super({ ...options, kind: 'fixable' });
    this.position = Object.freeze({ ...options.position });
  }
}
