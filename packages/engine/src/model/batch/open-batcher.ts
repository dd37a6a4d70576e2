import type { ArtefactStore, BatchMode } from '@dsgen/core';
import { parseModelName, type ModelProvider } from '../providers/model-name.ts';
import type { Environment } from '../providers/open-provider.ts';
import type { Clock } from '../schedule/clock.ts';
import { anthropicBatches } from './anthropic-batches.ts';
import type { BatchApi } from './batch-api.ts';
import { bedrockBatches } from './bedrock-batches.ts';
import { bedrockPlace } from './bedrock-place.ts';
import { CallBatcher } from './call-batcher.ts';
import { mistralBatches } from './mistral-batches.ts';
import { openAiBatches } from './openai-batches.ts';
import type { OpenOver, WireCall } from './wire-call.ts';

export interface OpenBatcherOptions {
  readonly mode: BatchMode;
  readonly store: ArtefactStore;
  /** Says where batches of Bedrock go. */
  readonly environment: Environment;
  readonly clock: Clock;
  readonly open: OpenOver;
  readonly leaving: AbortSignal;
}

/** Providers that take batches over the same network as calls. */
const OVER_SAME_NETWORK: { readonly [Provider in ModelProvider]?: (wire: WireCall) => BatchApi } = {
  openai: openAiBatches,
  anthropic: anthropicBatches,
  mistral: mistralBatches,
};
/** With fewer calls, `auto` asks at once: half of very little is not worth the wait. Bedrock takes no batch of fewer. */
const LEAST = 100;

/**
 * Undefined when calls to the model go in real time.
 *
 * @throws UsageError when the place for batches cannot be used
 */
export function openBatcher(
  model: string,
  { mode, environment, ...options }: OpenBatcherOptions,
): CallBatcher | undefined {
  const { provider, name } = parseModelName(model);
  if (mode === 'never') return undefined;
  if (provider === 'amazon-bedrock') {
    const place = bedrockPlace(environment);
    if (place === undefined) return undefined;
    return new CallBatcher({ ...options, model, name, api: () => bedrockBatches(place, name), least: LEAST });
  }
  const api = OVER_SAME_NETWORK[provider];
  if (api === undefined) return undefined;
  return new CallBatcher({ ...options, model, name, api, least: mode === 'always' ? 1 : LEAST });
}
