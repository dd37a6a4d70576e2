import type { Block, TextRange } from '@dsgen/core';
import type { Section, Sentence } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { opensDependently } from '../reference.ts';
import { isLinkList, isResourceLabel } from '../resource-list.ts';
import { blockRanges, renderPieces } from '../section-body.ts';

/** A sentence of a paragraph, or a whole item of a list. */
export interface ProseUnit extends TextRange {
  readonly text: string;
}

/** A paragraph or list of a window, whole and by its units. */
export interface ProseBlock {
  readonly kind: 'paragraph' | 'list';
  readonly units: readonly ProseUnit[];
  readonly pieces: readonly Piece[];
  readonly text: string;
}

/** Neighbouring paragraphs and lists of one section that can be read by themselves. */
export interface ProseWindow {
  readonly blocks: readonly ProseBlock[];
  readonly text: string;
  readonly words: number;
}

export interface WindowLimits {
  readonly minWords: number;
  readonly maxWords: number;
}

/**
 * The first run of whole paragraphs and lists of a section within the limits, as long as it can be; undefined where there is
 * none. Code, tables and figures end a run, and so does a paragraph that announces one of them.
 */
export function proseWindow(
  context: PatternContext,
  section: Section,
  { minWords, maxWords }: WindowLimits,
): ProseWindow | undefined {
  for (const run of proseRuns(context, section)) {
    const taken: ProseBlock[] = [];
    for (const block of run) {
      const longer = [...taken, block];
      if (countWords(textOf(longer)) > maxWords) break;
      taken.push(block);
    }
    while (announces(taken.at(-1))) taken.pop();
    const text = textOf(taken);
    const words = countWords(text);
    if (words >= minWords) return { blocks: taken, text, words };
  }
  return undefined;
}

/** Blocks as parts of a record, with an empty line between them. */
export function windowPieces(blocks: readonly ProseBlock[]): Piece[] {
  return blocks.flatMap(({ pieces }, position): Piece[] => (position === 0 ? [...pieces] : ['\n\n', ...pieces]));
}

function textOf(blocks: readonly ProseBlock[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

/** Runs of readable blocks; a run begins with a paragraph or list that leans on nothing before it. */
function proseRuns(context: PatternContext, section: Section): ProseBlock[][] {
  const sentences = section.sentences.flatMap((index) => context.analysis.sentences[index] ?? []);
  const byBlock = Map.groupBy(sentences, ({ block }) => block);
  const runs: ProseBlock[][] = [[]];
  let isAfterLabel = false;
  for (const index of section.blocks) {
    const block = context.document.blocks[index];
    if (block === undefined) continue;
    const isLabel = block.kind === 'paragraph' && isLabelOfLinks(context.text(block));
    const isLinks = isAfterLabel && isLinkList(block, context.text);
    const read = isLinks ? undefined : readBlock(context, block, byBlock.get(index) ?? []);
    isAfterLabel = isLabel;
    const run = runs.at(-1) ?? [];
    if (read === undefined) {
      if (!isLinks) runs.push([]);
      continue;
    }
    if (announces(run.at(-1)) && read.kind === 'paragraph') runs.push([read]);
    else if (run.length > 0 || !opensDependently(read.units[0]?.text ?? '')) run.push(read);
  }
  return runs;
}

/** "Resources:", or a paragraph that closes with "See also:". */
function isLabelOfLinks(text: string): boolean {
  return isResourceLabel(text) || /(?:^|[.!?] )(?:see|see also|resources|related)[^.!?:]{0,40}:$/iu.test(text);
}

function announces(block: ProseBlock | undefined): boolean {
  return block?.kind === 'paragraph' && block.units.at(-1)?.text.endsWith(':') === true;
}

function readBlock(context: PatternContext, block: Block, sentences: readonly Sentence[]): ProseBlock | undefined {
  if (block.kind === 'paragraph') return readParagraph(context, block, sentences);
  return block.kind === 'list' ? readList(context, block) : undefined;
}

/** Whole sentences; those that only point elsewhere are left out. */
function readParagraph(context: PatternContext, block: Block, sentences: readonly Sentence[]): ProseBlock | undefined {
  if (!/[.!?:][)"”’]*$/u.test(context.text(block))) return undefined;
  const kept = blockRanges(context.document, block, sentences);
  const units = sentences
    .filter(({ start }) => kept.some((range) => start >= range.start && start < range.end))
    .map(({ start, end }) => ({ start, end, text: context.text({ start, end }) }));
  if (units.length === 0 || units.some(({ text }) => text.includes('\n'))) return undefined;
  const pieces = kept.flatMap((range, index): Piece[] => (index === 0 ? [range] : [' ', range]));
  return { kind: 'paragraph', units, pieces, text: renderPieces(context.document, pieces) };
}

/** Items of one line each. */
function readList(context: PatternContext, { start, end, items = [] }: Block): ProseBlock | undefined {
  const units = items.map((item) => ({ start: item.start, end: item.end, text: context.text(item) }));
  if (units.length < 2 || units.some(({ text }) => text.includes('\n') || text.trim() === '')) return undefined;
  return { kind: 'list', units, pieces: [{ start, end }], text: context.text({ start, end }) };
}
