/** Bounds what is in memory at once by its size: work waits, in order, until there is room. */
export interface ByteGate {
  /** Runs `work` once `bytes` fit; something larger than the whole gate runs alone. */
  run<Result>(bytes: number, work: () => Promise<Result>): Promise<Result>;
}

export function createByteGate(maxBytes: number): ByteGate {
  let taken = 0;
  const waiting: Array<{ readonly bytes: number; readonly enter: () => void }> = [];
  function letIn(): void {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (taken > 0 && taken + next.bytes > maxBytes) return;
      waiting.shift();
      taken += next.bytes;
      next.enter();
    }
  }
  return {
    async run(bytes, work) {
      await new Promise<void>((enter) => {
        waiting.push({ bytes, enter });
        letIn();
      });
      try {
        return await work();
      } finally {
        taken -= bytes;
        letIn();
      }
    },
  };
}
