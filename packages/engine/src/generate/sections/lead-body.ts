import type { Block, TextRange } from '@dsgen/core';
import type { Section } from '../../analyze/analysis.ts';
import { countWords } from '../../analyze/english/words.ts';
import { answerBody, type AnswerBodyOptions } from './answer-body.ts';
import { findDangling, findUnmetAnnouncement } from '../wording/dangling.ts';
import type { PatternContext, Piece } from '../pattern.ts';
import { isPointerSentence } from './pointers.ts';
import { renderPieces, type SectionBody } from './section-body.ts';

/** An answer to a heading, and whether it is only how the section begins. */
export interface LeadAnswer {
  readonly body: SectionBody;
  readonly isLead: boolean;
}

/** From so many words on a beginning is long enough to explain its heading. */
const ENOUGH_WORDS = 90;

/** Code that is filled in from another file. */
const INCLUDE = /\{\{\s?#|\binclude::|\{%|<<<\s?@/u;

/**
 * The whole section where it can stand alone; else its beginning, up to the first sentence that leans on something the
 * record would not hold: a listing, a figure, an earlier chapter.
 */
export function answerOrLead(
  context: PatternContext,
  section: Section,
  options: AnswerBodyOptions,
): LeadAnswer | undefined {
  const heading = section.heading ?? '';
  const body = answerBody(context, section, options);
  if (body !== undefined && standsAlone(body.text, heading)) return { body, isLead: false };
  const lead = leadBody(context, section, options);
  return lead === undefined ? undefined : { body: lead, isLead: true };
}

/** Whether a text holds all that it refers to. */
export function standsAlone(text: string, heading: string): boolean {
  return !INCLUDE.test(text) && findDangling(text, heading) === undefined && findUnmetAnnouncement(text) === undefined;
}

interface Lead {
  readonly pieces: Piece[];
  readonly blocks: Block[];
  readonly sentences: TextRange[];
}

/** The beginning of a section, at least in whole sentences, for as long as it stands alone. */
export function leadBody(
  context: PatternContext,
  section: Section,
  { minWords, maxWords }: AnswerBodyOptions,
): SectionBody | undefined {
  const lead: Lead = { pieces: [], blocks: [], sentences: [] };
  for (const index of section.blocks) {
    const block = context.document.blocks[index];
    if (block === undefined || !addBlock(context, section, { block, index, lead })) break;
    if (wordsOfLead(context, lead) >= ENOUGH_WORDS) break;
  }
  dropOpenEnd(context, lead);
  const text = renderPieces(context.document, lead.pieces);
  const words = countWords(text);
  if (words < minWords || words > maxWords || findUnmetAnnouncement(text) !== undefined) return undefined;
  return { pieces: lead.pieces, text, words, blocks: lead.blocks, sentences: lead.sentences };
}

interface Addition {
  readonly block: Block;
  readonly index: number;
  readonly lead: Lead;
}

/** Adds what stands alone of a block; false when the lead ends there. */
function addBlock(context: PatternContext, section: Section, { block, index, lead }: Addition): boolean {
  const separator = lead.pieces.length === 0 ? [] : ['\n\n'];
  if (block.kind !== 'paragraph') {
    const text = context.text(block);
    // A list or a table after the first words belongs to them; alone it explains nothing.
    const isSound = block.kind !== 'figure' && lead.pieces.length > 0 && standsAlone(text, section.heading ?? '');
    if (!isSound) return false;
    lead.pieces.push(...separator, { start: block.start, end: block.end });
    lead.blocks.push(block);
    return true;
  }
  // "Filename: src/main.rs" and other labels belong to what comes after them.
  if (!/[.!?:]['"”’)]*$/u.test(context.text(block).trimEnd())) return false;
  const sentences = section.sentences
    .flatMap((position) => context.analysis.sentences[position] ?? [])
    .filter((sentence) => sentence.block === index);
  const end = sentences.findIndex((sentence) => leans(context, section, { sentence, lead }));
  const kept = end === -1 ? sentences : sentences.slice(0, end);
  const [first] = kept;
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return false;
  lead.pieces.push(...separator, { start: first.start, end: last.end });
  lead.blocks.push(block);
  for (const { start, end: stop } of kept) lead.sentences.push({ start, end: stop });
  return end === -1;
}

interface LeadSentence {
  readonly sentence: TextRange;
  readonly lead: Lead;
}

function leans(context: PatternContext, section: Section, { sentence, lead }: LeadSentence): boolean {
  const text = context.text(sentence);
  const isOpen = text.trimEnd().endsWith(':');
  return (
    isPointerSentence(text) ||
    INCLUDE.test(text) ||
    (!isOpen && findUnmetAnnouncement(text) !== undefined) ||
    findDangling(text, `${section.heading ?? ''} ${renderPieces(context.document, lead.pieces)}`) !== undefined
  );
}

/** A last sentence that announces a list or code which is not part of the lead goes with it. */
function dropOpenEnd(context: PatternContext, { pieces, blocks, sentences }: Lead): void {
  const last = pieces.at(-1);
  const block = blocks.at(-1);
  if (last === undefined || typeof last === 'string' || block?.kind !== 'paragraph') return;
  if (!/[:,;]$/u.test(context.text(last).trimEnd())) return;
  sentences.pop();
  const end = sentences.at(-1)?.end ?? 0;
  pieces.pop();
  if (end > last.start) {
    pieces.push({ start: last.start, end });
    return;
  }
  pieces.pop();
  blocks.pop();
}

function wordsOfLead(context: PatternContext, { pieces }: Lead): number {
  return countWords(renderPieces(context.document, pieces));
}
