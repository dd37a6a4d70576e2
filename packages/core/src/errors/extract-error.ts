import type { QuarantineReason, SkipReason } from '../ledger.ts';
import { DsgenError } from './dsgen-error.ts';

/** A document that gives no text, with the ledger reason it ends in. */
export class ExtractError extends DsgenError {
  readonly reason: QuarantineReason | SkipReason;

  constructor(reason: QuarantineReason | SkipReason, detail: string, options: { readonly cause?: unknown } = {}) {
    super({ code: `extract-${reason}`, message: detail, kind: 'fixable', cause: options.cause });
    this.reason = reason;
  }
}
