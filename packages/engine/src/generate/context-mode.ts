import { withAnchor } from './anchor.ts';
import type { Draft, PatternContext } from './pattern.ts';
import { renderPieces } from './section-body.ts';

/** A draft with its user turn decided. */
export interface PlacedDraft extends Draft {
  readonly prompt: string;
  readonly passageText?: string;
  readonly answerText: string;
}

/**
 * Decides between asking with and without the passage. `closed` drops drafts that need their passage, `open` those
 * that have none, and `mixed` gives the passage where the pattern needs it.
 */
export function placeDraft(context: PatternContext, draft: Draft): PlacedDraft | undefined {
  const mode = context.recipe.generate.context;
  const answerText = renderPieces(context.document, draft.answer).trim();
  const isOpen = draft.needsPassage === true || (mode === 'open' && draft.passage !== undefined);
  if (!isOpen) {
    return mode === 'open' ? undefined : { ...draft, answerText, prompt: withAnchor(draft.anchor, draft.question) };
  }
  if (mode === 'closed' || draft.passage === undefined) return undefined;
  const passageText = renderPieces(context.document, draft.passage).trim();
  return { ...draft, answerText, passageText, prompt: withAnchor(undefined, draft.question) };
}
