import type { Codec, Loss } from '@dsgen/core';
import { MERGED_CONTEXT } from '../conversation/losses.ts';
import { convertRow, refuseLoss, type ConvertedRow } from '../convert.ts';
import type { RowLimits } from '../json/limits.ts';
import { LossCounter, type LossCount } from '../loss-counter.ts';
import { decodeRow } from '../read-dataset.ts';
import { readSlice } from '../rows/read-rows.ts';
import { KEPT_BYTES } from '../rows/row-slice.ts';
import { ByteSink } from './byte-sink.ts';
import { isCopyable, type LineBlock } from './line-blocks.ts';
import { emptyTurns, RawScanner, type RawTurns } from './raw-turns.ts';
import { readRawAlpaca, readRawOpenAi, readRawShareGpt, type RawReader } from './read-raw.ts';
import { writeRawAlpaca, writeRawOpenAi, writeRawShareGpt, type RawWriter } from './write-raw.ts';

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

/** Rows grow by the names of the new format; this much more than was read holds most blocks. */
const GROWTH = 1.25;

/** Rows that were converted together. */
export class Batch {
  rows = 0;
  readonly sink: ByteSink;
  readonly #losses = new LossCounter();
  readonly #problems: Problem[] = [];

  /** @param bytes How many will about be read. */
  constructor(bytes?: number) {
    this.sink = new ByteSink(bytes === undefined ? undefined : Math.ceil(bytes * GROWTH));
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

/** Copies rows of one format to another. */
export interface RawCopier {
  readonly read: RawReader;
  readonly write: RawWriter;
}

/** Undefined when rows cannot be copied between formats of these names. */
export function rawCopier(from: string, to: string): RawCopier | undefined {
  const read = Object.hasOwn(readers, from) ? readers[from] : undefined;
  const write = Object.hasOwn(writers, to) ? writers[to] : undefined;
  return read === undefined || write === undefined ? undefined : { read, write };
}

export interface BlockConverterOptions extends Required<RowLimits> {
  readonly from: Codec;
  readonly to: Codec;
  readonly copier: RawCopier;
  /** See `ConvertOptions`. */
  readonly strict: boolean;
}

/** Converts the lines of a file, block after block: those of the usual kind by copying, the others as `convert` does. */
export class BlockConverter {
  readonly #options: BlockConverterOptions;
  readonly #turns: RawTurns = emptyTurns();
  #line = 0;

  constructor(options: BlockConverterOptions) {
    this.#options = options;
  }

  convert(block: LineBlock): ConvertedBatch {
    const batch = new Batch(block.bytes.length);
    if (block.kind === 'too-long') this.#convertTooLong(block.bytes, batch);
    else if (block.kind === 'broken') this.#convertBytes(block.bytes, batch);
    else this.#convertText(block, batch);
    return batch.finish();
  }

  /** JSON is ASCII but for its texts, which are copied as bytes: so bytes can be read as if each were a character. */
  #convertText({ bytes, kind }: LineBlock, batch: Batch): void {
    const { to, maxRowBytes, copier } = this.#options;
    const { read, write } = copier;
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
    const { from, to, strict } = this.#options;
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
