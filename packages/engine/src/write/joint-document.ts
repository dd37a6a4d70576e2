import type { Block, Chunk, ExtractedDocument, Span, TextRange } from '@dsgen/core';
import { countWords } from '../analyze/english/words.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';

/** A chunk of a document with what a reader has to know of where it is from. */
export interface JointSource {
  readonly document: ExtractedDocument;
  readonly chunk: Chunk;
  /** Of the document, as it may leave it. */
  readonly title: string;
}

/** A chunk each of two documents as one document: whatever works on a document works on them together. */
export interface JointDocument {
  /** It has the id and the language of the first one. */
  readonly document: ExtractedDocument;
  readonly title: string;
  /** One for each source, with its id; so are the sections. */
  readonly chunks: readonly [Chunk, Chunk];
  readonly sections: readonly ProcessedSection[];
  readonly sources: readonly [JointSource, JointSource];
}

const GAP = '\n\n';

/** Joins one chunk of a document with one of another. */
export function joinChunks(first: JointSource, second: JointSource): JointDocument {
  const head = placeChunk(first, { index: 0, start: 0, firstBlock: 0 });
  const start = head.chunk.end + GAP.length;
  const tail = placeChunk(second, { index: 1, start, firstBlock: head.blocks.length });
  const { documentId, mediaType, language } = first.document;
  const title = `${JSON.stringify(first.title)} and ${JSON.stringify(second.title)}`;
  const text = `${head.text}${GAP}${tail.text}`;
  const blocks = [...head.blocks, ...tail.blocks];
  return {
    document: { documentId, mediaType, language, title, text, blocks, warnings: [] },
    title,
    chunks: [head.chunk, tail.chunk],
    sections: [head.section, tail.section],
    sources: [first, second],
  };
}

interface ChunkPlace {
  readonly index: number;
  readonly start: number;
  readonly firstBlock: number;
}

interface PlacedChunk {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly chunk: Chunk;
  readonly section: ProcessedSection;
}

/** A chunk lies within one section, so it has one heading. */
function placeChunk({ document, chunk, title }: JointSource, { index, start, firstBlock }: ChunkPlace): PlacedChunk {
  const text = textOf({ document, chunk });
  const own = document.blocks.slice(chunk.firstBlock, chunk.lastBlock + 1);
  const range = { start, end: start + text.length };
  return {
    text,
    blocks: own.map((block) => shiftBlock(block, start - chunk.start)),
    chunk: { ...chunk, ...range, index, firstBlock, lastBlock: firstBlock + own.length - 1 },
    section: { ...range, id: `s${index}`, headingPath: [title, ...chunk.headingPath], words: countWords(text) },
  };
}

/** Which of the two documents a place of the joint one is of: 0 or 1. */
export function sideOf({ chunks }: JointDocument, place: number): 0 | 1 {
  return place < chunks[1].start ? 0 : 1;
}

/** A span of the joint document as one of the document that it quotes. */
export function toOwnSpan(joint: JointDocument, span: Span): Span {
  const { chunk } = joint.sources[sideOf(joint, span.start)];
  const local = toChunkSpan(joint, span);
  return shiftSpan(local, chunk.start);
}

/** The same, with its places in the text of the chunk. */
export function toChunkSpan(joint: JointDocument, span: Span): Span {
  const side = sideOf(joint, span.start);
  const { documentId } = joint.sources[side].document;
  return { ...shiftSpan(span, -joint.chunks[side].start), documentId };
}

/** The text of a chunk. */
export function textOf({ document, chunk }: Pick<JointSource, 'document' | 'chunk'>): string {
  return document.text.slice(chunk.start, chunk.end);
}

function shiftSpan(span: Span, by: number): Span {
  const masked = span.masked?.map((range) => shiftRange(range, by));
  return { ...shiftRange(span, by), ...(masked === undefined ? {} : { masked }) };
}

function shiftRange<Range extends TextRange>(range: Range, by: number): Range {
  return { ...range, start: range.start + by, end: range.end + by };
}

function shiftBlock(block: Block, by: number): Block {
  const { items, table } = block;
  return {
    ...shiftRange(block, by),
    ...(items === undefined ? {} : { items: items.map((item) => shiftRange(item, by)) }),
    ...(table === undefined
      ? {}
      : { table: { ...table, rows: table.rows.map((row) => row.map((cell) => shiftRange(cell, by))) } }),
  };
}
