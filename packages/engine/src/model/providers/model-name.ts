import { nearestName, UsageError } from '@dsgen/core';

/** Who answers, and the environment variables its keys are read from; the first that is set counts. */
export const MODEL_PROVIDERS = {
  openai: { keyVariables: ['OPENAI_API_KEY'], needsKey: true },
  anthropic: { keyVariables: ['ANTHROPIC_API_KEY'], needsKey: true },
  google: { keyVariables: ['GOOGLE_GENERATIVE_AI_API_KEY', 'GEMINI_API_KEY'], needsKey: true },
  mistral: { keyVariables: ['MISTRAL_API_KEY'], needsKey: true },
  'amazon-bedrock': { keyVariables: ['AWS_BEARER_TOKEN_BEDROCK', 'AWS_SECRET_ACCESS_KEY'], needsKey: true },
  'openai-compatible': { keyVariables: ['OPENAI_COMPATIBLE_API_KEY'], needsKey: false },
  gguf: { keyVariables: [], needsKey: false },
} as const satisfies Record<string, { readonly keyVariables: readonly string[]; readonly needsKey: boolean }>;
export type ModelProvider = keyof typeof MODEL_PROVIDERS;

export interface ModelName {
  readonly provider: ModelProvider;
  /** The provider's own name; for `gguf` the path of the file. */
  readonly name: string;
}

/**
 * Takes `provider/name` apart; the name may have slashes of its own.
 *
 * @throws UsageError `model-name-invalid`
 */
export function parseModelName(model: string): ModelName {
  const slash = model.indexOf('/');
  const provider = model.slice(0, Math.max(0, slash));
  const name = model.slice(slash + 1);
  if (isProvider(provider) && name.trim() !== '') return { provider, name };
  const known = Object.keys(MODEL_PROVIDERS);
  const meant = slash > 0 ? nearestName(provider, known) : undefined;
  throw new UsageError({
    code: 'model-name-invalid',
    message: `Cannot use ${JSON.stringify(model)} as a model: it is not provider/name`,
    fix:
      meant === undefined || isProvider(provider)
        ? `Write provider/name with one of ${known.join(', ')}: openai-compatible/my-model, for example.`
        : `Did you mean ${JSON.stringify(`${meant}/${name}`)}?`,
  });
}

function isProvider(word: string): word is ModelProvider {
  return Object.hasOwn(MODEL_PROVIDERS, word);
}
