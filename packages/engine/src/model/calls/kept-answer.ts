import type { ArtefactStore } from '@dsgen/core';
import type { TokenUsage } from '../model-client.ts';
import type { ProviderReply } from '../providers/provider.ts';

/** What a model said, as it is kept: raw, so that a better parser can read it again. */
export interface KeptAnswer {
  readonly text: string;
  readonly finish: ProviderReply['finish'];
  readonly usage: TokenUsage;
  /** US dollars at the time; absent where the price was unknown. */
  readonly cost?: number;
}

const FINISHES: ReadonlySet<unknown> = new Set<ProviderReply['finish']>(['stop', 'length', 'filtered', 'refused']);

/** The kept answer; undefined when there is none or it cannot be read, which is as good as none. */
export async function readKeptAnswer(
  store: ArtefactStore,
  key: string,
  signal: AbortSignal,
): Promise<KeptAnswer | undefined> {
  const bytes = await store.get(key, { signal });
  return bytes === undefined ? undefined : parse(new TextDecoder().decode(bytes));
}

/** Keeps an answer. It was paid, so an abort does not stop this, and a kill right after the call does not lose it. */
export async function keepAnswer(store: ArtefactStore, key: string, answer: KeptAnswer): Promise<void> {
  await store.put(key, new TextEncoder().encode(JSON.stringify(answer)), { noteAtOnce: true });
}

function parse(json: string): KeptAnswer | undefined {
  try {
    const value = JSON.parse(json) as KeptAnswer | null;
    const isWhole =
      typeof value?.text === 'string' &&
      FINISHES.has(value.finish) &&
      Number.isFinite(value.usage?.inputTokens) &&
      Number.isFinite(value.usage?.outputTokens);
    return isWhole ? value : undefined;
  } catch {
    return undefined;
  }
}
