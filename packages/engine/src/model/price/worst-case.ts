import type { ModelRequest, TokenUsage } from '../model-client.ts';

/** Role marks and separators around each turn, with room to spare. */
const TOKENS_PER_TURN = 16;
/** What a provider may put around a schema. */
const SCHEMA_EXTRA_TOKENS = 400;

/**
 * The most tokens a request can be counted as, whatever the tokenizer: none gives more tokens than the text has bytes. This bounds spending;
 * the likely cost is about a quarter of it.
 */
export function worstCaseUsage({ system = '', messages, schema, maxOutputTokens }: ModelRequest): TokenUsage {
  const text = messages.reduce((bytes, { content }) => bytes + Buffer.byteLength(content), Buffer.byteLength(system));
  const schemaTokens = schema === undefined ? 0 : Buffer.byteLength(JSON.stringify(schema)) + SCHEMA_EXTRA_TOKENS;
  return {
    inputTokens: text + TOKENS_PER_TURN * (messages.length + 2) + schemaTokens,
    outputTokens: maxOutputTokens,
  };
}

/** About what the request counts against a limit of tokens per minute: a token is four bytes of most text. */
export function rateTokens(request: ModelRequest): number {
  return Math.ceil(worstCaseUsage(request).inputTokens / 4) + request.maxOutputTokens;
}
