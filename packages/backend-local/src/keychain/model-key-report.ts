import { keyVariableOf, MODEL_PROVIDERS, type Environment, type ModelProvider } from '@dsgen/engine';
import { openKeychain, type KeychainOptions } from './keychain.ts';

/** Where the key of a provider is taken from. The key itself is in no report. */
export interface ModelKeySource {
  readonly provider: string;
  /** The name of the variable that has it, `keychain`, or undefined when there is none. */
  readonly source: string | undefined;
}

/**
 * Where dsgen would take the key of each model provider from. Nobody is asked to unlock anything.
 *
 * @example
 * for (const { provider, source = 'no key' } of await modelKeyReport({ environment: process.env })) console.log(provider, source);
 */
export async function modelKeyReport(options: KeychainOptions): Promise<readonly ModelKeySource[]> {
  const keychain = openKeychain(options);
  const providers = (Object.keys(MODEL_PROVIDERS) as ModelProvider[]).filter(
    (provider) => MODEL_PROVIDERS[provider].keyVariables.length > 0,
  );
  return Promise.all(
    providers.map(async (provider) => ({ provider, source: await sourceOf(provider, options.environment) })),
  );

  async function sourceOf(provider: ModelProvider, environment: Environment): Promise<string | undefined> {
    return keyVariableOf(provider, environment) ?? ((await keychain.has(provider)) ? 'keychain' : undefined);
  }
}
