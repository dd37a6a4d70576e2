/** Money set aside for one attempt; exactly one of `settle` and `lose` must follow. */
export interface Reservation {
  /** The attempt cost this much. */
  settle(cost: number): void;
  /** Nobody knows what the attempt cost, so it counts as what it can have cost at most. */
  lose(): void;
}

interface Waiting {
  readonly worst: number;
  readonly decide: (reservation: Reservation | undefined) => void;
}

/** Rounding of sums of floating-point prices; a millionth of a cent. */
const ROUNDING = 1e-8;

/**
 * Never lets more be spent than the limit: every attempt sets its worst case aside before it is sent. One that does not fit now waits for
 * those under way, which mostly cost less than was set aside for them; one that can never fit is refused.
 */
export class Budget {
  #spent: number;
  #atRisk = 0;
  #reserved = 0;
  readonly #limit: number;
  readonly #waiting = new Set<Waiting>();

  /** `spentUsd` is what earlier runs spent. */
  constructor(limitUsd: number, spentUsd = 0) {
    this.#limit = limitUsd + ROUNDING;
    this.#spent = spentUsd;
  }

  /** What is or may be spent, by attempts under way as well. */
  get committedUsd(): number {
    return this.#spent + this.#atRisk + this.#reserved;
  }

  /** What attempts are known to have cost, those of earlier runs included. */
  get spentUsd(): number {
    return this.#spent;
  }

  /** What attempts of unknown outcome may have cost beside that. */
  get atRiskUsd(): number {
    return this.#atRisk;
  }

  /**
   * Undefined when the limit does not allow it.
   *
   * @throws the signal's reason when aborted while it waits
   */
  reserve(worst: number, signal: AbortSignal): Promise<Reservation | undefined> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const entry: Waiting = {
        worst,
        decide(reservation) {
          signal.removeEventListener('abort', abort);
          resolve(reservation);
        },
      };
      const waiting = this.#waiting;
      function abort(): void {
        waiting.delete(entry);
        reject(signal.reason as Error);
      }
      signal.addEventListener('abort', abort, { once: true });
      waiting.add(entry);
      this.#decide();
    });
  }

  #decide(): void {
    const free = this.#limit - this.#spent - this.#atRisk;
    for (const entry of this.#waiting) {
      if (entry.worst > free) {
        this.#waiting.delete(entry);
        entry.decide(undefined);
      } else if (entry.worst <= free - this.#reserved) {
        this.#waiting.delete(entry);
        this.#reserved += entry.worst;
        entry.decide(this.#reservation(entry.worst));
      }
    }
    if (this.#reserved < ROUNDING) this.#reserved = 0;
  }

  #reservation(worst: number): Reservation {
    return {
      settle: (cost) => {
        this.#reserved -= worst;
        this.#spent += cost;
        this.#decide();
      },
      lose: () => {
        this.#reserved -= worst;
        this.#atRisk += worst;
        this.#decide();
      },
    };
  }
}
