import type { DecodeResult } from '@dsgen/core';
import { own, RowReader } from '../conversation/row-reader.ts';
import { fromTextChat, readPartTurn, readTextParts } from '../conversation/text-chat.ts';
import { BEDROCK_SCHEMA_VERSION, bedrockSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(bedrockSchema.properties));

/** Reads one row of Bedrock's conversation format. */
export function readBedrock(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const version = own(object, 'schemaVersion');
  if (version !== BEDROCK_SCHEMA_VERSION) {
    const message = `"schemaVersion" must be "${BEDROCK_SCHEMA_VERSION}".`;
    reader.fail(version === undefined ? 'missing-field' : 'wrong-value', '/schemaVersion', message);
  }
  const given = own(object, 'system') ?? undefined;
  const system = given === undefined ? undefined : readTextParts(given, '/system', reader);
  const list = reader.list(own(object, 'messages'), '/messages') ?? [];
  const turns = list.flatMap((message, index) =>
    readPartTurn(message, `/messages/${index}`, reader, { partsKey: 'content', assistant: 'assistant' }),
  );
  reader.noteUnknown(object, '', columns);
  const chat = { turns, ...(system !== undefined && { system }) };
  return reader.result({ messages: fromTextChat(chat, '/messages', reader) });
}
