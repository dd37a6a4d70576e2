import type * as Bedrock from '@ai-sdk/amazon-bedrock';
import type * as Google from '@ai-sdk/google';
import type * as Mistral from '@ai-sdk/mistral';
import { UsageError } from '@dsgen/core';
import type { Clock } from '../schedule/clock.ts';
import { createAiSdkProvider } from './ai-sdk.ts';
import { createLlamaCpp } from './llama-cpp.ts';
import { loadOptional } from '../../shared/load-optional.ts';
import { MODEL_PROVIDERS, type ModelName, type ModelProvider } from './model-name.ts';
import { createOpenAiChat } from './openai-chat.ts';
import type { JsonPoster } from './post-json.ts';
import type { Provider } from './provider.ts';

/** Variables of the host's environment; only those that the chosen provider needs are read. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface OpenProviderOptions {
  readonly environment: Environment;
  readonly baseUrl: string | undefined;
  readonly poster: JsonPoster;
  readonly clock: Clock;
  /** In place of the system's, for the client libraries. */
  readonly network?: typeof fetch;
}

interface Opening extends OpenProviderOptions {
  readonly name: string;
  readonly apiKey: string | undefined;
  readonly baseURL: { readonly baseURL?: string };
}

/** The client libraries are loaded here, and only the one that is needed. */
const OPENERS: Record<ModelProvider, (opening: Opening) => Provider | Promise<Provider>> = {
  async openai({ apiKey = '', baseURL, clock, network }) {
    const { createOpenAI } = await import('@ai-sdk/openai');
    const openai = createOpenAI({ apiKey, ...baseURL, ...over(network) });
    return createAiSdkProvider((name) => openai.chat(name), clock);
  },
  async anthropic({ apiKey = '', baseURL, clock, network }) {
    const { createAnthropic } = await import('@ai-sdk/anthropic');
    return createAiSdkProvider(createAnthropic({ apiKey, ...baseURL, ...over(network) }), clock);
  },
  async google({ apiKey = '', baseURL, clock }) {
    const google = await loadOptional<typeof Google>('@ai-sdk/google');
    return createAiSdkProvider(google.createGoogleGenerativeAI({ apiKey, ...baseURL }), clock);
  },
  async mistral({ apiKey = '', baseURL, clock, network }) {
    const mistral = await loadOptional<typeof Mistral>('@ai-sdk/mistral');
    return createAiSdkProvider(mistral.createMistral({ apiKey, ...baseURL, ...over(network) }), clock);
  },
  'amazon-bedrock': openBedrock,
  'openai-compatible': ({ apiKey, baseUrl, poster, clock }) =>
    createOpenAiChat({ apiKey, baseUrl: parseBaseUrl(baseUrl), poster, clock }),
  gguf: ({ name }) => createLlamaCpp(name),
};

/**
 * Opens the provider of a model.
 *
 * @throws UsageError `model-key-missing`, `package-missing`, `model-base-url-missing`, `model-base-url-invalid`
 */
export async function openProvider(model: ModelName, options: OpenProviderOptions): Promise<Provider> {
  const { baseUrl } = options;
  const apiKey = keyOf(model.provider, options.environment);
  const baseURL = baseUrl === undefined ? {} : { baseURL: parseBaseUrl(baseUrl).href.replace(/\/$/, '') };
  return OPENERS[model.provider]({ ...options, name: model.name, apiKey, baseURL });
}

/** Every value of the environment that must not be shown. */
export function secretsOf(environment: Environment): string[] {
  const variables = [
    ...Object.values(MODEL_PROVIDERS).flatMap(({ keyVariables }) => [...keyVariables] as string[]),
    'AWS_SESSION_TOKEN',
    'AWS_ACCESS_KEY_ID',
  ];
  return variables.map((variable) => environment[variable] ?? '').filter((value) => value.length >= 4);
}

function over(network: typeof fetch | undefined): { readonly fetch?: typeof fetch } {
  return network === undefined ? {} : { fetch: network };
}

/** The variable that has the key of a provider; undefined when none has. */
export function keyVariableOf(provider: ModelProvider, environment: Environment): string | undefined {
  const variables: readonly string[] = MODEL_PROVIDERS[provider].keyVariables;
  return variables.find((variable) => (environment[variable] ?? '').trim() !== '');
}

function keyOf(provider: ModelProvider, environment: Environment): string | undefined {
  const { keyVariables, needsKey } = MODEL_PROVIDERS[provider];
  const variable = keyVariableOf(provider, environment);
  if (variable !== undefined) return environment[variable]?.trim();
  if (!needsKey) return undefined;
  throw new UsageError({
    code: 'model-key-missing',
    message: `Cannot ask ${provider}: it needs a key, and ${keyVariables.join(' and ')} ${keyVariables.length > 1 ? 'are' : 'is'} not set`,
    fix: `Set ${keyVariables[0]} in the environment, or keep it in the keychain of the system under the service dsgen and the name ${provider}; keys are never taken from the command line.`,
  });
}

export function parseBaseUrl(baseUrl: string | undefined): URL {
  if (baseUrl === undefined) {
    throw new UsageError({
      code: 'model-base-url-missing',
      message: 'Cannot ask an openai-compatible model: where its server listens is not known',
      fix: 'Give its address with --base-url, such as http://127.0.0.1:11434/v1.',
    });
  }
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '')
    return url;
  throw new UsageError({
    code: 'model-base-url-invalid',
    message: `Cannot use ${JSON.stringify(url === undefined ? baseUrl : url.protocol + url.host)} as a base URL`,
    fix: 'Give an http or https address without a user name, such as http://127.0.0.1:11434/v1.',
  });
}

/** A Bedrock key, or the keys of an AWS identity. */
async function openBedrock({ environment, baseURL, clock, network }: Opening): Promise<Provider> {
  const region = environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'];
  if (region === undefined) {
    throw new UsageError({
      code: 'model-region-missing',
      message: 'Cannot ask amazon-bedrock: AWS_REGION is not set',
      fix: 'Set AWS_REGION in the environment, such as us-east-1.',
    });
  }
  const bedrock = await loadOptional<typeof Bedrock>('@ai-sdk/amazon-bedrock');
  const apiKey = environment['AWS_BEARER_TOKEN_BEDROCK'];
  const sessionToken = environment['AWS_SESSION_TOKEN'];
  const identity = {
    accessKeyId: environment['AWS_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: environment['AWS_SECRET_ACCESS_KEY'] ?? '',
    ...(sessionToken === undefined ? {} : { sessionToken }),
  };
  return createAiSdkProvider(
    bedrock.createAmazonBedrock({
      region,
      ...baseURL,
      ...over(network),
      ...(apiKey === undefined ? identity : { apiKey }),
    }),
    clock,
  );
}
