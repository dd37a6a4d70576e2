import { countWords } from '../../analyze/english/words.ts';
import type { ReadingPassage } from '../comprehension/reading-passage.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { renderPieces } from '../sections/section-body.ts';

/** What a passage begins with. */
export interface PassageBeginning {
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** The first blocks of a passage, as many as have no more than so many words; undefined where the first has more. */
export function passageBeginning(
  context: PatternContext,
  { pieces, text }: ReadingPassage,
  maxWords: number,
): PassageBeginning | undefined {
  if (countWords(text) <= maxWords) return { pieces, text };
  const ends = pieces.flatMap((piece, index) => (piece === BETWEEN_BLOCKS ? [index] : []));
  for (const end of ends.toReversed()) {
    const beginning = pieces.slice(0, end);
    const rendered = renderPieces(context.document, beginning);
    // A paragraph that announces a list is nothing without it.
    if (countWords(rendered) <= maxWords && !rendered.endsWith(':')) return { pieces: beginning, text: rendered };
  }
  return undefined;
}

const BETWEEN_BLOCKS = '\n\n';
