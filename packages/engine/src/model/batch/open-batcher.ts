import type { ArtefactStore, BatchMode } from '@dsgen/core';
import { parseModelName, type ModelProvider } from '../providers/model-name.ts';
import type { Clock } from '../schedule/clock.ts';
import { anthropicBatches } from './anthropic-batches.ts';
import type { BatchApi } from './batch-api.ts';
import { CallBatcher } from './call-batcher.ts';
import { mistralBatches } from './mistral-batches.ts';
import { openAiBatches } from './openai-batches.ts';
import type { OpenOver, WireCall } from './wire-call.ts';

export interface OpenBatcherOptions {
  readonly mode: BatchMode;
  readonly store: ArtefactStore;
  readonly clock: Clock;
  readonly open: OpenOver;
  readonly leaving: AbortSignal;
}

/** Providers that take batches over the same network as calls. */
const BATCH_APIS: { readonly [Provider in ModelProvider]?: (wire: WireCall) => BatchApi } = {
  openai: openAiBatches,
  anthropic: anthropicBatches,
  mistral: mistralBatches,
};
/** With fewer calls, `auto` asks at once: half of very little is not worth the wait. */
const LEAST_FOR_AUTO = 100;

/** Undefined when calls to the model go in real time. */
export function openBatcher(model: string, { mode, ...options }: OpenBatcherOptions): CallBatcher | undefined {
  const { provider, name } = parseModelName(model);
  const api = BATCH_APIS[provider];
  if (mode === 'never' || api === undefined) return undefined;
  return new CallBatcher({ ...options, model, name, api, least: mode === 'always' ? 1 : LEAST_FOR_AUTO });
}
