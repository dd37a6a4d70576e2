import type { CodecRecord, Loss, Message } from '@dsgen/core';
import { cleanRecord } from '../conversation/clean-record.ts';
import { blockedBy, distinctLosses, fieldLosses, refuseBlocked, userText } from '../conversation/losses.ts';
import { blankTurns, misplacedTurns } from '../conversation/turn-order.ts';
import type { RenderRecord } from './render-record.ts';

const held = { format: 'text', fields: new Set<string>(), names: false, weights: false };

/** Whether a record is a text already: an answer without a question. It passes as it is, whatever the template. */
function isPlain({ messages }: CodecRecord): boolean {
  const [only, ...others] = messages;
  return others.length === 0 && only?.role === 'assistant' && (only.toolCalls ?? []).length === 0;
}

/** What a row of text cannot hold of the record; `render` is absent where there is no chat template. */
export function textLosses(record: CodecRecord, render?: RenderRecord): readonly Loss[] {
  if (isPlain(record)) return plainLosses(record);
  if (render === undefined) return [{ field: 'messages', kind: 'blocked', reason: NO_TEMPLATE }];
  const cleaned = cleanRecord(record);
  return distinctLosses([
    ...blockedBy(misplacedTurns(record.messages)),
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...renderingLosses(cleaned.record, render),
    ...fieldLosses(record, { ...held, fields: new Set(['tools']) }),
    ...cleaned.losses,
  ]);
}

const NO_TEMPLATE = 'text holds a conversation only as a chat template renders it; give one with --chat-template.';

function plainLosses(record: CodecRecord): readonly Loss[] {
  const cleaned = cleanRecord(record);
  return distinctLosses([
    ...blockedBy(blankTurns(cleaned.record.messages)),
    ...fieldLosses(record, held),
    ...cleaned.losses,
  ]);
}

/** What the text does not show: compared with what it does, since only the template knows. */
function renderingLosses(record: CodecRecord, render: RenderRecord): readonly Loss[] {
  const { messages, tools = [] } = record;
  const { text, ...failed } = render(record);
  if (text === undefined) {
    const problem = 'problem' in failed ? failed.problem : '';
    return [{ field: 'messages', kind: 'blocked', reason: `The chat template refuses it: ${problem}` }];
  }
  if (text.trim() === '') return [{ field: 'messages', kind: 'blocked', reason: 'The chat template renders nothing.' }];
  return [
    { field: 'messages', kind: 'merged', reason: 'The turns become one text.' },
    ...messages.flatMap((message, index) =>
      hiddenParts(message, index, { text, isLast: index === messages.length - 1 }),
    ),
    ...(tools.length === 0 ? [] : [toolLoss(render({ messages }).text !== text)]),
  ];
}

function toolLoss(isShown: boolean): Loss {
  if (isShown) return { field: 'tools', kind: 'merged', reason: 'The tools become part of the text.' };
  return { field: 'tools', kind: 'dropped', reason: 'The chat template does not show it.' };
}

interface Rendering {
  readonly text: string;
  readonly isLast: boolean;
}

/** Templates trim texts, and some leave out turns or parts of them. Without the last answer there is nothing to learn. */
function hiddenParts(message: Message, index: number, { text, isLast }: Rendering): readonly Loss[] {
  const content = message.role === 'user' ? userText(message) : message.content;
  const reason = 'The chat template does not show it as it is.';
  const hidden: Loss[] = [];
  if (!text.includes(content.trim())) {
    hidden.push({ field: `messages/${index}/content`, kind: isLast ? 'blocked' : 'dropped', reason });
  }
  const calls = message.role === 'assistant' ? (message.toolCalls ?? []) : [];
  if (calls.some(({ name }) => !text.includes(name))) {
    hidden.push({ field: `messages/${index}/toolCalls`, kind: isLast ? 'blocked' : 'dropped', reason });
  }
  return hidden;
}

/** The row of a record. */
export function writeText(record: CodecRecord, render?: RenderRecord): Readonly<Record<string, unknown>> {
  refuseBlocked('text', textLosses(record, render));
  const { record: cleaned } = cleanRecord(record);
  if (isPlain(cleaned)) return { text: cleaned.messages[0]?.content ?? '' };
  return { text: render?.(cleaned).text ?? '' };
}
