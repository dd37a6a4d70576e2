import { convert, type ConvertOptions } from './convert.ts';
import { detectSource, type DetectedSource } from './detect-source.ts';
import { Batch, BlockConverter, rawCopier, type ConvertedBatch } from './fast/block-converter.ts';
import { lineBlocks } from './fast/line-blocks.ts';
import { DEFAULT_ROW_LIMITS } from './json/limits.ts';
import { openSource, type RowSource } from './rows/open-source.ts';

export type { ConvertedBatch } from './fast/block-converter.ts';

/**
 * Like {@link convert}, byte for byte, for files of many gigabytes: plain rows of Alpaca, ShareGPT and OpenAI chat are copied
 * from template to template without being parsed, and only the others take the way of `convert`.
 */
export async function* convertBatches(
  chunks: AsyncIterable<Uint8Array>,
  options: ConvertOptions,
): AsyncGenerator<ConvertedBatch> {
  const opened = await openSource(chunks, options);
  const { source, codec: from } = options.from
    ? { source: opened, codec: options.from }
    : await detect(opened, options);
  const { to, strict = false, consumers = [] } = options;
  const copier = rawCopier(from.name, to.name);
  if (source.kind !== 'lines' || consumers.length > 0 || copier === undefined) {
    yield* convertPlainly(source.chunks, { ...options, from });
    return;
  }
  const { maxRowBytes, maxDepth } = { ...DEFAULT_ROW_LIMITS, ...options };
  const converter = new BlockConverter({ from, to, copier, strict, maxRowBytes, maxDepth });
  for await (const block of lineBlocks(source.chunks, maxRowBytes)) yield converter.convert(block);
}

async function detect(source: RowSource, options: ConvertOptions): Promise<DetectedSource> {
  const detected = await detectSource(source, options);
  if (detected.detection !== undefined) options.onDetection?.(detected.detection);
  return detected;
}

/** Rows, and bytes of them, of a batch on the plain path. */
const PLAIN_ROWS = 1000;
const PLAIN_BYTES = 256 * 1024;

async function* convertPlainly(
  chunks: AsyncIterable<Uint8Array>,
  options: ConvertOptions,
): AsyncGenerator<ConvertedBatch> {
  let batch = new Batch();
  for await (const row of convert(chunks, options)) {
    batch.add(row);
    if (batch.rows < PLAIN_ROWS && batch.sink.length < PLAIN_BYTES) continue;
    yield batch.finish();
    batch = new Batch();
  }
  if (batch.rows > 0) yield batch.finish();
}
