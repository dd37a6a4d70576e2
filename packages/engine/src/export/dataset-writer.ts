import { isDeepStrictEqual } from 'node:util';
import type { Codec, DatasetFile, DatasetRecord, Split } from '@dsgen/core';
import { codecs, formatRow } from '@dsgen/formats';
import type { Choice } from './choose-candidates.ts';
import type { ModelCall } from '../write/model-call.ts';
import type { DatasetSink, SinkFile } from './dataset-sink.ts';
import { addCount } from './ledger-counter.ts';
import {
  conversationOf,
  type CandidateFacts,
  type Conversation,
  type LineageRow,
  type RowPlace,
} from './lineage-row.ts';

export const LINEAGE_FILE = 'lineage.jsonl';
export const REJECTED_FILE = 'rejected.jsonl';
/** Every call of a model, in order; only where the recipe names one. */
export const CALLS_FILE = 'calls.jsonl';

/** The data file of a split. */
export function splitFile(split: Split): string {
  return `${split}.jsonl`;
}

interface OpenFile {
  readonly sink: SinkFile;
  readonly pending: string[];
  rows: number;
}

/**
 * Writes the rows of a dataset as they come, a document's lines at a time. Files open at their first line; the training
 * data, the lineage and the rejects exist in every dataset.
 */
export class DatasetWriter {
  readonly #sink: DatasetSink;
  readonly #codec: Codec;
  readonly #files = new Map<string, OpenFile>();
  readonly #columns = new Set<string>();
  readonly #languages = new Map<string, number>();

  constructor(sink: DatasetSink, codec: Codec) {
    this.#sink = sink;
    this.#codec = codec;
  }

  /** Columns that at least one row has, in the order they were first seen. */
  get columns(): readonly string[] {
    return [...this.#columns];
  }

  /** Records by language of their document. */
  get languages(): ReadonlyMap<string, number> {
    return this.#languages;
  }

  async addRecord(
    record: DatasetRecord,
    { language, ...found }: CandidateFacts & { readonly language: string },
  ): Promise<RowPlace> {
    const row = this.#codec.encode(record);
    const file = splitFile(record.split);
    const line = await this.#addLine(file, row);
    for (const column of Object.keys(row)) this.#columns.add(column);
    addCount(this.#languages, language);
    await this.#addLine(LINEAGE_FILE, this.#lineageRow(record, row, { file, line, ...found }));
    return { file, line };
  }

  async addReject({ assessed, stage, rejection }: Choice): Promise<void> {
    await this.#addLine(REJECTED_FILE, { stage, ...rejection, candidate: assessed.candidate });
  }

  async addCall(path: string, call: ModelCall): Promise<void> {
    await this.#addLine(CALLS_FILE, { path, ...call });
  }

  async addFile(name: string, text: string): Promise<DatasetFile> {
    const file = await this.#sink.open(name);
    await file.write(text);
    return { name, ...(await file.close()) };
  }

  /** Hands over what is pending. */
  async flush(): Promise<void> {
    for (const { sink, pending } of this.#files.values()) {
      if (pending.length === 0) continue;
      await sink.write(pending.join(''));
      pending.length = 0;
    }
  }

  /** Ends the row files and describes them. */
  async close(): Promise<DatasetFile[]> {
    for (const name of [splitFile('train'), LINEAGE_FILE, REJECTED_FILE]) await this.#open(name);
    await this.flush();
    const files: DatasetFile[] = [];
    for (const [name, { sink, rows }] of this.#files) files.push({ name, ...(await sink.close()), records: rows });
    return files;
  }

  async #addLine(name: string, row: unknown): Promise<number> {
    const file = await this.#open(name);
    file.pending.push(formatRow(row));
    file.rows += 1;
    return file.rows;
  }

  async #open(name: string): Promise<OpenFile> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const file: OpenFile = { sink: await this.#sink.open(name), pending: [], rows: 0 };
    this.#files.set(name, file);
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
    if (!Object.hasOwn(codecs, this.#codec.name)) return false;
    const decoded = this.#codec.decode(row);
    return decoded.ok && isDeepStrictEqual(conversationOf(decoded.value), content);
  }
}
