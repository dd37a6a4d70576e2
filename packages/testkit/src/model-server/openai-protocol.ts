import {
  contentText,
  pieces,
  type ErrorKind,
  type FinishedAnswer,
  type Protocol,
  type ProtocolError,
} from './protocol.ts';
import type { ServerRequest } from './server-options.ts';

interface ChatBody {
  readonly model?: string;
  readonly messages?: ReadonlyArray<{ readonly role: string; readonly content: unknown }>;
  readonly response_format?: { readonly json_schema?: { readonly schema?: Record<string, unknown> } };
  readonly tools?: ReadonlyArray<{ readonly function: { readonly name: string } }>;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
  readonly stream?: boolean;
}

const FINISH = { stop: 'stop', length: 'length', filtered: 'content_filter', refused: 'stop', tools: 'tool_calls' };

const ERRORS: Record<ErrorKind, readonly [status: number, type: string, code: string | null, message: string]> = {
  rate: [429, 'requests', 'rate_limit_exceeded', 'Rate limit reached for requests'],
  credit: [429, 'insufficient_quota', 'insufficient_quota', 'You exceeded your current quota, please check your plan.'],
  server: [500, 'server_error', null, 'The server had an error while processing your request.'],
  overloaded: [529, 'server_error', null, 'The engine is currently overloaded, please try again later.'],
  key: [401, 'invalid_request_error', 'invalid_api_key', 'Incorrect API key provided.'],
  model: [404, 'invalid_request_error', 'model_not_found', 'The model does not exist.'],
  schema: [
    400,
    'invalid_request_error',
    null,
    "'response_format' of type 'json_schema' is not supported with this model.",
  ],
  context: [
    400,
    'invalid_request_error',
    'context_length_exceeded',
    "This model's maximum context length is exceeded.",
  ],
  request: [400, 'invalid_request_error', null, 'We could not parse the JSON body of your request.'],
};

/** OpenAI chat completions. */
export const openAiProtocol: Protocol = {
  name: 'openai',
  path: '/v1/chat/completions',
  parse,
  keyOf: (headers) => String(headers['authorization'] ?? '').replace(/^Bearer /, ''),
  whole(answer, model) {
    return {
      ...envelope('chat.completion', model),
      choices: [{ index: 0, message: message(answer), finish_reason: FINISH[answer.finish] }],
      usage: usage(answer),
    };
  },
  stream,
  error(kind): ProtocolError {
    const [status, type, code, text] = ERRORS[kind];
    return { status, body: { error: { message: text, type, param: null, code } } };
  },
  limitHeaders: (requestsPerMinute) => ({ 'x-ratelimit-limit-requests': String(requestsPerMinute) }),
};

function parse(body: ChatBody): ServerRequest {
  const messages = body.messages ?? [];
  const schema = body.response_format?.json_schema?.schema;
  const maxTokens = body.max_completion_tokens ?? body.max_tokens;
  return {
    protocol: 'openai',
    model: body.model ?? '',
    system: messages
      .filter(({ role }) => role === 'system')
      .map(({ content }) => contentText(content))
      .join('\n'),
    messages: messages
      .filter(({ role }) => role !== 'system')
      .map(({ role, content }) => ({ role, content: contentText(content) })),
    tools: (body.tools ?? []).map((tool) => tool.function.name),
    isStream: body.stream === true,
    ...(schema === undefined ? {} : { schema }),
    ...(maxTokens === undefined ? {} : { maxTokens }),
  };
}

function message(answer: FinishedAnswer): unknown {
  const isRefused = answer.finish === 'refused';
  const calls = toolCalls(answer);
  return {
    role: 'assistant',
    content: isRefused ? null : answer.text,
    refusal: isRefused ? answer.text : null,
    ...(calls.length > 0 ? { tool_calls: calls } : {}),
  };
}

function toolCalls(answer: FinishedAnswer): readonly unknown[] {
  return (answer.toolCalls ?? []).map((call, index) => ({
    id: `call_${index}`,
    type: 'function',
    function: { name: call.name, arguments: JSON.stringify(call.arguments) },
  }));
}

function stream(answer: FinishedAnswer, model: string): string[] {
  const isRefused = answer.finish === 'refused';
  const deltas: unknown[] = [
    { role: 'assistant' },
    ...pieces(answer.text).map((text) => (isRefused ? { refusal: text } : { content: text })),
    ...toolCalls(answer).map((call, index) => ({ tool_calls: [{ index, ...(call as object) }] })),
  ];
  const chunks = deltas.map((delta) => ({ index: 0, delta, finish_reason: null as string | null }));
  const events = [...chunks, { index: 0, delta: {}, finish_reason: FINISH[answer.finish] }].map((choice) =>
    event({ ...envelope('chat.completion.chunk', model), choices: [choice] }),
  );
  const last = event({ ...envelope('chat.completion.chunk', model), choices: [], usage: usage(answer) });
  return [...events, last, 'data: [DONE]\n\n'];
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

function envelope(object: string, model: string): object {
  return { id: 'chatcmpl-scripted', object, created: 0, model };
}

function usage({ usage: { inputTokens, outputTokens } }: FinishedAnswer): object {
  return { prompt_tokens: inputTokens, completion_tokens: outputTokens, total_tokens: inputTokens + outputTokens };
}
