import type { DatasetRecord, Message, Task, ToolDefinition } from './record.ts';

/** What a format can hold of a record: everything a codec reads back. */
export interface CodecRecord {
  readonly messages: readonly Message[];
  readonly tools?: readonly ToolDefinition[];
  readonly rejected?: readonly Message[];
  readonly id?: string;
  readonly task?: Task;
}

/** A defect of one row. Rows, lines and columns are 1-based. */
export interface RowIssue {
  readonly code: string;
  readonly message: string;
  /** JSON pointer into the row. */
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A row that was read: a bad row is data in the stream, so callers choose to stop or to collect. */
export type ReadResult<Value> =
  | { readonly ok: true; readonly value: Value; readonly line: number; readonly notes?: readonly RowIssue[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[]; readonly line: number; readonly raw: string };

/** Something a format cannot hold: named, so that a lossy conversion can say exactly what it drops. */
export interface Loss {
  /** Slash-separated path into the record: `task`, `messages/2/weight`. */
  readonly field: string;
  readonly reason: string;
  /**
   * `dropped`: the row does not have it. `merged`: all text is in the row, but where one part ends and the next
   * begins is not. `blocked`: without it the row would teach something else, so `encode` throws.
   */
  readonly kind: 'dropped' | 'merged' | 'blocked';
}

/** `notes` name what the row has beside the format's contract, such as columns that the record does not keep. */
export type DecodeResult =
  | { readonly ok: true; readonly value: CodecRecord; readonly notes?: readonly RowIssue[] }
  | { readonly ok: false; readonly issues: readonly RowIssue[] };

/** A fine-tuning data format: pure functions between canonical records and JSON rows. */
export interface Codec {
  readonly specificationVersion: 1;
  /** `alpaca`, `sharegpt`, `openai`, … */
  readonly name: string;
  /** JSON Schema (Draft 2020-12) of one row. */
  readonly schema: Readonly<Record<string, unknown>>;
  /**
   * A row for the record. Never emits null or a column the format does not define.
   *
   * @throws InputError `record-not-representable` when `losses` names one that is `blocked`.
   */
  encode(record: CodecRecord | DatasetRecord): Readonly<Record<string, unknown>>;
  /** The record of a row, or what is wrong with the row. */
  decode(row: unknown): DecodeResult;
  /** What `encode` would drop of this record; empty when nothing. */
  losses(record: CodecRecord | DatasetRecord): readonly Loss[];
}
