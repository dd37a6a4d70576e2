/** A retry takes `RETRY_COST` from the budget, a success gives `SUCCESS_GAIN` back. */
const RETRY_COST = 5;
const SUCCESS_GAIN = 1;

/**
 * Limits the retries of everything that goes to one server together, so that a server in trouble is not asked many times over: a
 * few failures may be retried at once, but in the long run not more than one request in five.
 */
export interface RetryBudget {
  /** Whether another retry is allowed; takes it from the budget. */
  take(): boolean;
  succeed(): void;
  /** Retries taken so far. */
  readonly taken: number;
}

export function createRetryBudget(size = 500): RetryBudget {
  let left = size;
  let taken = 0;
  return {
    take() {
      if (left < RETRY_COST) return false;
      left -= RETRY_COST;
      taken += 1;
      return true;
    },
    succeed() {
      left = Math.min(size, left + SUCCESS_GAIN);
    },
    get taken() {
      return taken;
    },
  };
}
