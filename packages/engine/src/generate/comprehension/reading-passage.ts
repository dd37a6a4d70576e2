import type { Block, TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { standsAlone } from '../lead-body.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { renderPieces, type SectionBody } from '../section-body.ts';

/** A stretch of a section that a question can be asked about: whole blocks, understood without the rest of the document. */
export interface ReadingPassage {
  readonly section: Section;
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly words: number;
  readonly blocks: readonly Block[];
  /** The whole sentences it holds, in order. */
  readonly sentences: readonly Sentence[];
}

const FEWEST_WORDS = 40;
const MOST_WORDS = 300;
/** A long section is cut at the next block from so many words on. */
const ENOUGH_WORDS = 120;

/** The passages of a section: all of it where it is short enough, else stretches of its blocks without tables. */
export function readingPassages(context: PatternContext, section: Section): ReadingPassage[] {
  const body = context.body(section);
  if (body === undefined) return [];
  return stretches(context, body).flatMap((blocks) => toPassage(context, section, { body, blocks }) ?? []);
}

/** Blocks that are read as text, in runs of about the same length. */
function stretches(context: PatternContext, { blocks, words }: SectionBody): Block[][] {
  if (words <= MOST_WORDS && blocks.every(isText)) return [[...blocks]];
  const runs: Block[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    const isList = block.kind === 'list';
    if (!isText(block) || (length >= ENOUGH_WORDS && !isList)) {
      runs.push([]);
      length = 0;
    }
    if (!isText(block)) continue;
    runs.at(-1)?.push(block);
    length += countWords(context.text(block));
  }
  return runs;
}

function isText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'list';
}

interface Stretch {
  readonly body: SectionBody;
  readonly blocks: readonly Block[];
}

function toPassage(context: PatternContext, section: Section, { body, blocks }: Stretch): ReadingPassage | undefined {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first?.kind !== 'paragraph' || last === undefined) return undefined;
  const pieces = piecesWithin(body.pieces, { start: first.start, end: last.end });
  const text = renderPieces(context.document, pieces);
  const words = countWords(text);
  if (words < FEWEST_WORDS || words > MOST_WORDS || /[:,;]$/u.test(text.trimEnd())) return undefined;
  if (opensDependently(text) || !standsAlone(text, section.heading ?? '')) return undefined;
  const sentences = section.sentences
    .flatMap((index) => context.analysis.sentences[index] ?? [])
    .filter(({ start, end }) =>
      pieces.some((piece) => typeof piece !== 'string' && piece.start <= start && end <= piece.end),
    );
  return { section, pieces, text, words, blocks, sentences };
}

/** The pieces inside a range, and what joins them. */
function piecesWithin(pieces: readonly Piece[], { start, end }: TextRange): Piece[] {
  const isInside = pieces.map((piece) => typeof piece !== 'string' && piece.start >= start && piece.end <= end);
  const first = isInside.indexOf(true);
  return first === -1 ? [] : pieces.slice(first, isInside.lastIndexOf(true) + 1);
}
