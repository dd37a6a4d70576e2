import { isDeepStrictEqual } from 'node:util';
import type { Codec, DatasetFile, DatasetRecord, ExportOptions, Split } from '@dsgen/core';
import { codecs, FIRST_ROWS, formatRow } from '@dsgen/formats';
import type { Choice } from './choose-candidates.ts';
import type { ModelCall } from '../write/model-call.ts';
import { packingOf } from './data-files.ts';
import type { DatasetSink } from './dataset-sink.ts';
import type { Encrypt } from './encryption/age.ts';
import { addCount } from './ledger-counter.ts';
import {
  conversationOf,
  type CandidateFacts,
  type Conversation,
  type LineageRow,
  type RowPlace,
} from './lineage-row.ts';
import { OutputFile, writeTextFile } from './output-file.ts';
import { ShardedFile } from './sharded-file.ts';

export const LINEAGE_FILE = 'lineage.jsonl';
export const REJECTED_FILE = 'rejected.jsonl';
/** Every call of a model, in order; only where the recipe names one. */
export const CALLS_FILE = 'calls.jsonl';

export interface DatasetWriterOptions {
  readonly sink: DatasetSink;
  readonly codec: Codec;
  readonly export: ExportOptions;
  /** Encrypts the files that hold records. Default: nothing is encrypted. */
  readonly encrypt?: Encrypt | undefined;
}

/**
 * Writes the rows of a dataset as they come. Files open at their first line; the training data, the lineage and the
 * rejects exist in every dataset.
 */
export class DatasetWriter {
  readonly #options: DatasetWriterOptions;
  readonly #data = new Map<Split, ShardedFile>();
  readonly #logs = new Map<string, OutputFile>();
  readonly #columns = new Set<string>();
  readonly #languages = new Map<string, number>();
  readonly #firstRows: Array<Readonly<Record<string, unknown>>> = [];

  constructor(options: DatasetWriterOptions) {
    this.#options = options;
  }

  /** Columns that at least one row has, in the order they were first seen. */
  get columns(): readonly string[] {
    return [...this.#columns];
  }

  /** Records by language of their document. */
  get languages(): ReadonlyMap<string, number> {
    return this.#languages;
  }

  /** The first rows of the training data. */
  get firstRows(): ReadonlyArray<Readonly<Record<string, unknown>>> {
    return this.#firstRows;
  }

  async addRecord(
    record: DatasetRecord,
    { language, ...found }: CandidateFacts & { readonly language: string },
  ): Promise<RowPlace> {
    const row = this.#options.codec.encode(record);
    const place = await this.#dataOf(record.split).addLine(formatRow(row));
    for (const column of Object.keys(row)) this.#columns.add(column);
    if (record.split === 'train' && this.#firstRows.length < FIRST_ROWS) this.#firstRows.push(row);
    addCount(this.#languages, language);
    await this.#addLine(LINEAGE_FILE, this.#lineageRow(record, row, { ...place, ...found }));
    return place;
  }

  /** The candidate may come from an artefact of another recipe: the hash is that of this dataset's. */
  async addReject({ assessed, stage, rejection }: Choice, recipeHash: string): Promise<void> {
    const { lineage } = assessed.candidate;
    const candidate = { ...assessed.candidate, lineage: { ...lineage, recipeHash } };
    await this.#addLine(REJECTED_FILE, { stage, ...rejection, candidate });
  }

  async addCall(path: string, call: ModelCall): Promise<void> {
    await this.#addLine(CALLS_FILE, { path, ...call });
  }

  /** A file that says nothing of single records. */
  addFile(name: string, text: string): Promise<DatasetFile> {
    return writeTextFile(name, text, { sink: this.#options.sink });
  }

  /** A file that quotes records or documents. */
  addConfidentialFile(name: string, text: string): Promise<DatasetFile> {
    return writeTextFile(name, text, this.#options);
  }

  /** Ends the row files and describes them. */
  async close(): Promise<DatasetFile[]> {
    await this.#dataOf('train').open();
    for (const name of [LINEAGE_FILE, REJECTED_FILE]) await this.#logOf(name);
    const files: DatasetFile[] = [];
    for (const data of this.#data.values()) files.push(...(await data.close()));
    for (const log of this.#logs.values()) files.push(await log.close());
    return files;
  }

  /** Lets go of what is open when the dataset will not be finished. */
  async abandon(): Promise<void> {
    for (const file of [...this.#data.values(), ...this.#logs.values()]) await file.abandon();
  }

  #dataOf(split: Split): ShardedFile {
    const known = this.#data.get(split);
    if (known !== undefined) return known;
    const file = new ShardedFile(split, { ...this.#options, packing: packingOf(this.#options.export) });
    this.#data.set(split, file);
    return file;
  }

  async #addLine(name: string, row: unknown): Promise<void> {
    await (await this.#logOf(name)).addLine(formatRow(row));
  }

  async #logOf(name: string): Promise<OutputFile> {
    const known = this.#logs.get(name);
    if (known !== undefined) return known;
    const { sink, encrypt } = this.#options;
    const file = await OutputFile.open(name, { sink, encrypt });
    this.#logs.set(name, file);
    return file;
  }

  #lineageRow(
    record: DatasetRecord,
    row: Readonly<Record<string, unknown>>,
    place: RowPlace & CandidateFacts,
  ): LineageRow {
    const { messages: _messages, tools: _tools, rejected: _rejected, ...rest } = record;
    const content = conversationOf(record);
    return { ...rest, ...place, ...(this.#holds(row, content) ? {} : { content }) };
  }

  /**
   * Whether a conversation can be read back from its row, by everyone who has dsgen: a user's own schema is not
   * theirs.
   */
  #holds(row: Readonly<Record<string, unknown>>, content: Conversation): boolean {
    if (!Object.hasOwn(codecs, this.#options.codec.name)) return false;
    const decoded = this.#options.codec.decode(row);
    return decoded.ok && isDeepStrictEqual(conversationOf(decoded.value), content);
  }
}
