import type { Codec, Loss } from '@dsgen/core';
import { MERGED_CONTEXT } from './conversation/losses.ts';
import { convert, convertRow, refuseLoss, type ConvertedRow, type ConvertOptions } from './convert.ts';
import { ByteSink } from './fast/byte-sink.ts';
import { lineBlocks, isCopyable, type LineBlock } from './fast/line-blocks.ts';
import { emptyTurns, RawScanner, type RawTurns } from './fast/raw-turns.ts';
import { readRawAlpaca, readRawOpenAi, readRawShareGpt, type RawReader } from './fast/read-raw.ts';
import { writeRawAlpaca, writeRawOpenAi, writeRawShareGpt, type RawWriter } from './fast/write-raw.ts';
import { detectSource, type DetectedSource } from './detect-source.ts';
import { DEFAULT_ROW_LIMITS, type RowLimits } from './json/limits.ts';
import { LossCounter, type LossCount } from './loss-counter.ts';
import { decodeRow } from './read-dataset.ts';
import { openSource, type RowSource } from './rows/open-source.ts';
import { readSlice } from './rows/read-rows.ts';
import { KEPT_BYTES } from './rows/row-slice.ts';

/** Many converted rows at once. */
export interface ConvertedBatch {
  /** JSON Lines of the rows that could be converted. */
  readonly bytes: Uint8Array;
  /** Rows read, the bad ones included. */
  readonly rows: number;
  readonly problems: ReadonlyArray<ConvertedRow & { readonly ok: false }>;
  readonly losses: readonly LossCount[];
}

type Problem = ConvertedRow & { readonly ok: false };

const readers: Readonly<Record<string, RawReader>> = {
  alpaca: readRawAlpaca,
  openai: readRawOpenAi,
  sharegpt: readRawShareGpt,
};
const writers: Readonly<Record<string, RawWriter>> = {
  alpaca: writeRawAlpaca,
  openai: writeRawOpenAi,
  sharegpt: writeRawShareGpt,
};

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
  const read = Object.hasOwn(readers, from.name) ? readers[from.name] : undefined;
  const write = Object.hasOwn(writers, options.to.name) ? writers[options.to.name] : undefined;
  const isShaped = options.consumers !== undefined && options.consumers.length > 0;
  if (source.kind !== 'lines' || read === undefined || write === undefined || isShaped) {
    yield* convertPlainly(source.chunks, { ...options, from });
    return;
  }
  const { maxRowBytes, maxDepth } = { ...DEFAULT_ROW_LIMITS, ...options };
  const converter = new BlockConverter({ ...options, from, read, write, maxRowBytes, maxDepth });
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

class Batch {
  rows = 0;
  readonly sink: ByteSink;
  readonly #losses = new LossCounter();
  readonly #problems: Problem[] = [];

  constructor(capacity?: number) {
    this.sink = new ByteSink(capacity);
  }

  add(row: ConvertedRow): void {
    this.rows += 1;
    if (!row.ok) {
      this.#problems.push(row);
      return;
    }
    this.sink.putText(row.text);
    this.lose(row.losses, row.line);
  }

  lose(losses: readonly Loss[], line: number, rows = 1): void {
    if (losses.length > 0) this.#losses.add(losses, line, rows);
  }

  finish(): ConvertedBatch {
    return { bytes: this.sink.finish(), rows: this.rows, problems: this.#problems, losses: this.#losses.counts() };
  }
}

interface BlockConverterOptions extends Omit<ConvertOptions, keyof RowLimits>, Required<RowLimits> {
  readonly from: Codec;
  readonly read: RawReader;
  readonly write: RawWriter;
}

/** Rows grow by the names of the new format; this much more than was read holds most blocks. */
const GROWTH = 1.25;

class BlockConverter {
  readonly #options: BlockConverterOptions;
  readonly #turns: RawTurns = emptyTurns();
  #line = 0;

  constructor(options: BlockConverterOptions) {
    this.#options = options;
  }

  convert(block: LineBlock): ConvertedBatch {
    const batch = new Batch(Math.ceil(block.bytes.length * GROWTH));
    if (block.kind === 'too-long') this.#convertTooLong(block.bytes, batch);
    else if (block.kind === 'broken') this.#convertBytes(block.bytes, batch);
    else this.#convertText(block, batch);
    return batch.finish();
  }

  /** JSON is ASCII but for its texts, which are copied as bytes: so bytes can be read as if each were a character. */
  #convertText({ bytes, kind }: LineBlock, batch: Batch): void {
    const { read, write, to, maxRowBytes } = this.#options;
    const scanner = new RawScanner(bytes.toString('latin1'));
    let merged = 0;
    let firstMerged = 0;
    for (let start = 0, end = 0; start < bytes.length; start = end) {
      this.#line += 1;
      end = scanner.startRow(start);
      const isCopied = end - start <= maxRowBytes && read(scanner, this.#turns);
      if (isCopied && (kind === 'plain' || isCopyable(bytes.subarray(start, end)))) {
        batch.rows += 1;
        write(bytes, this.#turns, batch.sink);
        if (this.#turns.contextStart !== -1 && to.name !== 'alpaca') {
          if (merged === 0) firstMerged = this.#line;
          merged += 1;
        }
      } else {
        this.#convertLine(bytes.subarray(start, end), batch);
      }
    }
    if (merged > 0) batch.lose([mergedLoss], firstMerged, merged);
  }

  #convertBytes(bytes: Buffer, batch: Batch): void {
    for (let start = 0; start < bytes.length;) {
      this.#line += 1;
      const end = bytes.indexOf(0x0a, start) + 1 || bytes.length;
      this.#convertLine(bytes.subarray(start, end), batch);
      start = end;
    }
  }

  #convertTooLong(bytes: Buffer, batch: Batch): void {
    this.#line += 1;
    this.#convertSlice('too-long', bytes, batch);
  }

  #convertLine(line: Buffer, batch: Batch): void {
    const bytes = line.at(-1) === 0x0a ? line.subarray(0, -1) : line;
    if (bytes.length > this.#options.maxRowBytes) this.#convertSlice('too-long', bytes.subarray(0, KEPT_BYTES), batch);
    else this.#convertSlice('row', bytes, batch);
  }

  #convertSlice(kind: 'row' | 'too-long', bytes: Buffer, batch: Batch): void {
    const { from, to, strict = false } = this.#options;
    const row = readSlice({ kind, bytes, start: { line: this.#line, column: 1 } }, this.#options);
    if (row === undefined) return;
    const result = decodeRow({ ...row, isList: false }, from, this.#options);
    const converted = result.ok ? convertRow(result, to) : result;
    if (strict) refuseLoss(converted, to.name);
    batch.add(converted);
  }
}

/** What a copied row can lose is always this: see `mergedContext`. */
const mergedLoss: Loss = {
  field: 'messages/N/context',
  kind: 'merged',
  reason: MERGED_CONTEXT,
};
