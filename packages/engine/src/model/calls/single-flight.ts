interface Flight<Value> {
  readonly result: Promise<Value>;
  readonly controller: AbortController;
  passengers: number;
  hasLanded: boolean;
}

/** Lets equal work that is asked for at once be done once. It is aborted when nobody waits for it any more. */
export class SingleFlight<Value> {
  readonly #flights = new Map<string, Flight<Value>>();

  /** @throws the signal's reason when aborted; the work goes on for those who still wait */
  async run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, work);
    flight.passengers += 1;
    try {
      return await untilAborted(flight.result, signal);
    } finally {
      flight.passengers -= 1;
      if (flight.passengers === 0) {
        if (this.#flights.get(key) === flight) this.#flights.delete(key);
        // After the landing nobody listens, and an abort makes an exception with its stack: a tenth of what a call costs.
        if (!flight.hasLanded) flight.controller.abort(signal.reason);
      }
    }
  }

  #start(key: string, work: (signal: AbortSignal) => Promise<Value>): Flight<Value> {
    const controller = new AbortController();
    const flight: Flight<Value> = { result: work(controller.signal), controller, passengers: 0, hasLanded: false };
    function land(): void {
      flight.hasLanded = true;
    }
    // A flight that everybody left fails with nobody listening.
    flight.result.then(land, land);
    this.#flights.set(key, flight);
    return flight;
  }
}

function untilAborted<Value>(result: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    function abort(): void {
      reject(signal.reason as Error);
    }
    signal.addEventListener('abort', abort, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
