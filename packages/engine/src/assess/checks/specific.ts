import type { CheckContext, Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/**
 * Whether a search of the document for a question that stands alone finds the answer before any other part. Where it
 * does not, the question fits something else better, or does not say enough of what it is about. What a model wrote was
 * asked of its section and is judged otherwise; names in a varied record are not those of its document.
 */
export function checkSpecific(
  { candidate, passage, question }: RecordParts,
  { search }: CheckContext,
): Defect | undefined {
  const { model, variantOf } = candidate.lineage;
  // The wrong choices of a question are words of other parts.
  if (candidate.payload?.choices !== undefined) return undefined;
  if (passage !== '' || candidate.messages.length > 2 || model !== undefined || variantOf !== undefined)
    return undefined;
  if (search.finds(question, candidate.sources)) return undefined;
  return { reason: 'unspecific', detail: 'A search for the question finds another part of the document first.' };
}
