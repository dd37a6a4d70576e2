import { openDocumentWorker, orderedMap } from '@dsgen/backend-local';
import type { CorpusItem } from '../corpus/corpus-item.ts';
import { addWorked } from '../ledger/work-progress.ts';
import { readOwnJob } from './own-job.ts';
import { processItem } from './process-item.ts';
import { resultKey, shardKey, type ShardReference, type ShardResult } from './steps.ts';
import type { WorkflowContext } from './workflow-context.ts';

/** How many documents are begun between two looks at whether the job was cancelled or taken over. */
const DOCUMENTS_PER_LOOK = 8;

/**
 * Extracts and processes the documents of one shard. Whatever exists already is not made again, so a shard that was
 * interrupted, or that runs twice at once, costs only what is missing.
 */
export async function processShard(reference: ShardReference, context: WorkflowContext): Promise<ShardResult> {
  const started = performance.now();
  const { store, scratchFolder, concurrency } = context;
  const job = await readOwnJob(reference, context);
  const items = await readShard(reference, context);
  const { corpusName, recipe } = job;
  const worker = await openDocumentWorker({ folder: scratchFolder, corpusName, recipe, concurrency });
  let begun = 0;
  let artefactBytes = 0;
  function onKept(bytes: number): void {
    artefactBytes += bytes;
  }
  async function begin(item: CorpusItem): Promise<boolean> {
    begun += 1;
    if (begun % DOCUMENTS_PER_LOOK === 0) await readOwnJob(reference, context);
    return (await processItem(item, { worker, store, onKept })).state === 'done';
  }
  let done = 0;
  try {
    const window = { inFlight: concurrency, lookAhead: 2 * concurrency };
    for await (const isDone of orderedMap(items, begin, window)) if (isDone) done += 1;
  } finally {
    await worker.close();
  }
  const { lane, shard } = reference;
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  const workerMs = Math.round(performance.now() - started);
  const result = { lane, shard, done, refused: items.length - done, workerMs, bytes, artefactBytes };
  // The first delivery did the work: a later one, which found all of it done, does not take its place.
  const kept = await store.put(resultKey(reference), Buffer.from(JSON.stringify(result)), { ifAbsent: true });
  if (kept === 'written') await addWorked(context.tables, reference, result);
  return result;
}

async function readShard(reference: ShardReference, { store }: WorkflowContext): Promise<readonly CorpusItem[]> {
  const bytes = await store.get(shardKey(reference));
  return bytes === undefined ? [] : (JSON.parse(Buffer.from(bytes).toString('utf8')) as CorpusItem[]);
}
