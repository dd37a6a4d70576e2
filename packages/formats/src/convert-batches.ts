import type { Codec, Loss } from '@dsgen/core';
import { MERGED_CONTEXT } from './conversation/losses.ts';
import { convert, convertRow, type ConvertedRow, type ConvertOptions } from './convert.ts';
import { lineBlocks, isCopyable, type LineBlock } from './fast/line-blocks.ts';
import { emptyTurns, RawScanner, type RawTurns } from './fast/raw-turns.ts';
import { readRawAlpaca, readRawOpenAi, readRawShareGpt, type RawReader } from './fast/read-raw.ts';
import { writeRawAlpaca, writeRawOpenAi, writeRawShareGpt, type RawWriter } from './fast/write-raw.ts';
import { DEFAULT_ROW_LIMITS } from './json/limits.ts';
import { LossCounter, type LossCount } from './loss-counter.ts';
import { decodeRow } from './read-dataset.ts';
import { openSource } from './rows/open-source.ts';
import { readSlice } from './rows/read-rows.ts';

export interface ConvertBatchesOptions extends Omit<ConvertOptions, 'from' | 'strict' | 'onDetection' | 'consumers'> {
  /** The format of the file; to have it told, use {@link convert}. */
  readonly from: Codec;
}

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
  options: ConvertBatchesOptions,
): AsyncGenerator<ConvertedBatch> {
  const { from, to } = options;
  const read = Object.hasOwn(readers, from.name) ? readers[from.name] : undefined;
  const write = Object.hasOwn(writers, to.name) ? writers[to.name] : undefined;
  const source = await openSource(chunks, options);
  if (source.kind !== 'lines' || read === undefined || write === undefined) {
    yield* convertPlainly(source.chunks, options);
    return;
  }
  const converter = new BlockConverter({ ...options, read, write });
  for await (const block of lineBlocks(source.chunks)) yield converter.convert(block);
}

/** Rows of a batch on the plain path. */
const PLAIN_ROWS = 1000;

async function* convertPlainly(
  chunks: AsyncIterable<Uint8Array>,
  options: ConvertBatchesOptions,
): AsyncGenerator<ConvertedBatch> {
  let batch = new Batch();
  for await (const row of convert(chunks, options)) {
    batch.add(row);
    if (batch.rows < PLAIN_ROWS) continue;
    yield batch.finish();
    batch = new Batch();
  }
  if (batch.rows > 0) yield batch.finish();
}

class Batch {
  rows = 0;
  text = '';
  readonly #losses = new LossCounter();
  readonly #problems: Problem[] = [];

  add(row: ConvertedRow): void {
    this.rows += 1;
    if (!row.ok) {
      this.#problems.push(row);
      return;
    }
    this.text += row.text;
    this.lose(row.losses, row.line);
  }

  lose(losses: readonly Loss[], line: number, rows = 1): void {
    if (losses.length > 0) this.#losses.add(losses, line, rows);
  }

  finish(): ConvertedBatch {
    const bytes = Buffer.from(this.text);
    return { bytes, rows: this.rows, problems: this.#problems, losses: this.#losses.counts() };
  }
}

interface BlockConverterOptions extends ConvertBatchesOptions {
  readonly read: RawReader;
  readonly write: RawWriter;
}

class BlockConverter {
  readonly #options: BlockConverterOptions;
  readonly #turns: RawTurns = emptyTurns();
  #line = 0;

  constructor(options: BlockConverterOptions) {
    this.#options = options;
  }

  convert(block: LineBlock): ConvertedBatch {
    const batch = new Batch();
    if (block.text === undefined) this.#convertBytes(block.bytes, batch);
    else this.#convertText(block.text, block.isPlain, batch);
    return batch.finish();
  }

  #convertText(text: string, isPlain: boolean, batch: Batch): void {
    const { read, write, to } = this.#options;
    const scanner = new RawScanner(text);
    let merged = 0;
    let firstMerged = 0;
    for (let start = 0, end = 0; start < text.length; start = end) {
      this.#line += 1;
      end = scanner.startRow(start);
      if ((isPlain || isCopyable(text.slice(start, end))) && read(scanner, this.#turns)) {
        batch.rows += 1;
        batch.text += write(text, this.#turns);
        if (this.#turns.contextStart !== -1 && to.name !== 'alpaca') {
          if (merged === 0) firstMerged = this.#line;
          merged += 1;
        }
      } else {
        this.#convertLine(Buffer.from(text.slice(start, end)), batch);
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

  #convertLine(line: Buffer, batch: Batch): void {
    const {
      from,
      to,
      maxRowBytes = DEFAULT_ROW_LIMITS.maxRowBytes,
      maxDepth = DEFAULT_ROW_LIMITS.maxDepth,
    } = this.#options;
    const bytes = line.at(-1) === 0x0a ? line.subarray(0, -1) : line;
    const kind = bytes.length > maxRowBytes ? 'too-long' : 'row';
    const row = readSlice({ kind, bytes, start: { line: this.#line, column: 1 } }, { maxRowBytes, maxDepth });
    if (row === undefined) return;
    const result = decodeRow({ ...row, isList: false }, from, this.#options);
    batch.add(result.ok ? convertRow(result, to) : result);
  }
}

/** What a copied row can lose is always this: see `mergedContext`. */
const mergedLoss: Loss = {
  field: 'messages/N/context',
  kind: 'merged',
  reason: MERGED_CONTEXT,
};
