import { createReadStream } from 'node:fs';
import { isCopyable, lineBlocks } from '../../packages/formats/src/fast/line-blocks.ts';

/**
 * `node bench/formats/checks.ts <input>`: the CPU time of what a conversion checks of the characters of each row, with
 * nothing converted and without the reading.
 */
const [input = ''] = process.argv.slice(2);

function readInput(): AsyncIterable<Buffer> {
  return createReadStream(input, { highWaterMark: 128 * 1024 });
}

async function cpuMs(work: () => Promise<number>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

async function readOnly(): Promise<number> {
  let bytes = 0;
  for await (const chunk of readInput()) bytes += chunk.length;
  return bytes;
}

async function readAndCheck(): Promise<number> {
  let copyable = 0;
  for await (const { bytes, kind } of lineBlocks(readInput(), 1 << 26)) {
    if (kind === 'plain') continue;
    for (let start = 0, end = 0; start < bytes.length; start = end) {
      end = bytes.indexOf(0x0a, start) + 1;
      copyable += isCopyable(bytes.subarray(start, end)) ? 1 : 0;
    }
  }
  return copyable;
}

await readOnly();
const [reading, checking] = [await cpuMs(readOnly), await cpuMs(readAndCheck)];
console.log(JSON.stringify({ cpuMs: checking - reading }));
