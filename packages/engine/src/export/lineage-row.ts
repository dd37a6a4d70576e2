import type { CodecRecord, DatasetRecord } from '@dsgen/core';

/** What a data file's row holds of a record. */
export type Conversation = Pick<CodecRecord, 'messages' | 'tools' | 'rejected'>;

/**
 * One line of `lineage.jsonl`: all of a record that its row in the data file does not have. Lines are in dataset order,
 * and so are the rows of each data file.
 */
export interface LineageRow extends Omit<DatasetRecord, 'messages' | 'tools' | 'rejected'> {
  /** Data file with the row. */
  readonly file: string;
  /** 1-based line of the row. */
  readonly line: number;
  readonly pattern: string;
  /** The conversation itself, where it cannot be read back from the row. */
  readonly content?: Conversation;
}

/** Only the conversation of a record. */
export function conversationOf({ messages, tools, rejected }: Conversation): Conversation {
  return { messages, ...(tools === undefined ? {} : { tools }), ...(rejected === undefined ? {} : { rejected }) };
}
