import type { Block, ExtractedDocument, TextRange } from '@dsgen/core';
import { splitSentences } from '../shared/sentences.ts';
import { countTokens } from '../shared/tokens.ts';

/** The smallest piece a chunk may start or end with. */
export interface ChunkUnit extends TextRange {
  /** Index into the document's blocks. */
  readonly block: number;
  /**
   * A heading, a whole sentence, or something else that is whole (table row, code block) or cut because it alone is
   * too large.
   */
  readonly kind: 'heading' | 'sentence' | 'row' | 'cut';
}

/** A token is at least one byte, and a UTF-16 code unit at most three. */
const MOST_TOKENS_PER_CHARACTER = 3;

/**
 * The units of a block within a token budget. A unit is cut only when it alone exceeds the budget: code between lines,
 * then anything between words, then anywhere but within a character.
 */
export function* unitsOf(document: ExtractedDocument, index: number, maxTokens: number): Generator<ChunkUnit> {
  const block = document.blocks[index];
  if (block === undefined) return;
  for (const { ranges, kind } of wholeUnits(document, block)) {
    for (const range of ranges) {
      if (fits(document.text, range, maxTokens)) yield { ...range, block: index, kind };
      else for (const piece of cut(document.text, range, maxTokens)) yield { ...piece, block: index, kind: 'cut' };
    }
  }
}

interface WholeUnits {
  readonly ranges: Iterable<TextRange>;
  readonly kind: ChunkUnit['kind'];
}

function* wholeUnits(document: ExtractedDocument, block: Block): Generator<WholeUnits> {
  switch (block.kind) {
    case 'heading':
      yield { ranges: [block], kind: 'heading' };
      return;
    case 'code':
      yield { ranges: [block], kind: 'row' };
      return;
    case 'table':
      yield { ranges: lines(document.text, block), kind: 'row' };
      return;
    default:
      yield { ranges: sentencesOf(document, block), kind: 'sentence' };
  }
}

function* sentencesOf({ text, language }: ExtractedDocument, block: Block): Generator<TextRange> {
  for (const { start, end } of splitSentences(text.slice(block.start, block.end), language)) {
    yield { start: block.start + start, end: block.start + end };
  }
}

function* cut(text: string, range: TextRange, maxTokens: number): Generator<TextRange> {
  for (const line of lines(text, range)) {
    if (fits(text, line, maxTokens)) yield line;
    else yield* cutBetweenWords(text, line, maxTokens);
  }
}

function* cutBetweenWords(text: string, range: TextRange, maxTokens: number): Generator<TextRange> {
  for (const word of words(text, range)) {
    if (fits(text, word, maxTokens)) yield word;
    else yield* cutAnywhere(text, word, maxTokens);
  }
}

function* cutAnywhere(text: string, range: TextRange, maxTokens: number): Generator<TextRange> {
  const length = Math.max(2, Math.floor(maxTokens / MOST_TOKENS_PER_CHARACTER));
  for (let start = range.start; start < range.end;) {
    let end = Math.min(range.end, start + length);
    if (end < range.end && isLowSurrogate(text.charCodeAt(end))) end -= 1;
    yield { start, end };
    start = end;
  }
}

function fits(text: string, { start, end }: TextRange, maxTokens: number): boolean {
  if ((end - start) * MOST_TOKENS_PER_CHARACTER <= maxTokens) return true;
  return countTokens(text.slice(start, end)) <= maxTokens;
}

/** Lines that hold more than white space. */
function* lines(text: string, range: TextRange): Generator<TextRange> {
  for (let start = range.start; start < range.end;) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 || lineBreak > range.end ? range.end : lineBreak;
    if (text.slice(start, end).trim() !== '') yield { start, end };
    start = end + 1;
  }
}

/** Words with the white space after them left out. */
function* words(text: string, range: TextRange): Generator<TextRange> {
  let start: number | undefined;
  for (let index = range.start; index < range.end; index += 1) {
    const isSpace = text.charCodeAt(index) === 0x20 || text.charCodeAt(index) === 0x09;
    if (isSpace && start !== undefined) {
      yield { start, end: index };
      start = undefined;
    } else if (!isSpace) {
      start ??= index;
    }
  }
  if (start !== undefined) yield { start, end: range.end };
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
