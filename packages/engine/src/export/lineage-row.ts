import type { Candidate, CodecRecord, DatasetRecord } from '@dsgen/core';

/** What a data file's row holds of a record. */
export type Conversation = Pick<CodecRecord, 'messages' | 'tools' | 'rejected'>;

/** Where the row of a record is. */
export interface RowPlace {
  /** Data file with the row. In a lineage: without the number of shards, which is not known yet when it is written. */
  readonly file: string;
  /** 1-based number of the row, which in JSON Lines is its line. */
  readonly line: number;
}

/** What is known of a record from when it was a candidate. */
export type CandidateFacts = Pick<Candidate, 'pattern' | 'section' | 'score'>;

/**
 * One line of `lineage.jsonl`: all of a record that its row in the data file does not have. Lines are in dataset order,
 * and so are the rows of each data file.
 */
export interface LineageRow extends Omit<DatasetRecord, 'messages' | 'tools' | 'rejected'>, RowPlace, CandidateFacts {
  /** The conversation itself, where it cannot be read back from the row. */
  readonly content?: Conversation;
}

/** Only the conversation of a record. */
export function conversationOf({ messages, tools, rejected }: Conversation): Conversation {
  return { messages, ...(tools === undefined ? {} : { tools }), ...(rejected === undefined ? {} : { rejected }) };
}
