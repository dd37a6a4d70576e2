import { quoteAt, type Span } from '@dsgen/core';

/** A passage around spans of a record, in text order: a string is text around them, a number the index of a span quoted there. */
export type Passage = ReadonlyArray<string | number>;

/** Characters taken before and after a quote, at most, and between two that are shown together. */
const CONTEXT_LENGTH = 240;

interface IndexedSpan {
  readonly span: Span;
  readonly index: number;
}

/**
 * Where spans stand in their document: spans near each other share a passage. Without the text, or where it is not the
 * one the spans were taken from, each quote stands alone.
 */
export function findPassages(spans: readonly Span[], text: string | undefined): Passage[] {
  return groupSpans(spans, text).map((group) => passageOf(group, text));
}

/** The same for the spans of a record, which may be of several documents. */
export function findRecordPassages(
  spans: readonly Span[],
  textOf: (documentId: string) => string | undefined,
): Passage[] {
  const documents = Map.groupBy(spans.entries(), ([, { documentId }]) => documentId);
  return [...documents].flatMap(([documentId, entries]) => {
    const own = entries.map(([, span]) => span);
    return findPassages(own, textOf(documentId)).map((passage) =>
      passage.map((part) => (typeof part === 'number' ? (entries[part]?.[0] ?? part) : part)),
    );
  });
}

/** Spans that lie near each other, in text order; of overlapping ones the first stands for both. */
function groupSpans(spans: readonly Span[], text: string | undefined): ReadonlyArray<readonly IndexedSpan[]> {
  const groups: IndexedSpan[][] = [];
  const ordered = spans
    .map((span, index) => ({ span, index }))
    .toSorted(({ span: left }, { span: right }) => left.start - right.start || right.end - left.end);
  for (const entry of ordered) {
    const group = groups.at(-1);
    const last = group?.at(-1)?.span;
    const isNear =
      last !== undefined && isIn(text, last) && isIn(text, entry.span) && entry.span.start - last.end <= CONTEXT_LENGTH;
    if (isNear && entry.span.start < last.end) continue;
    if (isNear) group?.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

/** A text that does not have the quote at its place belongs to another version of the document. */
function isIn(text: string | undefined, span: Span): text is string {
  return text !== undefined && quoteAt(text, span) === span.quote;
}

function passageOf(group: readonly IndexedSpan[], text: string | undefined): Passage {
  const first = group[0]?.span;
  const last = group.at(-1)?.span;
  if (first === undefined || last === undefined || !isIn(text, first)) return group.map(({ index }) => index);
  const parts = group.flatMap(({ span, index }, position): Passage => {
    const next = group[position + 1]?.span;
    return [index, next === undefined ? textAfter(text, last.end) : text.slice(span.end, next.start)];
  });
  return [textBefore(text, first.start), ...parts].filter((part) => part !== '');
}

/** From the beginning of the paragraph before, or from a word. */
function textBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - CONTEXT_LENGTH), end);
  const paragraph = before.lastIndexOf('\n\n', before.trimEnd().length - 1);
  if (paragraph !== -1) return before.slice(paragraph + 2);
  return end > CONTEXT_LENGTH ? `… ${before.slice(before.indexOf(' ') + 1).replace(/^[\udc00-\udfff]/u, '')}` : before;
}

/** To the end of the paragraph after, or to a word. */
function textAfter(text: string, start: number): string {
  const after = text.slice(start, start + CONTEXT_LENGTH);
  const paragraph = after.indexOf('\n\n', after.length - after.trimStart().length);
  if (paragraph !== -1) return after.slice(0, paragraph);
  if (start + CONTEXT_LENGTH >= text.length) return after.trimEnd();
  return `${after.replace(after.includes(' ') ? / [^ ]*$/u : /[\ud800-\udbff]$/u, '')} …`;
}
