import type { DatasetRecord, Evidence, Message } from '@dsgen/sdk';
import { escapeLines, escapeText } from './escape.ts';
import type { Style } from './style.ts';

export interface RecordView {
  readonly record: DatasetRecord;
  readonly evidence: readonly Evidence[];
  readonly style: Style;
}

const RULE = '─'.repeat(72);

/** A record as a reviewer reads it: what is asked, what is answered, and the evidence in its place in the document. */
export function renderRecord({ record, evidence, style }: RecordView): string {
  const { id, task, lineage, difficulty, split } = record;
  return [
    style.dim(RULE),
    `${style.bold(id)}  ${style.dim([task, lineage.generator, difficulty, split].map(escapeText).join(' · '))}`,
    place(record),
    '',
    ...record.messages.flatMap((message) => renderMessage(message, style)),
    ...evidence.flatMap((piece) => renderEvidence(piece, style)),
  ].join('\n');
}

/** `guide/leave.md › Leave › Sick leave (page 3)` */
function place({ lineage, sources }: DatasetRecord): string {
  const pages = [...new Set(sources.flatMap(({ page }) => (page === undefined ? [] : [page])))];
  const page = pages.length === 0 ? '' : ` (page ${pages.join(', ')})`;
  return [lineage.path, ...lineage.headingPath].map(escapeText).join(' › ') + page;
}

function renderMessage(message: Message, style: Style): string[] {
  const context =
    message.role === 'user' && message.context !== undefined ? ['', indent(escapeLines(message.context))] : [];
  return [style.cyan(message.role), indent(escapeLines(message.content)), ...context, ''];
}

function renderEvidence({ before, quote, after, isInContext }: Evidence, style: Style): string[] {
  const marked = escapeLines(quote)
    .split('\n')
    .map((line) => (line === '' ? line : style.mark(line)))
    .join('\n');
  const shown = `${style.dim(escapeLines(before))}${marked}${style.dim(escapeLines(after))}`;
  return [style.cyan(isInContext ? 'evidence, in its document' : 'evidence'), indent(shown), ''];
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '  ');
}
