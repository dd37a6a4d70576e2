import { planShards } from '@dsgen/backend-aws';
import { syntheticCorpus } from './synthetic-corpus.ts';

/**
 * Plans one corpus of as many documents as the argument says, in a process that does nothing else, and prints what it took as
 * JSON: run by `run.ts`.
 */
const count = Number(process.argv[2]);
const looks: number[] = [];
const shards: Record<string, number> = {};
let documents = 0;
const started = process.cpuUsage();
for await (const { lane, items } of planShards(syntheticCorpus(count, 1))) {
  shards[lane] = (shards[lane] ?? 0) + 1;
  documents += items.length;
  if (documents >= ((looks.length + 1) * count) / 10) looks.push(process.memoryUsage.rss());
}
const { user, system } = process.cpuUsage(started);
console.log(
  JSON.stringify({
    documents,
    shards,
    seconds: (user + system) / 1e6,
    earlyBytes: looks[0],
    peakBytes: Math.max(...looks),
  }),
);
