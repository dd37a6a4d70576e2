import { join } from 'node:path';
import { groundedAnswer, startModelServer } from '@dsgen/testkit';
import { cli, root, timeToFirstByte, withTemporaryFolder } from '../support.ts';

const LATENCY_MS = 1_000;
const RUNS = 3;

/** From the command to its first record on standard output, with a new store and a model that takes a second for every answer. */
export async function firstRecordRows(): Promise<string[][]> {
  const server = await startModelServer({ answer: groundedAnswer, latencyMs: [LATENCY_MS, LATENCY_MS] });
  const model = ['--model', 'openai-compatible/bench', '--base-url', server.baseUrl, '--out', '-'];
  const generate = [process.execPath, cli, 'generate', join(root, 'examples', 'handbook'), '--store', 'store'];
  try {
    const rows: string[][] = [];
    for (const [path, options] of Object.entries({ 'without a model': ['--out', '-'], 'with a model': model })) {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1)
        times.push(await withTemporaryFolder((folder) => timeToFirstByte([...generate, ...options], folder)));
      rows.push([path, `${(Math.min(...times) / 1000).toFixed(2)} s`, `${(Math.max(...times) / 1000).toFixed(2)} s`]);
    }
    return rows;
  } finally {
    await server.close();
  }
}
