import type { Candidate, Chunk, ExtractedDocument, Lineage, Message, Recipe, Span, TextRange } from '@dsgen/core';
import { rangeAt } from '../shared/range-at.ts';
import { recordId } from '../shared/record-id.ts';
import type { PlacedDraft } from './context-mode.ts';
import { rateDifficulty } from './difficulty.ts';
import type { Pattern, Piece } from './pattern.ts';
import { renderPieces } from './sections/section-body.ts';

/** Where a candidate comes from, beyond its own pattern. */
export interface CandidateOrigin {
  readonly document: ExtractedDocument;
  readonly chunks: readonly Chunk[];
  readonly path: string;
  readonly corpus: string;
  readonly recipe: Recipe;
  readonly recipeHash: string;
}

/** The candidate for a draft; undefined when the draft cites nothing. */
export function toCandidate(pattern: Pattern, draft: PlacedDraft, origin: CandidateOrigin): Candidate | undefined {
  const ranges = citedRanges(draft);
  const [first] = ranges;
  if (first === undefined) return undefined;
  const sources = ranges.map((range) => toSpan(origin.document, range));
  const messages = toMessages(draft, origin.document);
  const content = {
    task: pattern.task,
    messages,
    ...(draft.payload === undefined ? {} : { payload: draft.payload }),
    sources,
  };
  return {
    id: recordId(content),
    ...content,
    lineage: toLineage(pattern, draft, origin, first),
    quality: { fit: draft.fit },
    difficulty: rateDifficulty({
      question: textOf(messages, 'user'),
      answer: textOf(messages, 'assistant'),
      sources: ranges.length,
      reasoning: draft.reasoning,
    }),
    pattern: pattern.name,
    section: draft.section.id,
    focus: draft.focus.toLowerCase().replaceAll(/\s+/gu, ' ').trim(),
    score: Math.min(1, Math.max(0, pattern.precision * (0.5 + 0.5 * draft.fit))),
  };
}

function toMessages(draft: PlacedDraft, document: ExtractedDocument): Message[] {
  const opening: Message = {
    role: 'user',
    content: draft.prompt,
    ...(draft.passageText === undefined ? {} : { context: draft.passageText }),
  };
  const later = (draft.followUps ?? []).flatMap(({ question, answer }): Message[] => [
    { role: 'user', content: question },
    { role: 'assistant', content: renderPieces(document, answer).trim() },
  ]);
  return [opening, { role: 'assistant', content: draft.answerText }, ...later];
}

function textOf(messages: readonly Message[], role: Message['role']): string {
  return messages.flatMap((message) => (message.role === role ? [message.content] : [])).join('\n');
}

/** The ranges of the answer first, then further evidence and the passage; each once. */
function citedRanges(draft: PlacedDraft): TextRange[] {
  const passage: readonly Piece[] = draft.passageText === undefined ? [] : (draft.passage ?? []);
  const later = (draft.followUps ?? []).flatMap(({ answer }) => answer);
  const all = [...draft.answer, ...later, ...(draft.evidence ?? []), ...passage].filter(
    (piece) => typeof piece !== 'string',
  );
  const seen = new Set<string>();
  return all.filter(({ start, end }) => {
    const key = `${start}:${end}`;
    if (start >= end || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function toSpan(document: ExtractedDocument, { start, end }: TextRange): Span {
  const page = rangeAt(document.blocks, start)?.page;
  return {
    documentId: document.documentId,
    ...(page === undefined ? {} : { page }),
    start,
    end,
    quote: document.text.slice(start, end),
  };
}

function toLineage(pattern: Pattern, draft: PlacedDraft, origin: CandidateOrigin, first: TextRange): Lineage {
  const { heading, headingPath } = draft.section;
  const chunk = rangeAt(origin.chunks, first.start);
  return {
    corpus: origin.corpus,
    documentId: origin.document.documentId,
    path: origin.path,
    chunkId: chunk?.id ?? `${origin.document.documentId.slice(0, 16)}:0`,
    headingPath: heading === undefined ? headingPath : [...headingPath, heading],
    generator: `extractive/${pattern.task}/${pattern.name}@${pattern.version}`,
    seed: origin.recipe.seed,
    recipeHash: origin.recipeHash,
  };
}
