import { join } from 'node:path';

/** Where the records of a job are kept for whoever follows it. */
export function recordLogPath(storeFolder: string, jobId: string): string {
  return join(storeFolder, 'runs', jobId, 'records.jsonl');
}
