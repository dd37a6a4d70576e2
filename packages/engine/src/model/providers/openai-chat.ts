import type { Clock } from '../schedule/clock.ts';
import { readRateHeaders } from '../schedule/rate-headers.ts';
import { explainStatus } from './explain-status.ts';
import type { JsonPoster, PostResponse } from './post-json.ts';
import { ProviderError, type Provider, type ProviderReply, type ProviderRequest } from './provider.ts';

export interface OpenAiChatOptions {
  /** With `/v1`, as servers document it. */
  readonly baseUrl: URL;
  readonly apiKey: string | undefined;
  readonly poster: JsonPoster;
  readonly clock: Clock;
}

/**
 * Any server that speaks OpenAI chat completions: vLLM, llama.cpp, Ollama, LM Studio, endpoints of hubs. Written out rather than taken
 * from a package, since these are the servers that one client must feed with thousands of calls a second (docs/models.md has the figures).
 */
export function createOpenAiChat({ baseUrl, apiKey, poster, clock }: OpenAiChatOptions): Provider {
  const url = new URL(`${baseUrl.pathname.replace(/\/$/, '')}/chat/completions`, baseUrl);
  const authorization = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
  return {
    async generate(request, { signal, idempotencyKey }) {
      const response = await poster.post(url, {
        headers: { ...authorization, 'idempotency-key': idempotencyKey },
        body: JSON.stringify(chatBody(request)),
        signal,
      });
      if (response.status !== 200) {
        throw explainStatus({
          ...response,
          hasSchema: request.schema !== undefined,
          wallClockMs: clock.wallClockMs(),
        });
      }
      return readReply(response, clock.wallClockMs());
    },
  };
}

function chatBody({ model, system, messages, schema, maxOutputTokens, temperature, seed }: ProviderRequest): object {
  const first = system === undefined ? [] : [{ role: 'system', content: system }];
  const format = schema && {
    type: 'json_schema',
    json_schema: { name: schema.name, schema: schema.schema, strict: true },
  };
  return {
    model,
    messages: [...first, ...messages],
    max_tokens: maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(seed === undefined ? {} : { seed }),
    ...(format === undefined ? {} : { response_format: format }),
  };
}

interface ChatCompletion {
  readonly choices?: ReadonlyArray<{
    readonly finish_reason?: string | null;
    readonly message?: { readonly content?: unknown; readonly refusal?: unknown };
  }>;
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number };
}

/** An answer that cannot be read was made and may be charged, and another attempt may do better. */
function readReply(response: PostResponse, wallClockMs: number): ProviderReply {
  const completion = parse(response.body);
  const choice = completion?.choices?.[0];
  const message = choice?.message;
  if (choice === undefined || message === undefined) {
    throw new ProviderError({ kind: 'server', detail: 'the answer is not a chat completion', mayBeCharged: true });
  }
  const isRefused = typeof message.refusal === 'string' && message.refusal !== '';
  return {
    text: String((isRefused ? message.refusal : message.content) ?? ''),
    finish: isRefused ? 'refused' : finishOf(choice.finish_reason),
    usage: {
      inputTokens: completion?.usage?.prompt_tokens ?? 0,
      outputTokens: completion?.usage?.completion_tokens ?? 0,
    },
    rate: readRateHeaders(response.headers, wallClockMs),
  };
}

function finishOf(reason: string | null | undefined): ProviderReply['finish'] {
  if (reason === 'length') return 'length';
  return reason === 'content_filter' ? 'filtered' : 'stop';
}

function parse(body: string): ChatCompletion | undefined {
  try {
    return JSON.parse(body) as ChatCompletion;
  } catch {
    return undefined;
  }
}
