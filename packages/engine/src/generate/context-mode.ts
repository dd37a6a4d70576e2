import { fullAnchor, withAnchor } from './subjects/anchor.ts';
import type { Draft, PatternContext } from './pattern.ts';
import { renderPieces } from './sections/section-body.ts';

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
    return mode === 'open' ? undefined : { ...draft, answerText, prompt: specificPrompt(context, draft) };
  }
  if (mode === 'closed' || draft.passage === undefined) return undefined;
  const passageText = renderPieces(context.document, draft.passage).trim();
  return { ...draft, answerText, passageText, prompt: withAnchor(undefined, draft.question) };
}

/**
 * The first wording by which a search of the document finds the answer: the shorter anchors before the longer. Where none
 * is found so, the first of all, which the assessment then rejects.
 */
function specificPrompt(context: PatternContext, draft: Draft): string {
  const wordings = [draft.question, ...(draft.rewordings ?? [])];
  const plain = wordings.map((question) => withAnchor(draft.anchor, question));
  const longer =
    draft.takesNoAnchor === true
      ? []
      : wordings.map((question) => withAnchor(fullAnchor(context, draft.section, question), question));
  const [first = draft.question] = plain;
  if (draft.followUps !== undefined) return first;
  const ranges = draft.answer.filter((piece) => typeof piece !== 'string');
  const sources = [...ranges, ...(draft.evidence ?? [])];
  return [...plain, ...longer].find((prompt) => context.finds(prompt, sources)) ?? first;
}
