import type { DatasetRecord } from '@dsgen/core';
import { canonicalJson } from './canonical-json.ts';
import { sha256 } from './hash.ts';

/**
 * The id of a record: 32 hex digits of the hash of all that it says and rests on. The same record has the same id in
 * every run, and a record that was edited no longer has its own.
 */
export function recordId({
  task,
  messages,
  rejected,
  payload,
  sources,
}: Pick<DatasetRecord, 'task' | 'messages' | 'rejected' | 'payload' | 'sources'>): string {
  return sha256(canonicalJson({ task, messages, rejected, payload, sources })).slice(0, 32);
}
