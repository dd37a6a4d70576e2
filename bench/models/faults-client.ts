import { createModelClient } from '@dsgen/engine';
import { createFileArtefactStore } from '../../packages/backend-local/src/store/file-artefact-store.ts';
import { feed, question } from './calls.ts';

/** One run over all calls, in a process that may be killed: says how each ended, and what its memory was. */
interface FaultsTask {
  readonly folder: string;
  readonly baseUrl: string;
  readonly calls: number;
  readonly callsAtOnce: number;
  readonly seed: number;
}

const SCHEMA = {
  name: 'answer',
  schema: {
    type: 'object',
    properties: { answer: { type: 'string' } },
    required: ['answer'],
    additionalProperties: false,
  },
};

/** Without what is only waiting to be collected. */
function heapInUseMb(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e6);
}

const { folder, baseUrl, calls, callsAtOnce, seed } = JSON.parse(process.argv[2] ?? '') as FaultsTask;
const store = await createFileArtefactStore({ folder: `${folder}/store`, temporaryFolder: `${folder}/temporary` });
await store.recover();
const client = createModelClient({ store, environment: {}, baseUrl, seed, limits: { maxConcurrency: callsAtOnce } });
const answers = new Map<number, string>();
const heapMb: number[] = [];
process.send?.('started');
await feed(calls, 2 * callsAtOnce, async (index) => {
  const answer = await client.complete({ ...question(index), schema: SCHEMA });
  if (answers.has(index)) throw new Error(`call ${index} ended twice`);
  answers.set(index, answer.state === 'done' ? JSON.stringify(answer.value) : answer.state);
  if (answers.size % 1000 === 0) heapMb.push(heapInUseMb());
});
await client.close();
const ordered = Array.from({ length: calls }, (_, index) => answers.get(index + 1) ?? 'lost');
const outcome = {
  answers: ordered,
  totals: client.totals(),
  rssMb: Math.round(process.memoryUsage().rss / 1e6),
  heapMb,
};
// A message of this size is not gone when `send` returns.
process.send?.(outcome, undefined, undefined, () => process.disconnect());
