import type { CodecRecord, Loss } from '@dsgen/core';
import { distinctLosses } from '../conversation/losses.ts';
import { textChatLosses, toTextChat } from '../conversation/text-chat.ts';

/** What a row of prompt and completion cannot hold of the record. */
export function promptCompletionLosses(record: CodecRecord): readonly Loss[] {
  const losses = textChatLosses(record, 'prompt-completion');
  const users = record.messages.filter((message) => message.role === 'user').length;
  const isSystem = record.messages[0]?.role === 'system';
  return distinctLosses([...(users > 1 || isSystem ? [blocked] : []), ...losses]);
}

const blocked: Loss = {
  field: 'messages',
  kind: 'blocked',
  reason: 'prompt-completion holds one question and one answer, without a system prompt.',
};

/** The prompt and completion of a record. */
export function writePromptCompletion(record: CodecRecord): Readonly<Record<string, unknown>> {
  const losses = promptCompletionLosses(record);
  const { turns } = toTextChat(record, { codec: 'prompt-completion', losses });
  return { prompt: turns[0]?.text ?? '', completion: turns[1]?.text ?? '' };
}
