import { readRows, type ReadRowsOptions } from '../rows/read-rows.ts';
import { tokensOf } from './row-matches.ts';

/** Contexts that people train with, in tokens. */
export const COMMON_CONTEXTS = [2048, 4096, 8192, 32_768] as const;

export interface LengthTableOptions extends ReadRowsOptions {
  /** Tokens of a text, by the tokenizer of the model that will be trained. */
  readonly count: (text: string) => number;
  /** Default {@link COMMON_CONTEXTS}. */
  readonly contexts?: readonly number[];
}

/** How many rows a context holds; the others are cut or dropped, depending on the trainer. */
export interface LengthTable {
  readonly rows: number;
  readonly tokens: number;
  readonly longest: number;
  readonly contexts: ReadonlyArray<{ readonly tokens: number; readonly fits: number; readonly exceeds: number }>;
}

/**
 * Counts the tokens of every readable row of a file. What a chat template adds is not counted: allow for some ten tokens a
 * turn.
 */
export async function lengthTable(
  chunks: AsyncIterable<Uint8Array>,
  options: LengthTableOptions,
): Promise<LengthTable> {
  const { count, contexts, ...reading } = options;
  const lengths = new LengthCounter(contexts);
  for await (const row of readRows(chunks, reading)) if (row.ok) lengths.add(tokensOf(row.value, count));
  return lengths.table();
}

/** Counts rows by the contexts they fit into. */
export class LengthCounter {
  readonly #contexts: readonly number[];
  readonly #fits: number[];
  #rows = 0;
  #tokens = 0;
  #longest = 0;

  constructor(contexts: readonly number[] = COMMON_CONTEXTS) {
    this.#contexts = contexts;
    this.#fits = contexts.map(() => 0);
  }

  add(tokens: number): void {
    this.#rows += 1;
    this.#tokens += tokens;
    this.#longest = Math.max(this.#longest, tokens);
    for (const [index, context] of this.#contexts.entries()) {
      if (tokens <= context) this.#fits[index] = (this.#fits[index] ?? 0) + 1;
    }
  }

  table(): LengthTable {
    const contexts = this.#contexts.map((tokens, index) => {
      const fits = this.#fits[index] ?? 0;
      return { tokens, fits, exceeds: this.#rows - fits };
    });
    return { rows: this.#rows, tokens: this.#tokens, longest: this.#longest, contexts };
  }
}
