import type { LanguageModelV4, LanguageModelV4GenerateResult, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { Clock } from '../schedule/clock.ts';
import { readRateHeaders, type Headers } from '../schedule/rate-headers.ts';
import { explainStatus } from './explain-status.ts';
import { ProviderError, type Provider, type ProviderReply, type ProviderRequest } from './provider.ts';

/** What is read of the errors that `@ai-sdk` packages throw; several copies of their classes may be installed. */
interface CallError {
  readonly message: string;
  readonly statusCode?: number;
  readonly responseHeaders?: Headers;
  readonly responseBody?: string;
  readonly cause?: unknown;
}

/**
 * A provider of the `@ai-sdk` family, spoken to by their common interface. The `ai` package on top of it adds retries without jitter and
 * a third more CPU per call, so it is not used.
 */
export function createAiSdkProvider(modelOf: (name: string) => LanguageModelV4, clock: Clock): Provider {
  return {
    async generate(request, { signal, idempotencyKey }) {
      try {
        const result = await modelOf(request.model).doGenerate({
          prompt: prompt(request),
          maxOutputTokens: request.maxOutputTokens,
          abortSignal: signal,
          headers: { 'idempotency-key': idempotencyKey },
          ...(request.temperature === undefined ? {} : { temperature: request.temperature }),
          ...(request.seed === undefined ? {} : { seed: request.seed }),
          ...(request.schema === undefined ? {} : { responseFormat: responseFormat(request.schema) }),
        });
        return readReply(result, clock.wallClockMs());
      } catch (error) {
        signal.throwIfAborted();
        throw explain(error as CallError, request, clock.wallClockMs());
      }
    },
  };
}

function prompt({ system, messages }: ProviderRequest): LanguageModelV4Prompt {
  const first = system === undefined ? [] : [{ role: 'system' as const, content: system }];
  const turns = messages.map(({ role, content }) => ({ role, content: [{ type: 'text' as const, text: content }] }));
  return [...first, ...turns];
}

function responseFormat({ name, schema }: NonNullable<ProviderRequest['schema']>): {
  readonly type: 'json';
  readonly name: string;
  readonly schema: object;
} {
  return { type: 'json', name, schema };
}

function readReply(result: LanguageModelV4GenerateResult, wallClockMs: number): ProviderReply {
  const parts = result.content.map((part) => (part.type === 'text' ? part.text : ''));
  const refusal = openAiRefusal(result.response?.body);
  return {
    text: refusal ?? result.structuredOutputText ?? parts.join(''),
    finish: refusal === undefined ? finishOf(result.finishReason) : 'refused',
    usage: {
      inputTokens: result.usage.inputTokens.total ?? 0,
      outputTokens: result.usage.outputTokens.total ?? 0,
    },
    rate: readRateHeaders(result.response?.headers ?? {}, wallClockMs),
  };
}

/** Where OpenAI puts a refusal, which the common interface leaves out. */
function openAiRefusal(body: unknown): string | undefined {
  const { choices } = (body ?? {}) as { choices?: ReadonlyArray<{ message?: { refusal?: unknown } }> };
  const refusal = Array.isArray(choices) ? choices[0]?.message?.refusal : undefined;
  return typeof refusal === 'string' && refusal !== '' ? refusal : undefined;
}

function finishOf({ unified, raw }: LanguageModelV4GenerateResult['finishReason']): ProviderReply['finish'] {
  if (raw === 'refusal') return 'refused';
  if (unified === 'length') return 'length';
  return unified === 'content-filter' ? 'filtered' : 'stop';
}

function explain(error: CallError, request: ProviderRequest, wallClockMs: number): ProviderError {
  const { statusCode, responseHeaders = {}, responseBody = '' } = error;
  if (statusCode !== undefined && statusCode !== 200) {
    return explainStatus({
      status: statusCode,
      headers: responseHeaders,
      body: responseBody,
      hasSchema: request.schema !== undefined,
      wallClockMs,
    });
  }
  if (statusCode === 200) {
    return new ProviderError({ kind: 'server', detail: 'the answer cannot be read', mayBeCharged: true });
  }
  const code = codeOf(error);
  return new ProviderError({
    kind: 'network',
    detail: `the connection failed: ${code ?? error.message}`,
    mayBeCharged: code === undefined || !NEVER_CONNECTED.has(code),
  });
}

/** Codes of connections that never were, so that nothing can have been asked. */
export const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Libraries wrap the error of the socket a few times over. */
const DEEPEST_CAUSE = 5;

function codeOf(error: unknown, depth = 0): string | undefined {
  if (typeof error !== 'object' || error === null || depth > DEEPEST_CAUSE) return undefined;
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return typeof code === 'string' ? code : codeOf(cause, depth + 1);
}
