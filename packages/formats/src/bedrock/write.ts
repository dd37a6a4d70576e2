import type { CodecRecord, Loss } from '@dsgen/core';
import { textChatLosses, toTextChat } from '../conversation/text-chat.ts';
import { BEDROCK_SCHEMA_VERSION } from './schema.ts';

/** What a Bedrock conversation cannot hold of the record. */
export function bedrockLosses(record: CodecRecord): readonly Loss[] {
  return textChatLosses(record, 'Bedrock');
}

/** The Bedrock conversation of a record. */
export function writeBedrock(record: CodecRecord): Readonly<Record<string, unknown>> {
  const { system, turns } = toTextChat(record, { codec: 'bedrock', losses: bedrockLosses(record) });
  return {
    schemaVersion: BEDROCK_SCHEMA_VERSION,
    ...(system !== undefined && { system: [{ text: system }] }),
    messages: turns.map(({ role, text }) => ({ role, content: [{ text }] })),
  };
}
