import type { CallsEstimate, Estimate, ModelEstimate } from '@dsgen/sdk';
import { escapeText } from './escape.ts';
import { count, duration, plural } from './numbers.ts';
import type { Style } from './style.ts';
import { table } from './table.ts';

/** What the model would cost, by prompt: likely values, and their bounds for the sum. */
export function renderModelEstimate(estimate: ModelEstimate, style: Style): string {
  const { model, prompts, total, sampledDocuments, documents } = estimate;
  const header = ['prompt', 'calls', 'tokens in', 'tokens out', 'cost'].map(style.dim);
  const rows = prompts.map(({ purpose, ...likely }) => [
    purpose,
    about(likely.calls),
    about(likely.inputTokens),
    about(likely.outputTokens),
    likely.costUsd === undefined ? '-' : dollars(likely.costUsd.likely),
  ]);
  return [
    `Model ${escapeText(model)}, from the calls of ${plural(sampledDocuments, 'document')} of ${count(documents)}`,
    table([header, ...rows], { right: [1, 2, 3, 4] }),
    table([['', 'low', 'likely', 'high'].map(style.dim), ...sumRows(total)], { right: [1, 2, 3] }),
    priceLine(estimate),
  ].join('\n\n');
}

function sumRows(total: CallsEstimate): string[][] {
  const rows = [
    range('Calls', total.calls, count),
    range('Tokens in', total.inputTokens, count),
    range('Tokens out', total.outputTokens, count),
    range('Time', total.ms, duration),
  ];
  return total.costUsd === undefined ? rows : [...rows, range('Cost', total.costUsd, dollars)];
}

function range(name: string, { low, likely, high }: Estimate, show: (value: number) => string): string[] {
  return [name, show(low), show(likely), show(high)];
}

function about({ likely }: Estimate): string {
  return count(likely);
}

function dollars(amount: number): string {
  return amount > 0 && amount < 0.01 ? '< $0.01' : `$${amount.toFixed(2)}`;
}

function priceLine({ price, pricesAsOf }: ModelEstimate): string {
  if (price === undefined) return 'The price is not known: give it with --price IN/OUT, dollars for a million tokens.';
  const source = pricesAsOf === undefined ? '' : `, as of ${pricesAsOf}`;
  return `Price: $${price.input} for a million tokens in, $${price.output} out${source}. High: every answer as long as the recipe allows.`;
}
