import { planShards, readCorpus, type CorpusItem, type PlannedItem } from '@dsgen/backend-aws';
import { planByName } from '@dsgen/engine';
import { withTemporaryFolder } from '../support.ts';
import { syntheticManifest } from './synthetic-manifest.ts';

/**
 * Plans one corpus of as many documents as the argument says, from its manifest, in a process that does nothing else, and prints
 * what it took as JSON: run by `run.ts`.
 */
const count = Number(process.argv[2]);
const looks: number[] = [];
const shards: Record<string, number> = {};
let [documents, repeated] = [0, 0];

async function* workOf(items: AsyncIterable<CorpusItem>): AsyncGenerator<PlannedItem<CorpusItem>> {
  for await (const item of items) {
    documents += 1;
    if (documents >= ((looks.length + 1) * count) / 10) looks.push(process.memoryUsage.rss());
    if (item.refusal !== undefined) repeated += 1;
    else yield { item, ...planByName(item) };
  }
}

await withTemporaryFolder(async (scratchFolder) => {
  const started = process.cpuUsage();
  const corpus = readCorpus('synthetic', { store: syntheticManifest(count, 1), scratchFolder });
  for await (const { lane } of planShards(workOf(corpus))) shards[lane] = (shards[lane] ?? 0) + 1;
  const { user, system } = process.cpuUsage(started);
  console.log(
    JSON.stringify({
      documents,
      repeated,
      shards,
      seconds: (user + system) / 1e6,
      earlyBytes: looks[0],
      peakBytes: Math.max(...looks),
    }),
  );
});
