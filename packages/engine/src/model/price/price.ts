import { UsageError, type ModelPrice } from '@dsgen/core';
import type { TokenUsage } from '../model-client.ts';

/** What a call of so many tokens costs at most by the list: discounts for cached prompts are not counted. */
export function costOf({ inputTokens, outputTokens }: TokenUsage, price: ModelPrice): number {
  const { longer } = price;
  const { input, output } = longer !== undefined && inputTokens > longer.overInputTokens ? longer : price;
  return (inputTokens * input + outputTokens * output) / 1_000_000;
}

/**
 * Reads `IN/OUT`, US dollars for a million input and output tokens: `0.15/0.60`.
 *
 * @throws UsageError `price-invalid`
 */
export function parsePrice(text: string): ModelPrice {
  const [input, output] = (/^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? []).slice(1).map(Number);
  if (input !== undefined && output !== undefined) return { input, output };
  throw new UsageError({
    code: 'price-invalid',
    message: `Cannot use ${JSON.stringify(text)} as a price`,
    fix: 'Write dollars for a million input and output tokens, such as 0.15/0.60.',
  });
}

/**
 * Reads a budget in US dollars: `20usd`, `20 USD`, `$20`, `0.5`.
 *
 * @throws UsageError `budget-invalid`
 */
export function parseBudget(text: string): number {
  const digits = /^\$?(\d+(?:\.\d+)?)\s*(?:usd|\$)?$/i.exec(text.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  throw new UsageError({
    code: 'budget-invalid',
    message: `Cannot use ${JSON.stringify(text)} as a budget`,
    fix: 'Write an amount of US dollars, such as 20usd or 0.50usd.',
  });
}
