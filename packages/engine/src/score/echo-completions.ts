import { BackendError, UsageError } from '@dsgen/core';
import { explainStatus } from '../model/providers/explain-status.ts';
import { JsonPoster, type PostResponse } from '../model/providers/post-json.ts';
import { ProviderError } from '../model/providers/provider.ts';
import { sleep, systemClock } from '../model/schedule/clock.ts';
import { retryDelayMs, seededRandom } from '../model/schedule/retry-delay.ts';

const ATTEMPTS = 5;

export interface EchoCompletionsOptions {
  /** The server's name of the model. */
  readonly model: string;
  /** With `/v1`. */
  readonly baseUrl: URL;
  readonly apiKey: string | undefined;
}

/** A token of a text as the server cuts it: where it begins, in Unicode code points, and how likely the model finds it. */
export interface EchoedToken {
  readonly start: number;
  /** Natural logarithm; null for the first token, which nothing stands before. */
  readonly logProbability: number | null;
}

/** Asks a completions server for the probabilities of a text that is given, as those of vLLM echo it. */
export class EchoCompletions {
  readonly #options: EchoCompletionsOptions;
  readonly #url: URL;
  readonly #poster = new JsonPoster();
  readonly #random = seededRandom(1);

  constructor(options: EchoCompletionsOptions) {
    this.#options = options;
    this.#url = new URL(`${options.baseUrl.pathname.replace(/\/$/, '')}/completions`, options.baseUrl);
  }

  /**
   * The tokens of a text; undefined when it is longer than the model can read.
   *
   * @throws BackendError `scorer-server-failed` when the server gives no answer after five attempts, or refuses
   * @throws UsageError `scorer-server-unfit` when it does not echo what it is given
   */
  async tokensOf(text: string, signal: AbortSignal): Promise<readonly EchoedToken[] | undefined> {
    const response = await this.#post(text, signal);
    if (response.status === 200) return this.#read(response.body, text);
    const error = explainStatus({ ...response, hasSchema: false, wallClockMs: 0 });
    if (error.kind === 'context') return undefined;
    throw this.#failed(error);
  }

  close(): void {
    this.#poster.close();
  }

  async #post(text: string, signal: AbortSignal): Promise<PostResponse> {
    const { model, apiKey } = this.#options;
    const headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    const body = JSON.stringify({ model, prompt: text, max_tokens: 1, echo: true, logprobs: 1, temperature: 0 });
    for (let tried = 1; ; tried += 1) {
      try {
        const response = await this.#poster.post(this.#url, { headers, body, signal });
        if (tried === ATTEMPTS || (response.status !== 429 && response.status < 500)) return response;
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
        if (tried === ATTEMPTS) throw this.#failed(error);
      }
      await sleep(systemClock, retryDelayMs(tried, this.#random()), signal);
    }
  }

  /** A server that leaves `echo` out of account gives the token it made and nothing else. */
  #read(body: string, text: string): readonly EchoedToken[] {
    const { text_offset: starts, token_logprobs: values } = parse(body)?.choices?.[0]?.logprobs ?? {};
    if (starts === undefined || values === undefined || starts.length !== values.length || values[0] !== null) {
      throw this.#unfit();
    }
    const length = [...text].length;
    return starts
      .map((start, index) => ({ start, logProbability: values[index] ?? null }))
      .filter(({ start }) => start < length);
  }

  #failed({ message }: ProviderError): BackendError {
    return new BackendError({
      code: 'scorer-server-failed',
      message: `Cannot score perplexity: ${this.#url.host} gave no answer for the model ${JSON.stringify(this.#options.model)}: ${message}`,
      fix: 'See that the server runs and has the model, then run the job again: what is scored already is kept.',
    });
  }

  #unfit(): UsageError {
    return new UsageError({
      code: 'scorer-server-unfit',
      message: `Cannot score perplexity: ${this.#url.host} does not echo a text with its probabilities`,
      fix: 'Use a server whose /v1/completions knows "echo" with "logprobs", such as vLLM.',
    });
  }
}

interface Completion {
  readonly choices?: ReadonlyArray<{
    readonly logprobs?: {
      readonly text_offset?: readonly number[];
      readonly token_logprobs?: ReadonlyArray<number | null>;
    } | null;
  }>;
}

function parse(body: string): Completion | undefined {
  try {
    return (JSON.parse(body) as Completion | null) ?? undefined;
  } catch {
    return undefined;
  }
}
