import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { datasetHash } from '../test/support/dataset-hash.ts';
import { generate, killAfter, type Run } from '../test/support/faults.ts';
import { corpora } from './support.ts';

/** `node bench/kills.ts [50]`: kills a run at as many moments, spread over it, and compares what its continuation makes. */
const kills = Number(process.argv[2] ?? 50);
const corpus = corpora().at(-1)?.path ?? '.';
const folder = mkdtempSync(join(tmpdir(), 'dsgen-kills-'));

function freshRun(name: string): Run {
  return { corpus, store: join(folder, name, 'store'), out: join(folder, name, 'dataset') };
}

const started = performance.now();
generate(freshRun('expected'));
const durationMs = performance.now() - started;
const expected = datasetHash(freshRun('expected').out);
let interrupted = 0;
let equal = 0;
for (let index = 1; index <= kills; index += 1) {
  const run = freshRun(String(index));
  if (await killAfter(run, (durationMs * index) / (kills + 1))) interrupted += 1;
  generate(run);
  if (datasetHash(run.out) === expected) equal += 1;
  rmSync(join(folder, String(index)), { recursive: true });
}
rmSync(folder, { recursive: true });
console.log(`${interrupted} of ${kills} runs were killed; ${equal} of ${kills} ended with the same bytes`);
if (equal < kills || expected === 'missing') process.exitCode = 1;
