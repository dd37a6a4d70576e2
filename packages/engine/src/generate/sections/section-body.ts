import type { Block, ExtractedDocument, TextRange } from '@dsgen/core';
import type { DocumentAnalysis, Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { Piece } from '../pattern.ts';
import { pointersOf } from './pointers.ts';
import { isChangeHistory } from '../tables/table-rows.ts';
import { isLinkList, isResourceLabel } from './resource-list.ts';

/** What a section says, ready to be an answer or a passage. */
export interface SectionBody {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly words: number;
  readonly blocks: readonly Block[];
  /** Sentences of its paragraphs and lists, in order. */
  readonly sentences: readonly TextRange[];
}

export interface BodyOptions {
  /** Leave out sentences that only point elsewhere ("For more information, see …"). Default true. */
  readonly dropPointers?: boolean;
  /** Take sub-sections along, with their headings. Default false. */
  readonly withChildren?: boolean;
}

/** The content below a heading, or undefined when it has none or a part that it announces is missing. */
export function sectionBody(
  document: ExtractedDocument,
  analysis: DocumentAnalysis,
  section: Section,
  options: BodyOptions = {},
): SectionBody | undefined {
  const sections = options.withChildren === true ? [section, ...descendants(analysis, section)] : [section];
  const pieces: Piece[] = [];
  const blocks: Block[] = [];
  const sentences: TextRange[] = [];
  for (const part of sections) {
    if (part !== section && isResourceLabel(part.heading ?? '')) continue;
    if (part !== section) appendHeading(document, part, pieces);
    if (announcesMissing(document, part)) return undefined;
    const own = part.sentences.flatMap((index) => analysis.sentences[index] ?? []);
    const byBlock = Map.groupBy(own, ({ block }) => block);
    for (const index of usefulBlocks(document, part)) {
      const block = document.blocks[index];
      if (block === undefined) continue;
      const kept =
        options.dropPointers === false ? [blockRange(block)] : blockRanges(document, block, byBlock.get(index) ?? []);
      if (kept.length === 0) continue;
      if (pieces.length > 0) pieces.push('\n\n');
      kept.forEach((range, position) => pieces.push(...(position === 0 ? [range] : [' ', range])));
      blocks.push(block);
    }
    for (const sentence of own) sentences.push(sentence);
  }
  if (sections.length === 1) dropLabelsAtEnd(document, { pieces, blocks });
  if (blocks.length === 0) return undefined;
  const text = renderPieces(document, pieces);
  return { pieces, text, words: countWords(text), blocks, sentences };
}

/** Sections below this one in the outline, in document order. */
export function descendants(analysis: DocumentAnalysis, section: Section): Section[] {
  const below: Section[] = [];
  for (let index = section.index + 1; index < analysis.sections.length; index += 1) {
    const next = analysis.sections[index];
    if (next === undefined || next.level <= section.level) break;
    below.push(next);
  }
  return below;
}

export function renderPieces(document: ExtractedDocument, pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : document.text.slice(piece.start, piece.end)))
    .join('');
}

function appendHeading(document: ExtractedDocument, section: Section, pieces: Piece[]): void {
  const block = section.headingBlock === undefined ? undefined : document.blocks[section.headingBlock];
  if (block === undefined) return;
  if (pieces.length > 0) pieces.push('\n\n');
  pieces.push('**', { start: block.start, end: block.end }, '**');
}

/** Longer lines without a full stop may well be text. */
const MOST_LABEL_WORDS = 10;

/** What stood before something that was not text. */
const LEFT_OVER = /^(?:e\.?g|i\.?e|for example|examples?|where|output|results?|notes?|see also)\b[.:,]{0,2}$/iu;

/**
 * Takes away paragraphs at the end that are no sentences: the name of the next page, a date, a signature, or the label of
 * something that was not text.
 */
function dropLabelsAtEnd(document: ExtractedDocument, { pieces, blocks }: { pieces: Piece[]; blocks: Block[] }): void {
  for (let last = blocks.at(-1); last?.kind === 'paragraph'; last = blocks.at(-1)) {
    const text = document.text.slice(last.start, last.end).trim();
    if (!LEFT_OVER.test(text) && (/[.!?:;…)"”’\]`]$/u.test(text) || countWords(text) > MOST_LABEL_WORDS)) return;
    const start = last.start;
    blocks.pop();
    while (pieces.length > 0) {
      const piece = pieces.at(-1);
      if (piece === undefined || (typeof piece !== 'string' && piece.start < start)) break;
      pieces.pop();
    }
  }
}

/** A paragraph that ends with a colon promises a list, table or code right after it. */
function announcesMissing(document: ExtractedDocument, section: Section): boolean {
  const blocks = section.blocks.flatMap((index) => document.blocks[index] ?? []);
  return blocks.some((block, index) => {
    if (block.kind !== 'paragraph' || document.text.charAt(block.end - 1) !== ':') return false;
    const next = blocks[index + 1];
    return (
      next === undefined ||
      next.kind === 'paragraph' ||
      next.kind === 'figure' ||
      isUnresolvedInclude(next, document.text.slice(next.start, next.end))
    );
  });
}

/** "Added in: v1.2", or the label of a list of versions. */
const CHANGE_NOTE =
  /^(?:history|changelog|change history|(?:stability|status|source code|availability|since|last updated|author|version): .{0,80}|(?:added|deprecated|removed|changed|new|introduced|available) (?:in|since):? (?:version )?v?\d[\w., ]{0,40})$/iu;

/** A fence that holds nothing but the name of a file to be filled in: for a reader there is nothing, as with a figure. */
function isUnresolvedInclude(block: Block, text: string): boolean {
  if (block.kind !== 'code') return false;
  const lines = text.split('\n').slice(1, -1);
  return (
    lines.length > 0 &&
    lines.every((line) => /^\s*(?:\{\{\s?#\w+ [^{}]+\}\}|(?:literal)?include::\S.*|)\s*$/u.test(line))
  );
}

/** Blocks of a section without figures and without lists of links that have lost their targets. */
function usefulBlocks(document: ExtractedDocument, section: Section): number[] {
  function text({ start, end }: TextRange): string {
    return document.text.slice(start, end);
  }
  function isLabel(index: number | undefined): boolean {
    const block = index === undefined ? undefined : document.blocks[index];
    return block?.kind === 'paragraph' && isResourceLabel(text(block));
  }
  return section.blocks.filter((index, position) => {
    const block = document.blocks[index];
    if (block === undefined || block.kind === 'figure' || isUnresolvedInclude(block, text(block))) return false;
    if (block.kind === 'paragraph' && CHANGE_NOTE.test(text(block))) return false;
    if (block.table !== undefined && isChangeHistory(block.table, text)) return false;
    const next = section.blocks[position + 1];
    if (isLabel(index) && next !== undefined && isLinkList(document.blocks[next], text)) return false;
    return !(isLabel(section.blocks[position - 1]) && isLinkList(block, text));
  });
}

function blockRange({ start, end }: Block): TextRange {
  return { start, end };
}

/** What is kept of a block: all of it, or a paragraph's sentences without the pointers, joined where they touch. */
function blockRanges(document: ExtractedDocument, block: Block, sentences: readonly Sentence[]): TextRange[] {
  if (block.kind !== 'paragraph') return [blockRange(block)];
  const pointers = pointersOf(sentences.map(({ start, end }) => document.text.slice(start, end)));
  const kept: TextRange[] = [];
  let isOpen = false;
  for (const [index, { start, end }] of sentences.entries()) {
    const isKept = !pointers.has(index);
    const last = kept.at(-1);
    if (isKept && isOpen && last !== undefined) kept[kept.length - 1] = { start: last.start, end };
    else if (isKept) kept.push({ start, end });
    isOpen = isKept;
  }
  return kept;
}
