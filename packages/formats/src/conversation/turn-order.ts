import type { Message } from '@dsgen/core';

/** A place where the turns are not as a consumer expects them. */
export interface TurnProblem {
  readonly index: number;
  readonly code: 'bad-order' | 'empty-text' | 'unanswered-call' | 'no-answer';
  readonly message: string;
}

/** Texts without which a turn teaches nothing. Every format asks for these. */
export function blankTurns(messages: readonly Message[]): readonly TurnProblem[] {
  const problems: TurnProblem[] = [];
  for (const [index, message] of messages.entries()) {
    if (!isBlank(message)) continue;
    problems.push({ index, code: 'empty-text', message: `The ${message.role} turn has no text.` });
  }
  return problems;
}

function isBlank(message: Message): boolean {
  if (message.content.trim() !== '') return false;
  if (message.role === 'user') return (message.context ?? '').trim() === '';
  if (message.role === 'assistant') return (message.toolCalls ?? []).length === 0;
  return message.role === 'system';
}

/**
 * Where the turns leave the strict order that every trainer accepts: an optional system turn, then user and assistant
 * by turns, each tool call answered once in order before the assistant goes on, the assistant last.
 */
export function misplacedTurns(messages: readonly Message[]): readonly TurnProblem[] {
  const problems: TurnProblem[] = [];
  /** Ids of calls that wait for their answer, in order. */
  let open: readonly string[] = [];
  let expected: Message['role'] = 'user';
  for (const [index, message] of messages.entries()) {
    if (message.role === 'system' && index === 0) continue;
    if (message.role !== expected) {
      const text = `A ${message.role} turn stands where the ${expected} turn belongs.`;
      return [...problems, { index, code: 'bad-order', message: text }];
    }
    if (message.role === 'tool') {
      if (message.toolCallId !== open[0]) {
        const text = `The tool turn answers ${JSON.stringify(message.toolCallId)}, but ${JSON.stringify(open[0])} is next.`;
        problems.push({ index, code: 'unanswered-call', message: text });
      }
      open = open.slice(1);
    } else if (message.role === 'assistant') {
      open = (message.toolCalls ?? []).map((call) => call.id);
    }
    expected = nextRole(message, open.length);
  }
  const last = messages.length - 1;
  if (messages[last]?.role !== 'assistant') {
    problems.push({ index: Math.max(last, 0), code: 'no-answer', message: 'The last turn is not the assistant.' });
  }
  return problems;
}

function nextRole(message: Message, openCalls: number): Message['role'] {
  if (openCalls > 0) return 'tool';
  return message.role === 'assistant' ? 'user' : 'assistant';
}
