import type { DatasetRecord, Evidence, Message } from '@dsgen/sdk';
import { escapeLines, escapeText } from './escape.ts';
import type { Style } from './style.ts';
import { wrapPainted, type PaintedText } from './wrap.ts';

export interface RecordView {
  readonly record: DatasetRecord;
  readonly evidence: readonly Evidence[];
  readonly style: Style;
  /** Columns to break lines at; undefined leaves them whole, for programs. */
  readonly width?: number;
}

const WIDEST = 100;
const RULE = '─'.repeat(72);

/** A record as a reviewer reads it: what is asked, what is answered, and the evidence in its place in the document. */
export function renderRecord(view: RecordView): string {
  const { record, evidence, style } = view;
  const { id, task, lineage, difficulty, split } = record;
  return [
    style.dim(RULE),
    `${style.bold(id)}  ${style.dim([task, lineage.generator, difficulty, split].map(escapeText).join(' · '))}`,
    place(record),
    '',
    ...record.messages.flatMap((message) => renderMessage(message, view)),
    ...evidence.flatMap((passage) => renderEvidence(passage, view)),
  ].join('\n');
}

/** `guide/leave.md › Leave › Sick leave (page 3)` */
function place({ lineage, sources }: DatasetRecord): string {
  const own = sources.filter(({ documentId }) => documentId === lineage.documentId);
  const pages = [...new Set(own.flatMap(({ page }) => (page === undefined ? [] : [page])))];
  const page = pages.length === 0 ? '' : ` (page ${pages.join(', ')})`;
  return [lineage.path, ...lineage.headingPath].map(escapeText).join(' › ') + page;
}

function renderMessage(message: Message, view: RecordView): string[] {
  const context = message.role === 'user' ? message.context : undefined;
  return [
    view.style.cyan(message.role),
    block([plain(message.content)], view),
    ...(context === undefined ? [] : ['', block([plain(context)], view)]),
    '',
  ];
}

function renderEvidence({ path, parts, isInContext }: Evidence, view: RecordView): string[] {
  const { style, record } = view;
  const painted = parts.map(({ kind, text }) =>
    kind === 'quote'
      ? { text: bracketed(escapeLines(text), style), paint: style.mark }
      : { text: escapeLines(text), paint: style.dim },
  );
  const document = path === record.lineage.path ? 'its document' : escapeText(path);
  const title = isInContext ? `evidence, in ${document}` : 'evidence';
  return [style.cyan(title), block(painted, view), ''];
}

/** Where colours are off, brackets say what the quote is. */
function bracketed(quote: string, style: Style): string {
  return style.mark('x') === 'x' ? `⟦${quote}⟧` : quote;
}

function plain(text: string): PaintedText {
  return { text: escapeLines(text), paint: (safe) => safe };
}

function block(pieces: readonly PaintedText[], { width = Number.POSITIVE_INFINITY }: RecordView): string {
  return wrapPainted(pieces, {
    width: width === Number.POSITIVE_INFINITY ? width : Math.min(width, WIDEST),
    indent: '  ',
  });
}
