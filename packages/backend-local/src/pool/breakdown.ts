import type { QuarantineReason } from '@dsgen/core';
import type { Refusal } from '../state/corpus-entry-table.ts';

const MEBIBYTE = 1024 * 1024;

/** How the work on a document ended when its process had to be given up. */
export interface Breakdown {
  readonly refusal: Refusal;
  /** An earlier document may have left the process in a bad way. */
  readonly mayBeAnothersFault: boolean;
}

export function timedOut(timeoutMs: number): Breakdown {
  return {
    ...quarantine('timed-out', `no result within ${Math.round(timeoutMs / 1000)} s`),
    mayBeAnothersFault: false,
  };
}

export function outOfMemory(maxBytes: number): Breakdown {
  return quarantine('out-of-memory', `the document needs more than ${Math.round(maxBytes / MEBIBYTE)} MiB of memory`);
}

export function outputTooLarge(maxBytes: number): Breakdown {
  const detail = `the extracted text takes more than ${maxBytes} bytes`;
  return { ...quarantine('output-too-large', detail), mayBeAnothersFault: false };
}

/** What a process that ended by itself says of the document. */
export function ended(exit: {
  readonly exitCode: number | null;
  readonly signalCode: string | null;
  readonly stderr: string;
}): Breakdown {
  if (/heap out of memory|Zone Allocation failed/iu.test(exit.stderr)) {
    return quarantine('out-of-memory', 'the memory of its process ran out');
  }
  return quarantine('crashed', `its process ended with ${exit.signalCode ?? `exit code ${exit.exitCode}`}`);
}

function quarantine(reason: QuarantineReason, detail: string): Breakdown {
  return { refusal: { state: 'quarantined', reason, detail }, mayBeAnothersFault: true };
}
