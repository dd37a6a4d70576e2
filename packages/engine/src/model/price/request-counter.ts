import { canonicalJson } from '../../shared/canonical-json.ts';
import { countTokens } from '../../shared/tokens.ts';
import type { ModelAnswer, ModelClient, ModelRequest } from '../model-client.ts';

/** What the calls of one prompt ask. */
export interface CountedCalls {
  readonly calls: number;
  readonly inputTokens: number;
  /** What the answers may have at most. */
  readonly maxOutputTokens: number;
}

/** A provider's own marks around a call and its turns. */
const EXTRA_TOKENS = 12;

/** A client that sends nothing and counts what it is asked, with the tokenizer that the chunks are counted with. */
export class RequestCounter implements ModelClient {
  readonly #counted = new Map<string, CountedCalls>();
  readonly #schemaTokens = new Map<object, number>();

  /** By prompt, in the order of their first call. */
  get counted(): ReadonlyMap<string, CountedCalls> {
    return this.#counted;
  }

  async complete(request: ModelRequest): Promise<ModelAnswer> {
    const { purpose, maxOutputTokens } = request;
    const before = this.#counted.get(purpose) ?? { calls: 0, inputTokens: 0, maxOutputTokens: 0 };
    this.#counted.set(purpose, {
      calls: before.calls + 1,
      inputTokens: before.inputTokens + this.#tokensOf(request),
      maxOutputTokens: before.maxOutputTokens + maxOutputTokens,
    });
    return Promise.resolve({ state: 'not-cached', detail: 'the call was only counted' });
  }

  #tokensOf({ system = '', messages, schema }: ModelRequest): number {
    const turns = messages.reduce((sum, { content }) => sum + countTokens(content), 0);
    return (
      countTokens(system) + turns + EXTRA_TOKENS + (schema === undefined ? 0 : this.#tokensOfSchema(schema.schema))
    );
  }

  #tokensOfSchema(schema: object): number {
    const known = this.#schemaTokens.get(schema);
    if (known !== undefined) return known;
    const tokens = countTokens(canonicalJson(schema));
    this.#schemaTokens.set(schema, tokens);
    return tokens;
  }
}
