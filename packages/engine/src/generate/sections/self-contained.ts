import type { Block } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { leadsElsewhere, readingPassages } from '../comprehension/reading-passage.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { leadBody, standsAlone } from './lead-body.ts';
import { perSection } from './per-section.ts';
import { isLinkList } from './resource-list.ts';
import type { SectionBody } from './section-body.ts';

/** Text of a section that a reader can be given by itself. */
export interface Passage {
  readonly pieces: readonly Piece[];
  readonly text: string;
  readonly words: number;
  readonly blocks: readonly Block[];
}

/** Fewer words do not say what they are about. */
const LENGTH = { minWords: 40, maxWords: 300 };

/** What can be read of a section without the rest of its document: all of it, or else its beginning and its parts, in order. */
export const selfContainedPassages: (context: PatternContext, section: Section) => readonly Passage[] = perSection(
  (context, section) => {
    const whole = wholePassage(context, section);
    if (whole !== undefined) return [whole];
    const lead = leadBody(context, section, LENGTH);
    const begins = lead !== undefined && isSelfContained(context, section, lead) ? [lead] : [];
    return [...readingPassages(context, section), ...begins];
  },
);

/** All of a section, where nothing of it is missing and nothing needs the rest of its document. */
export function wholePassage(context: PatternContext, section: Section): Passage | undefined {
  const body = context.body(section);
  const isWhole = body !== undefined && isSelfContained(context, section, body) && !hasHole(context, section, body);
  return isWhole ? body : undefined;
}

/** Whether a text holds all that it speaks of, and nothing that is left over from its page. */
function isSelfContained(context: PatternContext, section: Section, { text, blocks }: SectionBody): boolean {
  return (
    !leadsElsewhere(text) &&
    standsAlone(text, section.heading ?? '') &&
    blocks.every((block, index) => isInPlace(context, block, blocks[index + 1])) &&
    blocks.every((block, index) => isAnnounced(context, block, blocks[index - 1]))
  );
}

/** Code or a list of the section that its text does not have. */
function hasHole({ document }: PatternContext, section: Section, { blocks }: SectionBody): boolean {
  const kept = new Set(blocks);
  return section.blocks.some((index) => {
    const block = document.blocks[index];
    return block !== undefined && (block.kind === 'code' || block.kind === 'figure') && !kept.has(block);
  });
}

/** A line without an end is a label of what is gone; code right after code is the same in another way; what a colon announces follows. */
function isInPlace(context: PatternContext, block: Block, next: Block | undefined): boolean {
  if (block.kind === 'code') return next?.kind !== 'code';
  if (block.kind !== 'paragraph') return true;
  const end = context.text(block).trimEnd().at(-1) ?? '';
  return end === ':' ? next !== undefined && next.kind !== 'paragraph' : /[.!?)”"’'`\]]/u.test(end);
}

/** Short names below a sentence that does not lead to them were links. */
function isAnnounced(context: PatternContext, block: Block, before: Block | undefined): boolean {
  if (block.kind !== 'list' || before === undefined || context.text(before).trimEnd().endsWith(':')) return true;
  return !isLinkList(block, context.text);
}
