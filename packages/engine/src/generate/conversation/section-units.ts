import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext, Piece } from '../pattern.ts';

/** A sentence of a section's paragraphs, or a whole list, table or code of it. */
export interface SectionUnit extends TextRange {
  readonly block: Block;
  readonly isFirstOfBlock: boolean;
}

/** What a section says in units that an answer can begin or end with, in order; pointers and figures are left out. */
export function sectionUnits(context: PatternContext, section: Section): readonly SectionUnit[] {
  const body = context.body(section);
  if (body === undefined) return [];
  const kept = body.pieces.filter((piece) => typeof piece !== 'string');
  return body.blocks.flatMap((block, position): SectionUnit[] => {
    if (isCaption(context, block, body.blocks[position + 1])) return [];
    if (block.kind !== 'paragraph') return [{ start: block.start, end: block.end, block, isFirstOfBlock: true }];
    const sentences = section.sentences
      .flatMap((index) => context.analysis.sentences[index] ?? [])
      .filter(({ start, end }) => start >= block.start && end <= block.end)
      .filter(({ start, end }) => kept.some((range) => range.start <= start && end <= range.end));
    return sentences.map(({ start, end }, index) => ({ start, end, block, isFirstOfBlock: index === 0 }));
  });
}

/** A short line that is no sentence and announces nothing: a caption, a label, what is left of a page's footer. */
function isCaption(context: PatternContext, block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'paragraph' || (next !== undefined && next.kind !== 'paragraph')) return false;
  const text = context.text(block).trimEnd();
  if (/^(?:next|previous|prev|up|home): /iu.test(text)) return true;
  return countWords(text) <= MOST_CAPTION_WORDS && !/[.!?:)”"]$/u.test(text);
}

const MOST_CAPTION_WORDS = 12;

/** Units as an answer: what stands together in the document stays one range, blocks are set apart. */
export function joinUnits(context: PatternContext, units: readonly SectionUnit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { start, end, isFirstOfBlock } of units) {
    const last = pieces.at(-1);
    const touches =
      typeof last === 'object' && !isFirstOfBlock && context.text({ start: last.end, end: start }).trim() === '';
    if (touches) pieces[pieces.length - 1] = { start: last.start, end };
    else pieces.push(...(last === undefined ? [] : [isFirstOfBlock ? '\n\n' : ' ']), { start, end });
  }
  return pieces;
}
