import type { CodecRecord, Message, ToolDefinition } from '@dsgen/core';
import { userText } from '../conversation/losses.ts';
import { toolObject } from '../conversation/tool-shapes.ts';
import type { ChatTemplate } from './chat-template.ts';
import { compileTemplate } from './compile-template.ts';

/** The text of a conversation, or why there is none. */
export type RenderedText = { readonly text: string } | { readonly text?: never; readonly problem: string };

export type RenderRecord = (record: Pick<CodecRecord, 'messages' | 'tools'>) => RenderedText;

/** Compiles a chat template into what renders records with it. */
export function createRenderer({ source, toolSource, variables = {} }: ChatTemplate): RenderRecord {
  const renderPlain = compileTemplate(source);
  const renderTools = toolSource === undefined ? renderPlain : compileTemplate(toolSource);
  return ({ messages, tools = [] }) => {
    const render = tools.length === 0 ? renderPlain : renderTools;
    const conversation = {
      messages: messages.map(templateMessage),
      add_generation_prompt: false,
      ...(tools.length > 0 && { tools: tools.map(templateTool) }),
    };
    try {
      return { text: withoutStart(render({ ...variables, ...conversation }), variables['bos_token']) };
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** The token that starts a text is put there by every tokenizer that has one: in the text it would come twice. */
function withoutStart(text: string, token: string | undefined): string {
  return token !== undefined && token !== '' && text.startsWith(token) ? text.slice(token.length) : text;
}

/** As transformers hands messages to templates: arguments are objects. */
function templateMessage(message: Message): Readonly<Record<string, unknown>> {
  const { role, content } = message;
  if (role === 'user') return { role, content: userText(message) };
  if (role === 'tool') return { role, content, tool_call_id: message.toolCallId };
  const calls = role === 'assistant' ? (message.toolCalls ?? []) : [];
  if (calls.length === 0) return { role, content };
  const toolCalls = calls.map(({ id, name, arguments: given }) => {
    return { id, type: 'function', function: { name, arguments: given } };
  });
  return { role, content, tool_calls: toolCalls };
}

function templateTool(tool: ToolDefinition): Readonly<Record<string, unknown>> {
  return { type: 'function', function: toolObject(tool) };
}
