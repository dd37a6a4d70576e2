import type { GroundingFinding } from '../claim.ts';
import { isSame } from './compare-quantities.ts';
import type { Quantity } from './quantity.ts';
import { quantitiesOf } from './read-quantities.ts';
import { unitOf } from './units.ts';

const RATE =
  /(?:\b(?:per|each|every)\s|\/|(?<=(?:\d|[€$£]|\b(?:euros?|pounds?|dollars?|cents?|times|once|twice|hours?|days?|requests?))\s)\ban?\s)(?:calendar |working |single )?(?!cent\b)(?<unit>\p{L}+)/giu;
const ADVERB = /\b(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual|annually)\b/giu;

/** Units that something is counted by: `week` of "per week" and "weekly". */
export function ratesOf(text: string): ReadonlySet<string> {
  const found = [
    ...Array.from(text.matchAll(RATE), ({ groups }) => groups?.['unit'] ?? ''),
    ...Array.from(text.matchAll(ADVERB), ([adverb]) => adverb),
  ].map((word) => (/^quarters?$/iu.test(word) ? 'quarter' : unitOf(word.toLowerCase())));
  return new Set(found.filter((unit) => unit !== undefined));
}

/** How far after its number a rate may stand. */
const REACH = 24;

/** The rate that a number is given at: `month` of "220 euros per month". */
function rateAfter(text: string, { end }: Quantity): string | undefined {
  const after = text.slice(end, end + REACH).split(/[,;:.()]\s/u)[0] ?? '';
  return [...ratesOf(`1 ${after}`)][0];
}

/** "220 euros per month" where the evidence gives 220 euros by the week. */
export function findOtherRate(statement: string, evidence: readonly string[]): GroundingFinding | undefined {
  const source = evidence.flatMap((text) =>
    quantitiesOf(text).map((quantity) => ({ quantity, rate: rateAfter(text, quantity) })),
  );
  for (const quantity of quantitiesOf(statement)) {
    const rate = rateAfter(statement, quantity);
    const rates = source.filter((other) => isSame(quantity, other.quantity)).map((other) => other.rate);
    const [other] = rates;
    if (rate === undefined || other === undefined || rates.includes(rate) || rates.includes(undefined)) continue;
    if (ratesOf(evidence.join('\n')).has(rate)) continue;
    return {
      kind: 'unit',
      detail: `The source counts ${JSON.stringify(quantity.text)} by the ${other}, not by the ${rate}.`,
    };
  }
  return undefined;
}
