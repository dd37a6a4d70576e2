import type { ExtractedDocument } from '@dsgen/core';
import { findInjection } from '../injection/find-injection.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';

/** A section that no model may see, and why. */
export interface Withheld {
  /** Id of the section. */
  readonly section: string;
  /** Where it begins. */
  readonly start: number;
  readonly detail: string;
}

/** The sections of a document that speak to a model instead of a reader. */
export function withholdInjections(
  document: ExtractedDocument,
  sections: readonly ProcessedSection[],
): readonly Withheld[] {
  return sections.flatMap(({ id, start, end }) => {
    const found = findInjection(document.text.slice(start, end));
    if (found === undefined) return [];
    return [{ section: id, start, detail: `The section ${found.what}: ${JSON.stringify(found.quote)}.` }];
  });
}
