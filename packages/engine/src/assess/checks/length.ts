import type { CheckContext, Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** The recipe's token limits over everything a trainer would see of the record; `quality.tokens` has been counted before. */
export function checkLength({ candidate }: RecordParts, { recipe }: CheckContext): Defect | undefined {
  const tokens = candidate.quality['tokens'] ?? 0;
  const { minTokens, maxTokens } = recipe.assess;
  if (tokens < minTokens) return { reason: 'too-short', detail: `It has ${tokens} tokens; the least is ${minTokens}.` };
  if (tokens > maxTokens) return { reason: 'too-long', detail: `It has ${tokens} tokens; the most is ${maxTokens}.` };
  return undefined;
}
