import type { CodecRecord, Message } from '@dsgen/core';
import { toolNamePattern } from '../conversation/tool-shapes.ts';
import type { TurnProblem } from '../conversation/turn-order.ts';

/**
 * What OpenAI asks beyond the shape: something to learn, and tool turns that answer a call. It does not ask for strict
 * alternation, so neither does this format.
 */
export function looseCalls(messages: readonly Message[]): readonly TurnProblem[] {
  const problems: TurnProblem[] = [];
  let open = new Set<string>();
  for (const [index, message] of messages.entries()) {
    if (message.role === 'assistant') open = new Set((message.toolCalls ?? []).map((call) => call.id));
    if (message.role === 'tool' && !open.delete(message.toolCallId)) {
      const text = `The tool turn answers ${JSON.stringify(message.toolCallId)}, which no open call has as its id.`;
      problems.push({ index, code: 'unanswered-call', message: text });
    }
  }
  if (!messages.some((message) => message.role === 'assistant')) {
    problems.push({ index: 0, code: 'no-answer', message: 'There is no assistant turn, so nothing to learn.' });
  }
  return problems;
}

export interface ToolNameProblem {
  /** JSON pointer into the row. */
  readonly pointer: string;
  /** Path into the record. */
  readonly field: string;
  readonly message: string;
}

export function badToolNames(record: Pick<CodecRecord, 'messages' | 'tools'>): readonly ToolNameProblem[] {
  const problems: ToolNameProblem[] = [];
  function check(name: string, pointer: string, field: string): void {
    if (toolNamePattern.test(name)) return;
    const message = `${JSON.stringify(name)} is no tool name; use up to 64 of A-Z, a-z, 0-9, "_" and "-".`;
    problems.push({ pointer, field, message });
  }
  for (const [index, tool] of (record.tools ?? []).entries()) {
    check(tool.name, `/tools/${index}/function/name`, `tools/${index}/name`);
  }
  for (const [index, message] of record.messages.entries()) {
    if (message.role !== 'assistant') continue;
    for (const [position, call] of (message.toolCalls ?? []).entries()) {
      const place = `messages/${index}`;
      check(call.name, `/${place}/tool_calls/${position}/function/name`, `${place}/toolCalls/${position}/name`);
    }
  }
  return problems;
}
