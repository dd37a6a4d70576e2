import type { ArtefactStore } from '@dsgen/core';
import type { LocalLimits } from '../limits.ts';
import type { Refusal } from '../state/corpus-entry-table.ts';

/** True of the file as it was at that moment, so never kept. */
const MOMENTARY = new Set(['changed', 'unreadable']);
/** True under the limits of that run only: another run with other limits tries again. */
const LIMITED = new Set(['timed-out', 'out-of-memory', 'output-too-large', 'crashed']);

interface KeptRefusal {
  readonly refusal: Refusal;
  readonly limits?: string;
}

/** The refusal an earlier run kept, so that a document that always fails costs its time once. */
export async function readRefusal(
  store: ArtefactStore,
  key: string,
  limits: LocalLimits,
): Promise<Refusal | undefined> {
  const bytes = await store.get(key);
  const kept = bytes === undefined ? undefined : parse(bytes);
  const holds = kept?.limits === undefined || kept.limits === describeLimits(limits);
  return holds ? kept?.refusal : undefined;
}

/** A damaged file is as good as none. */
function parse(bytes: Uint8Array): KeptRefusal | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as KeptRefusal;
  } catch {
    return undefined;
  }
}

export async function writeRefusal(
  store: ArtefactStore,
  key: string,
  refusal: Refusal,
  limits: LocalLimits,
): Promise<void> {
  if (MOMENTARY.has(refusal.reason)) return;
  const kept: KeptRefusal = LIMITED.has(refusal.reason) ? { refusal, limits: describeLimits(limits) } : { refusal };
  await store.put(key, new TextEncoder().encode(JSON.stringify(kept)));
}

function describeLimits(limits: LocalLimits): string {
  const { maxResidentBytes, timeoutMs, timeoutPerMebibyteMs, maxOutputBytes } = limits;
  return [maxResidentBytes, timeoutMs, timeoutPerMebibyteMs, maxOutputBytes].join(':');
}
