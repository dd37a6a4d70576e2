import { redactor } from '../calls/redact.ts';
import { MODEL_PROVIDERS, type ModelProvider } from './model-name.ts';
import { keyVariableOf, secretsOf, type Environment } from './open-provider.ts';

/** The key of a provider from somewhere else than the environment; undefined when there is none. */
export type FindKey = (provider: ModelProvider) => Promise<string | undefined>;

/** The keys of a client: what the environment holds, and what else was found when a provider was opened. Knows what must not be shown. */
export class KeyRing {
  readonly #environment: Environment;
  readonly #findKey: FindKey | undefined;
  readonly #environments = new Map<ModelProvider, Promise<Environment>>();
  readonly #secrets: string[];
  #redact: (text: string) => string;

  constructor(environment: Environment, findKey: FindKey | undefined) {
    this.#environment = environment;
    this.#findKey = findKey;
    this.#secrets = secretsOf(environment);
    this.#redact = redactor(this.#secrets);
  }

  /** The environment, with the key of the provider where one was found; it is looked for once. */
  environmentOf(provider: ModelProvider): Promise<Environment> {
    const known = this.#environments.get(provider) ?? this.#lookUp(provider);
    this.#environments.set(provider, known);
    return known;
  }

  /** Takes every key out of a text. */
  redact(text: string): string {
    return this.#redact(text);
  }

  async #lookUp(provider: ModelProvider): Promise<Environment> {
    const [variable] = MODEL_PROVIDERS[provider].keyVariables;
    if (variable === undefined || keyVariableOf(provider, this.#environment) !== undefined) return this.#environment;
    const key = await this.#findKey?.(provider);
    if (key === undefined) return this.#environment;
    this.#secrets.push(key);
    this.#redact = redactor(this.#secrets);
    return { ...this.#environment, [variable]: key };
  }
}
