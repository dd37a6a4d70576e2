import type { DecodeResult } from '@dsgen/core';
import { own, RowReader } from '../conversation/row-reader.ts';
import { fromTextChat, readPartTurn, readTextParts } from '../conversation/text-chat.ts';
import { vertexSchema } from './schema.ts';

const columns: ReadonlySet<string> = new Set(Object.keys(vertexSchema.properties));
const instructionKeys: ReadonlySet<string> = new Set(['role', 'parts']);

/** Reads one row of Vertex AI's Gemini format. */
export function readVertex(row: unknown): DecodeResult {
  const reader = new RowReader();
  const object = reader.object(row, '');
  if (object === undefined) return reader.failure();
  const system = readInstruction(own(object, 'systemInstruction') ?? undefined, reader);
  const list = reader.list(own(object, 'contents'), '/contents') ?? [];
  const turns = list.flatMap((content, index) =>
    readPartTurn(content, `/contents/${index}`, reader, { partsKey: 'parts', assistant: 'model' }),
  );
  reader.noteUnknown(object, '', columns);
  const chat = { turns, ...(system !== undefined && { system }) };
  return reader.result({ messages: fromTextChat(chat, '/contents', reader) });
}

function readInstruction(value: unknown, reader: RowReader): string | undefined {
  if (value === undefined) return undefined;
  const instruction = reader.object(value, '/systemInstruction');
  if (instruction === undefined) return undefined;
  // Vertex ignores the role, so any text will do.
  reader.optionalString(own(instruction, 'role'), '/systemInstruction/role');
  reader.noteUnknown(instruction, '/systemInstruction', instructionKeys);
  return readTextParts(own(instruction, 'parts'), '/systemInstruction/parts', reader);
}
