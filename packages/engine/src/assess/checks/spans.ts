import { quoteAt } from '@dsgen/core';
import type { CheckContext, Defect } from '../check.ts';
import type { RecordParts } from '../record-parts.ts';

/** Every source must quote the document exactly, and there must be one. */
export function checkSpans({ candidate }: RecordParts, { document }: CheckContext): Defect | undefined {
  if (candidate.sources.length === 0) return { reason: 'span-mismatch', detail: 'It cites no source.' };
  const broken = candidate.sources.find(
    (span) => span.documentId !== document.documentId || quoteAt(document.text, span) !== span.quote,
  );
  if (broken === undefined) return undefined;
  return {
    reason: 'span-mismatch',
    detail: `The quote at ${broken.start}–${broken.end} is not what the document says there.`,
  };
}
