import { processShard } from '../workflow/process-shard.ts';
import type { ShardReference } from '../workflow/steps.ts';
import { openContext } from './open-context.ts';

export function handler(event: ShardReference): ReturnType<typeof processShard> {
  return processShard(event, openContext(event.tenant));
}
