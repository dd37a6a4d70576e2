import type { Block, Chunk, ChunkOptions, ExtractedDocument } from '@dsgen/core';
import { countTokens } from '../shared/tokens.ts';
import { packUnits, type PackedUnits } from './pack-units.ts';
import { UnitSource } from './unit-source.ts';

/** Blocks that interrupt a text without ending it; a chunk may reach across them, never begin or end with them. */
const BRIDGED_ROLES: ReadonlySet<Block['role']> = new Set(['page-header', 'page-footer']);

/** Language detection needs about this many characters to be better than the document's own language. */
const FEWEST_CHARACTERS_FOR_LANGUAGE = 200;

/** Characters per token of budget up to which a section may well fit. */
const WORTH_COUNTING = 5;

export interface ChunkDocumentOptions extends ChunkOptions {
  /** Tells a chunk's language; without it every chunk has its document's. `und` counts as no answer. */
  readonly detectLanguage?: (text: string) => string;
}

/**
 * Cuts a document's content into chunks of at most `maxTokens` tokens, counted on the chunk's exact text. A heading
 * begins a new chunk and stays with what follows it. Within a section each further chunk begins with as many whole
 * trailing sentences of the one before as fit into `overlapTokens`. Sentences, table rows and code blocks are cut only
 * when one alone exceeds the budget. Text whose role is not `content` is left out.
 *
 * `loadTokenizer` must have been awaited.
 *
 * @example
 * const chunks = chunkDocument(document, { maxTokens: 512, overlapTokens: 64 });
 */
export function chunkDocument(document: ExtractedDocument, options: ChunkDocumentOptions): Chunk[] {
  const chunks: Chunk[] = [];
  for (const section of sections(document)) {
    for (const packed of packSection(document, section, options)) {
      chunks.push(toChunk(document, packed, { index: chunks.length, detectLanguage: options.detectLanguage }));
    }
  }
  return chunks;
}

/**
 * Indexes of content blocks that belong together: a heading, or several in a row, with what follows up to the next
 * one.
 */
function* sections({ blocks }: ExtractedDocument): Generator<number[]> {
  let section: number[] = [];
  let hasBody = false;
  for (const [index, block] of blocks.entries()) {
    if (BRIDGED_ROLES.has(block.role)) continue;
    const isContent = block.role === 'content';
    if (!isContent || (block.kind === 'heading' && hasBody)) {
      if (section.length > 0) yield section;
      section = [];
      hasBody = false;
    }
    if (!isContent) continue;
    section.push(index);
    hasBody ||= block.kind !== 'heading';
  }
  if (section.length > 0) yield section;
}

/** Most sections fit one chunk, which one count of the whole shows; only the others are taken apart. */
function* packSection(
  document: ExtractedDocument,
  section: readonly number[],
  options: ChunkOptions,
): Generator<PackedUnits> {
  const whole = wholeSection(document, section);
  if (whole.end - whole.start <= options.maxTokens * WORTH_COUNTING) {
    const tokens = countTokens(document.text.slice(whole.start, whole.end));
    if (tokens <= options.maxTokens) {
      yield { ...whole, tokens };
      return;
    }
  }
  yield* packUnits(document.text, new UnitSource(document, section, options.maxTokens), options);
}

function wholeSection({ blocks }: ExtractedDocument, section: readonly number[]): Omit<PackedUnits, 'tokens'> {
  const firstBlock = section[0] ?? 0;
  const lastBlock = section.at(-1) ?? 0;
  return { start: blocks[firstBlock]?.start ?? 0, end: blocks[lastBlock]?.end ?? 0, firstBlock, lastBlock };
}

interface ToChunkOptions {
  readonly index: number;
  readonly detectLanguage: ChunkDocumentOptions['detectLanguage'];
}

function toChunk(
  { documentId, text, blocks, language }: ExtractedDocument,
  { start, end, firstBlock, lastBlock, tokens }: PackedUnits,
  { index, detectLanguage }: ToChunkOptions,
): Chunk {
  const page = blocks[firstBlock]?.page;
  return {
    id: `${documentId.slice(0, 16)}:${index}`,
    index,
    start,
    end,
    firstBlock,
    lastBlock,
    headingPath: headingPathOf(blocks, firstBlock, lastBlock),
    ...(page === undefined ? {} : { page }),
    tokens,
    language: languageOf(text.slice(start, end), language, detectLanguage),
  };
}

/** The headings above the chunk's text; where it is all headings, those above the last one. */
function headingPathOf(blocks: readonly Block[], firstBlock: number, lastBlock: number): readonly string[] {
  const touched = blocks.slice(firstBlock, lastBlock + 1);
  const body = touched.find((block) => block.kind !== 'heading' && block.role === 'content');
  return (body ?? touched.at(-1))?.headingPath ?? [];
}

/** A short look at the middle settles most chunks, as most are in their document's language. */
function languageOf(text: string, language: string, detectLanguage: ChunkDocumentOptions['detectLanguage']): string {
  if (detectLanguage === undefined || text.length < FEWEST_CHARACTERS_FOR_LANGUAGE) return language;
  const middle = Math.floor((text.length - FEWEST_CHARACTERS_FOR_LANGUAGE) / 2);
  if (detectLanguage(text.slice(middle, middle + FEWEST_CHARACTERS_FOR_LANGUAGE)) === language) return language;
  const detected = detectLanguage(text);
  return detected === 'und' ? language : detected;
}
