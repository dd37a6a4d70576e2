import { outOfMemory, outputTooLarge, timedOut, type Breakdown } from './breakdown.ts';
import { readResidentBytes } from './read-memory.ts';

const WATCH_INTERVAL_MS = 100;

export interface WatchProcessOptions {
  readonly pid: number;
  readonly timeoutMs: number;
  readonly maxResidentBytes: number;
  readonly maxOutputBytes: number;
  /** Bytes it has written so far. */
  readonly outputBytes: () => number;
  readonly kill: () => void;
}

/** Watches one document's work. */
export interface Watch {
  stop(): void;
  /** Why the process was killed; undefined when it was not. */
  breakdown(): Breakdown | undefined;
}

/** Kills a process when the document takes too much time, memory or room. */
export function watchProcess(options: WatchProcessOptions): Watch {
  let breakdown: Breakdown | undefined;
  function end(reason: Breakdown): void {
    breakdown ??= reason;
    options.kill();
  }
  const deadline = setTimeout(() => end(timedOut(options.timeoutMs)), options.timeoutMs);
  const interval = setInterval(() => {
    const { maxResidentBytes, maxOutputBytes } = options;
    if ((readResidentBytes(options.pid) ?? 0) > maxResidentBytes) end(outOfMemory(maxResidentBytes));
    else if (options.outputBytes() > maxOutputBytes) end(outputTooLarge(maxOutputBytes));
  }, WATCH_INTERVAL_MS);
  return {
    stop() {
      clearTimeout(deadline);
      clearInterval(interval);
    },
    breakdown: () => breakdown,
  };
}
