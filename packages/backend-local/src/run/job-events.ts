import { DsgenError, type JobEventBody, type JobFailure } from '@dsgen/core';
import type { Host } from '../host.ts';

/** Tells what happens in a job: kept in the store, and announced to whoever waits in this process. */
export type Emit = (body: JobEventBody) => void;

export function createEmit(host: Host, jobId: string, notify: () => void): Emit {
  return (body) => {
    host.state.events.append(jobId, body);
    notify();
  };
}

/** An error as it is kept with a job. */
export function describeFailure(error: unknown): JobFailure {
  if (DsgenError.isInstance(error)) {
    const { code, message, fix, name } = error;
    return { code, message, name, ...(fix === undefined ? {} : { fix }) };
  }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), name: 'FaultError' };
}
