import { readRows, type ReadRowsOptions } from '../rows/read-rows.ts';
import { textsOf } from './row-matches.ts';

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
  const { count, contexts = COMMON_CONTEXTS, ...reading } = options;
  const fits = contexts.map(() => 0);
  let rows = 0;
  let total = 0;
  let longest = 0;
  for await (const row of readRows(chunks, reading)) {
    if (!row.ok) continue;
    const tokens = count(textsOf(row.value).join('\n'));
    rows += 1;
    total += tokens;
    longest = Math.max(longest, tokens);
    for (const [index, context] of contexts.entries()) if (tokens <= context) fits[index] = (fits[index] ?? 0) + 1;
  }
  const table = contexts.map((tokens, index) => {
    const fitting = fits[index] ?? 0;
    return { tokens, fits: fitting, exceeds: rows - fitting };
  });
  return { rows, tokens: total, longest, contexts: table };
}
