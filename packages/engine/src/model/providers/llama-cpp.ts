import type { ModelMessage } from '../model-client.ts';
import { loadOptional } from '../../shared/load-optional.ts';
import { ProviderError, type Provider, type ProviderReply, type ProviderRequest } from './provider.ts';

/** The part of `node-llama-cpp` that is used. The package is the user's own choice, so its types are not at hand. */
interface LlamaModule {
  getLlama(options: { readonly logLevel: 'error'; readonly build: 'never' }): Promise<Llama>;
  readonly LlamaChatSession: new (options: {
    readonly contextSequence: unknown;
    readonly systemPrompt: string;
  }) => ChatSession;
}

interface Llama {
  loadModel(options: { readonly modelPath: string }): Promise<LoadedModel>;
  createGrammarForJsonSchema(schema: object): Promise<unknown>;
}

interface LoadedModel {
  createContext(options: { readonly sequences: number }): Promise<{ getSequence(): Sequence }>;
}

interface Sequence {
  readonly tokenMeter: { getState(): TokenCounts; diff(start: TokenCounts): TokenCounts };
  readonly contextSize: number;
  clearHistory(): Promise<void>;
}

interface TokenCounts {
  readonly usedInputTokens: number;
  readonly usedOutputTokens: number;
}

interface ChatSession {
  setChatHistory(history: readonly object[]): void;
  promptWithMeta(
    prompt: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly responseText: string; readonly stopReason: string }>;
  dispose(options: { readonly disposeSequence: boolean }): void;
}

interface Loaded {
  readonly module: LlamaModule;
  readonly llama: Llama;
  readonly sequence: Sequence;
}

/**
 * A GGUF file, run in this process by `node-llama-cpp`. One call at a time: a second sequence would halve the context of each, and the
 * processor is busy with one.
 */
export function createLlamaCpp(path: string): Provider {
  let loaded: Promise<Loaded> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  return {
    generate(request, { signal }) {
      const reply = last.then(async () => {
        signal.throwIfAborted();
        loaded ??= load(path);
        return answer(await loaded, request, signal);
      });
      last = reply.catch(() => undefined);
      return reply;
    },
  };
}

async function load(path: string): Promise<Loaded> {
  const module = await loadOptional<LlamaModule>('node-llama-cpp');
  const llama = await module.getLlama({ logLevel: 'error', build: 'never' });
  try {
    const model = await llama.loadModel({ modelPath: path });
    const context = await model.createContext({ sequences: 1 });
    return { module, llama, sequence: context.getSequence() };
  } catch (error) {
    throw new ProviderError({ kind: 'model', detail: `loading ${JSON.stringify(path)} failed: ${String(error)}` });
  }
}

async function answer(
  { module, llama, sequence }: Loaded,
  request: ProviderRequest,
  signal: AbortSignal,
): Promise<ProviderReply> {
  const { system, messages, schema, maxOutputTokens, temperature, seed } = request;
  await sequence.clearHistory();
  const before = sequence.tokenMeter.getState();
  // Without a system prompt, the package would say one of its own.
  const session = new module.LlamaChatSession({ contextSequence: sequence, systemPrompt: system ?? '' });
  try {
    const last = messages.at(-1)?.content ?? '';
    if (messages.length > 1) session.setChatHistory(history(system, messages.slice(0, -1)));
    const { responseText, stopReason } = await session.promptWithMeta(last, {
      signal,
      maxTokens: maxOutputTokens,
      temperature: temperature ?? 0,
      ...(seed === undefined ? {} : { seed }),
      ...(schema === undefined ? {} : { grammar: await llama.createGrammarForJsonSchema(schema.schema) }),
    });
    const { usedInputTokens, usedOutputTokens } = sequence.tokenMeter.diff(before);
    return {
      text: responseText,
      finish: stopReason === 'maxTokens' ? 'length' : 'stop',
      usage: { inputTokens: usedInputTokens, outputTokens: usedOutputTokens },
      rate: {},
    };
  } catch (error) {
    signal.throwIfAborted();
    throw new ProviderError({ kind: 'request', detail: `the local model failed: ${String(error)}` });
  } finally {
    session.dispose({ disposeSequence: false });
  }
}

function history(system: string | undefined, messages: readonly ModelMessage[]): object[] {
  const first = system === undefined ? [] : [{ type: 'system', text: system }];
  const turns = messages.map(({ role, content }) =>
    role === 'user' ? { type: 'user', text: content } : { type: 'model', response: [content] },
  );
  return [...first, ...turns];
}
