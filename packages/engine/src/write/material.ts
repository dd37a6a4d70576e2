import type { Chunk, ExtractedDocument, TextRange } from '@dsgen/core';
import { unitsOf } from '../chunk/chunk-units.ts';
import type { ProcessedSection } from '../pipeline/processed-section.ts';
import { sha256 } from '../shared/hash.ts';
import { rangeAt } from '../shared/range-at.ts';

/** A sentence, table row or piece of code that an answer may cite. */
export interface SourceSentence extends TextRange {
  /** Id of its section. */
  readonly section: string;
  /** One line, as the model sees it: without invisible characters, and with placeholders where something is masked. */
  readonly shown: string;
  /** Of a table row: the row that names the columns. */
  readonly header?: string;
}

/** What one call is about: sentences of consecutive chunks of one document. */
export interface Material {
  /** Id of the first chunk. */
  readonly chunkId: string;
  readonly chunkIds: readonly string[];
  readonly tokens: number;
  /** Cited by position, from 1. */
  readonly sentences: readonly SourceSentence[];
}

export interface FindMaterialOptions {
  readonly chunks: readonly Chunk[];
  readonly sections: readonly ProcessedSection[];
  /** Most tokens of the chunks that are put together. */
  readonly maxTokens: number;
  /** Sections that no model may see. */
  readonly withheld: ReadonlySet<string>;
  /** A range of the document's text as it may leave it. */
  readonly show: (range: TextRange) => string;
}

/** Fewer sentences than this hold nothing to ask about. */
const FEWEST_SENTENCES = 2;

/** The materials of a document in order: as many consecutive chunks each as fit. */
export function findMaterial(document: ExtractedDocument, options: FindMaterialOptions): Material[] {
  return packChunks(options.chunks, options.maxTokens)
    .map((chunks) => toMaterial(document, chunks, options))
    .filter(({ sentences }) => sentences.length >= FEWEST_SENTENCES);
}

function packChunks(chunks: readonly Chunk[], maxTokens: number): Chunk[][] {
  const packs: Chunk[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const chunk of chunks) {
    if (tokens + chunk.tokens > maxTokens) {
      packs.push([]);
      tokens = 0;
    }
    packs.at(-1)?.push(chunk);
    tokens += chunk.tokens;
  }
  return packs;
}

function toMaterial(document: ExtractedDocument, chunks: readonly Chunk[], options: FindMaterialOptions): Material {
  const sentences: SourceSentence[] = [];
  let end = 0;
  for (const chunk of chunks) {
    for (const { header, ...range } of citable(document, chunk)) {
      // Chunks overlap: what the one before has is not repeated.
      if (range.start < end) continue;
      end = range.end;
      const section = rangeAt(options.sections, range.start)?.id;
      if (section === undefined || options.withheld.has(section)) continue;
      const shown = toLine(options.show(range));
      if (shown === '') continue;
      const named = header === undefined ? {} : { header: toLine(options.show(header)) };
      sentences.push({ start: range.start, end: range.end, section, shown, ...named });
    }
  }
  return {
    chunkId: chunks[0]?.id ?? '',
    chunkIds: chunks.map(({ id }) => id),
    tokens: chunks.reduce((sum, chunk) => sum + chunk.tokens, 0),
    sentences,
  };
}

/** Everything of a chunk but headings, rulers of tables and what is no content. */
function* citable(
  document: ExtractedDocument,
  chunk: Chunk,
): Generator<TextRange & { readonly header: TextRange | undefined }> {
  for (let index = chunk.firstBlock; index <= chunk.lastBlock; index += 1) {
    const block = document.blocks[index];
    if (block === undefined || block.role !== 'content' || block.kind === 'heading') continue;
    let header: TextRange | undefined;
    for (const { start, end } of unitsOf(document, index, Number.MAX_SAFE_INTEGER)) {
      const isInside = start >= chunk.start && end <= chunk.end;
      if (isInside && /[\p{L}\p{N}]/u.test(document.text.slice(start, end))) yield { start, end, header };
      if ((block.table?.headerRows ?? 0) > 0) header ??= { start, end };
    }
  }
}

/** Characters that a reader does not see and a model does: format controls, tags, fillers. Scripts need joiners. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;

function toLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').replaceAll(INVISIBLE, '').trim();
}

/**
 * The material as part of a prompt. Every source sentence is one line that begins with its number, and the marker holds
 * a hash of all of it, so no sentence can look like the end of the material.
 */
export function renderMaterial({ sentences }: Material, sections: readonly ProcessedSection[]): string {
  const lines: string[] = [];
  let open: string | undefined;
  for (const [index, { section, shown }] of sentences.entries()) {
    if (section !== open) lines.push(`# ${toLine(headingOf(section, sections))}`);
    open = section;
    lines.push(`[${index + 1}] ${shown}`);
  }
  const body = lines.join('\n');
  const mark = sha256(body).slice(0, 16);
  return `<<< source ${mark}\n${body}\nsource ${mark} >>>`;
}

function headingOf(id: string, sections: readonly ProcessedSection[]): string {
  return sections.find((section) => section.id === id)?.headingPath.join(' > ') ?? '';
}
