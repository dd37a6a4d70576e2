const marker = Symbol.for('dsgen.error');

/** Whose turn it is: the user can fix it, it is our fault, or somebody cancelled. */
export type ErrorKind = 'fixable' | 'fault' | 'cancelled';

export interface DsgenErrorOptions {
  /** Stable, kebab-case: `recipe-unknown-key`. */
  readonly code: string;
  /** Action attempted, quoted value, limit and actual. */
  readonly message: string;
  /** What to do about it, one sentence. */
  readonly fix?: string;
  readonly kind?: ErrorKind;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
  readonly isRetryable?: boolean;
}

/** Base of every error dsgen raises on purpose. */
export class DsgenError extends Error {
  readonly [marker] = true;
  readonly code: string;
  readonly fix: string | undefined;
  readonly kind: ErrorKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isRetryable: boolean;

  constructor(options: DsgenErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = options.code;
    this.fix = options.fix;
    this.kind = options.kind ?? 'fixable';
    this.data = Object.freeze({ ...options.data });
    this.isRetryable = options.isRetryable ?? false;
  }

  /** Works across two copies of this package, unlike `instanceof`. */
  static isInstance(value: unknown): value is DsgenError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
