import type { CodecRecord, Loss } from '@dsgen/core';
import { textChatLosses, toTextChat } from '../conversation/text-chat.ts';

/** What a Vertex AI row cannot hold of the record. */
export function vertexLosses(record: CodecRecord): readonly Loss[] {
  return textChatLosses(record, 'Vertex AI');
}

/** The Vertex AI row of a record. */
export function writeVertex(record: CodecRecord): Readonly<Record<string, unknown>> {
  const { system, turns } = toTextChat(record, { codec: 'vertex', losses: vertexLosses(record) });
  return {
    ...(system !== undefined && { systemInstruction: { role: 'system', parts: [{ text: system }] } }),
    contents: turns.map(({ role, text }) => ({ role: role === 'user' ? 'user' : 'model', parts: [{ text }] })),
  };
}
