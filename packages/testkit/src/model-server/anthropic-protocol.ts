import {
  contentText,
  pieces,
  type ErrorKind,
  type FinishedAnswer,
  type Protocol,
  type ProtocolError,
} from './protocol.ts';
import type { ServerRequest } from './server-options.ts';

interface MessagesBody {
  readonly model?: string;
  readonly system?: unknown;
  readonly messages?: ReadonlyArray<{ readonly role: string; readonly content: unknown }>;
  readonly output_config?: { readonly format?: { readonly schema?: Record<string, unknown> } };
  readonly output_format?: { readonly schema?: Record<string, unknown> };
  readonly tools?: ReadonlyArray<{ readonly name: string; readonly input_schema?: Record<string, unknown> }>;
  readonly max_tokens?: number;
  readonly stream?: boolean;
}

const STOP = {
  stop: 'end_turn',
  length: 'max_tokens',
  filtered: 'refusal',
  refused: 'refusal',
  tools: 'tool_use',
};

const ERRORS: Record<ErrorKind, readonly [status: number, type: string, message: string]> = {
  rate: [429, 'rate_limit_error', 'This request would exceed the rate limit of your organization.'],
  credit: [400, 'invalid_request_error', 'Your credit balance is too low to access the Anthropic API.'],
  server: [500, 'api_error', 'Internal server error'],
  overloaded: [529, 'overloaded_error', 'Overloaded'],
  key: [401, 'authentication_error', 'invalid x-api-key'],
  model: [404, 'not_found_error', 'model not found'],
  schema: [400, 'invalid_request_error', 'output_format: this model does not support structured outputs'],
  context: [400, 'invalid_request_error', 'prompt is too long'],
  request: [400, 'invalid_request_error', 'The request body is not valid JSON'],
};

/** Anthropic messages. */
export const anthropicProtocol: Protocol = {
  name: 'anthropic',
  path: '/v1/messages',
  parse,
  keyOf: (headers) => String(headers['x-api-key'] ?? ''),
  whole: (answer, model) => ({ ...envelope(model), content: content(answer), ...ending(answer) }),
  stream,
  error(kind): ProtocolError {
    const [status, type, text] = ERRORS[kind];
    return { status, body: { type: 'error', error: { type, message: text }, request_id: 'req_scripted' } };
  },
  limitHeaders: (requestsPerMinute) => ({ 'anthropic-ratelimit-requests-limit': String(requestsPerMinute) }),
};

function parse(body: MessagesBody): ServerRequest {
  const schema =
    body.output_config?.format?.schema ?? body.output_format?.schema ?? jsonTool(body.tools ?? [])?.input_schema;
  return {
    protocol: 'anthropic',
    model: body.model ?? '',
    system: contentText(body.system),
    messages: (body.messages ?? []).map((turn) => ({ role: turn.role, content: contentText(turn.content) })),
    tools: (body.tools ?? []).map(({ name }) => name),
    isStream: body.stream === true,
    ...(schema === undefined ? {} : { schema }),
    ...(body.max_tokens === undefined ? {} : { maxTokens: body.max_tokens }),
  };
}

/** Clients without structured output ask for JSON through a tool called `json`. */
function jsonTool(tools: NonNullable<MessagesBody['tools']>): NonNullable<MessagesBody['tools']>[number] | undefined {
  return tools.find(({ name }) => name === 'json');
}

function content(answer: FinishedAnswer): readonly unknown[] {
  const calls = (answer.toolCalls ?? []).map((call, index) => ({
    type: 'tool_use',
    id: `toolu_${index}`,
    name: call.name,
    input: call.arguments,
  }));
  return answer.text === '' && calls.length > 0 ? calls : [{ type: 'text', text: answer.text }, ...calls];
}

function stream(answer: FinishedAnswer, model: string): string[] {
  const { usage } = answer;
  const blocks = content(answer).flatMap((block, index) => blockEvents(block as Record<string, unknown>, index));
  return [
    event('message_start', {
      message: {
        ...envelope(model),
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: usage.inputTokens, output_tokens: 0 },
      },
    }),
    ...blocks,
    event('message_delta', {
      delta: { stop_reason: STOP[answer.finish], stop_sequence: null },
      usage: { output_tokens: usage.outputTokens },
    }),
    event('message_stop', {}),
  ];
}

function blockEvents(block: Readonly<Record<string, unknown>>, index: number): string[] {
  const isText = block['type'] === 'text';
  const text = isText ? String(block['text']) : JSON.stringify(block['input']);
  const deltas = pieces(text).map((piece) =>
    event('content_block_delta', {
      index,
      delta: isText ? { type: 'text_delta', text: piece } : { type: 'input_json_delta', partial_json: piece },
    }),
  );
  const start = isText ? { type: 'text', text: '' } : { ...block, input: {} };
  return [
    event('content_block_start', { index, content_block: start }),
    ...deltas,
    event('content_block_stop', { index }),
  ];
}

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function envelope(model: string): object {
  return { id: 'msg_scripted', type: 'message', role: 'assistant', model };
}

function ending({ finish, usage }: FinishedAnswer): object {
  return {
    stop_reason: STOP[finish],
    stop_sequence: null,
    usage: { input_tokens: usage.inputTokens, output_tokens: usage.outputTokens },
  };
}
