import { readFileSync } from 'node:fs';

/** Resident memory of a process in bytes, or undefined where the system has no `/proc` or the process is gone. */
export function readResidentBytes(pid: number): number | undefined {
  try {
    const match = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match === null ? undefined : Number(match[1]) * 1024;
  } catch {
    return undefined;
  }
}

/** Whether {@link readResidentBytes} works here. */
export function canReadMemory(): boolean {
  return readResidentBytes(process.pid) !== undefined;
}
